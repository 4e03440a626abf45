// Copying, printing, and the order in which the page comes to life.

async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const area = make("textarea", { readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  return undefined;
}

function startCopying() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await copyText(button.dataset.copy);
    button.replaceChildren(...word("ui", "copied"));
    setTimeout(() => button.replaceChildren(...word("ui", "copy")), 1600);
  });
}

async function start() {
  root.classList.add("script");
  startTheme();
  if (!("DecompressionStream" in window)) {
    byId("report").prepend(make("p", { class: "note" }, "此浏览器无法解开证据，请使用 2023 年以后的浏览器。 This browser cannot unpack the evidence. Any browser from 2023 or later can."));
    return;
  }
  await loadRun();
  await loadCatalogue();
  startRules();
  startMatrix();
  startScenarios();
  startChapters();
  startLanguage();
  startFilter();
  startCopying();
  byId("print").addEventListener("click", () => window.print());
  startViewer();
  root.dataset.ready = "yes";
}

start();
