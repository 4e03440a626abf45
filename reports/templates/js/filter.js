// The lists of rules, atoms and scenarios: what is folded open, and what the filter lets through.

const wanted = { verdicts: new Set(), counted: false, text: "" };
const LISTED = ".rule, .cover, .scenario";
const MANY = 60; // a list of so many rows begins with its chapters folded

function openRule(rule, open) {
  if (open) fillRule(rule);
  rule.classList.toggle("open", open);
  rule.querySelector(".fold").setAttribute("aria-expanded", String(open));
}

function foldChapter(chapter, folded) {
  chapter.classList.toggle("folded", folded);
  chapter.querySelector(".foldchapter").setAttribute("aria-expanded", String(!folded));
}

function passes(row) {
  if (wanted.verdicts.size && !wanted.verdicts.has(row.dataset.verdict)) return false;
  if (wanted.counted && row.dataset.counted === "0") return false;
  return !wanted.text || row.searched.includes(wanted.text);
}

function applyFilter() {
  let left = 0;
  for (const row of document.querySelectorAll(LISTED)) {
    row.hidden = !passes(row);
    if (!row.hidden) left += 1;
  }
  for (const chapter of document.querySelectorAll(".chapter")) {
    chapter.hidden = ![...chapter.querySelectorAll(LISTED)].some((row) => !row.hidden);
  }
  const filtering = Boolean(wanted.verdicts.size || wanted.counted || wanted.text);
  root.classList.toggle("filtering", filtering);
  byId("nothing").hidden = left > 0;
  byId("clear").hidden = !filtering;
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

function startChapters() {
  for (const list of ["#rules", "#matrix", "#scenarios"].map((id) => document.querySelector(id))) {
    const many = list.querySelectorAll(LISTED).length > MANY;
    for (const chapter of list.querySelectorAll(".chapter")) {
      const head = chapter.querySelector("h3");
      const button = make("button", { type: "button", class: "foldchapter", "aria-expanded": "true" }, icon("chevron"), ...head.childNodes);
      head.replaceChildren(button);
      button.addEventListener("click", () => foldChapter(chapter, !chapter.classList.contains("folded")));
      foldChapter(chapter, many);
    }
  }
  for (const button of document.querySelectorAll(".foldall")) {
    button.addEventListener("click", () => {
      for (const chapter of document.querySelectorAll(".chapter")) foldChapter(chapter, button.dataset.fold === "1");
    });
  }
}

function startFilter() {
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
