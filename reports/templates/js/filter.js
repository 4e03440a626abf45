// The list of rules and scenarios: what is folded open, and what the filter lets through.

const wanted = { verdicts: new Set(), counted: false, text: "" };

function openRule(rule, open) {
  rule.classList.toggle("open", open);
  rule.querySelector(".fold").setAttribute("aria-expanded", String(open));
}

function passes(row) {
  if (wanted.verdicts.size && !wanted.verdicts.has(row.dataset.verdict)) return false;
  if (wanted.counted && row.dataset.counted === "0") return false;
  return !wanted.text || row.searched.includes(wanted.text);
}

function applyFilter() {
  let left = 0;
  for (const row of document.querySelectorAll(".rule, .scenario")) {
    row.hidden = !passes(row);
    if (!row.hidden) left += 1;
  }
  for (const chapter of document.querySelectorAll(".chapter")) {
    chapter.hidden = !chapter.querySelector(".rule:not([hidden]), .scenario:not([hidden])");
  }
  byId("nothing").hidden = left > 0;
  byId("clear").hidden = !(wanted.verdicts.size || wanted.counted || wanted.text);
}

function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}

function clearFilter() {
  wanted.verdicts.clear();
  wanted.counted = false;
  wanted.text = "";
  byId("search").value = "";
  for (const button of byId("filter").querySelectorAll("[aria-pressed]")) press(button, false);
  applyFilter();
}

function startFilter() {
  for (const row of document.querySelectorAll(".rule, .scenario")) row.searched = row.textContent.toLowerCase();
  for (const rule of document.querySelectorAll(".rule")) {
    rule.querySelector(".fold").addEventListener("click", () => openRule(rule, !rule.classList.contains("open")));
  }
  for (const chip of byId("filter").querySelectorAll("[data-verdict]")) {
    chip.addEventListener("click", () => {
      const on = !wanted.verdicts.delete(chip.dataset.verdict);
      if (on) wanted.verdicts.add(chip.dataset.verdict);
      press(chip, on);
      applyFilter();
    });
  }
  byId("counted").addEventListener("click", () => {
    wanted.counted = !wanted.counted;
    press(byId("counted"), wanted.counted);
    applyFilter();
  });
  byId("search").addEventListener("input", (event) => {
    wanted.text = event.target.value.trim().toLowerCase();
    applyFilter();
  });
  byId("clear").addEventListener("click", clearFilter);
}
