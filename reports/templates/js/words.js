// The words of the page and the making of elements. Text from a run only ever becomes a text node.

let groups = {};

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function pair(group, key) {
  return (groups[group] || {})[key] || [String(key), String(key)];
}

function spans(en, zh) {
  if (en === zh) return [make("bdi", {}, en)];
  return [make("bdi", { class: "en", lang: "en" }, en || zh), make("bdi", { class: "zh", lang: "zh-CN" }, zh || en)];
}

function word(group, key) {
  return spans(...pair(group, key));
}

function known(group, key) {
  return Boolean((groups[group] || {})[key]);
}

// A sentence of ours has two languages; anything else is a foreign string, and is shown as a quotation.
function say(said) {
  if (said && typeof said === "object") return spans(said.en, said.zh);
  const mark = make("span", { class: "mark" }, word("ui", "quoted"));
  return [make("span", { class: "quoted" }, mark, make("bdi", { class: "mono" }, String(said)))];
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

function badge(verdict) {
  return make("span", { class: `badge v-${verdict}` }, icon(verdict), word("verdict", verdict));
}

function copyable(command) {
  const button = make("button", { type: "button", class: "copy", "data-copy": command }, word("ui", "copy"));
  return make("span", { class: "rerun" }, make("code", {}, command), button);
}

const byId = (id) => document.getElementById(id);
