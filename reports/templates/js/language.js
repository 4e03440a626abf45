// Language and theme: the address asks first (?lang=zh), then what was chosen before, then what the run was made for.

const memory = {
  read(key) {
    try {
      return localStorage.getItem(`examgate.${key}`);
    } catch (refused) {
      return null; // a browser may forbid storage to local files; the choice then lasts as long as the page
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(`examgate.${key}`, value);
    } catch (refused) {
      memory.unkept = true;
    }
  },
};

const root = document.documentElement;

function firstLanguage() {
  const asked = new URLSearchParams(location.search).get("lang");
  const choices = [asked, memory.read("language"), root.dataset.language];
  return choices.find((choice) => choice === "en" || choice === "zh") || "en";
}

function useLanguage(language) {
  const zh = language === "zh";
  root.lang = zh ? "zh-CN" : "en";
  root.dataset.language = language;
  document.title = `${document.querySelector(`.verdict h1 .${language}`).textContent} · examgate`;
  for (const button of document.querySelectorAll("button[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", pair("ui", element.dataset.label)[zh ? 1 : 0]);
    if (element.classList.contains("tool")) element.title = element.getAttribute("aria-label");
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = pair("ui", element.dataset.placeholder)[zh ? 1 : 0];
  }
}

function useTheme(theme) {
  root.dataset.theme = theme;
}

function startLanguage() {
  useLanguage(firstLanguage());
  for (const button of document.querySelectorAll("button[data-language]")) {
    button.addEventListener("click", () => {
      useLanguage(button.dataset.language);
      memory.write("language", button.dataset.language);
    });
  }
}

function startTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = memory.read("theme");
  useTheme(chosen === "dark" || chosen === "light" ? chosen : system.matches ? "dark" : "light");
  byId("theme").addEventListener("click", () => {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    useTheme(theme);
    memory.write("theme", theme);
  });
}
