// Language and theme; without a script the page is whole in the language that it was made for.
"use strict";
(() => {
  const root = document.documentElement;
  const pressed = (language) => {
    root.dataset.language = language;
    root.lang = language === "zh" ? "zh-CN" : "en";
    for (const button of document.querySelectorAll("button[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    for (const element of document.querySelectorAll("[data-en]")) {
      element.setAttribute("aria-label", element.dataset[language]);
    }
  };
  for (const button of document.querySelectorAll("button[data-language]")) {
    button.addEventListener("click", () => pressed(button.dataset.language));
  }
  const asked = new URLSearchParams(location.search).get("lang");
  pressed(asked === "en" || asked === "zh" ? asked : root.dataset.language);
  root.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  });
})();
