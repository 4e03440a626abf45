const root = document.documentElement;
const large = document.getElementById("large");

function speak(language) {
  root.dataset.language = language;
  root.lang = language === "zh" ? "zh-CN" : "en";
  for (const button of document.querySelectorAll("[data-choose]")) {
    button.setAttribute("aria-pressed", String(button.dataset.choose === language));
  }
}

function enlarge(picture) {
  const figure = picture.closest("figure");
  large.querySelector("img").src = picture.querySelector("img").src;
  large.querySelector("img").alt = picture.querySelector("img").alt;
  large.querySelector("p").textContent = [
    figure.closest("article").querySelector("h3").textContent,
    figure.querySelector(`figcaption .${root.dataset.language}`).textContent,
    picture.nextElementSibling.innerText.replace("\n", " · "),
  ].join(" · ");
  large.showModal();
}

speak(new URLSearchParams(location.search).get("lang") || root.dataset.language);
for (const button of document.querySelectorAll("[data-choose]")) {
  button.addEventListener("click", () => speak(button.dataset.choose));
}
for (const picture of document.querySelectorAll(".glass")) {
  picture.addEventListener("click", () => enlarge(picture));
}
large.addEventListener("click", () => large.close());
