// What the pointer rests on: a tip beside it, and the whole element in the panel.

function describe(node) {
  const rows = [
    ["id", node.id, true],
    ["text", node.text],
    ["description", node.desc],
    ["class", node.class, true],
    ["bounds", (node.bounds || []).join(", "), true],
  ];
  const filled = rows.filter(([, value]) => value);
  const list = filled.map(([key, value, code]) => [
    make("dt", {}, word("ui", key)),
    make("dd", {}, make("bdi", { class: code ? "mono" : null }, String(value))),
  ]);
  return make("dl", { class: "inspected" }, list.flat(), states(node));
}

function states(node) {
  const said = [];
  if (node.clickable) said.push("tappable");
  if (node.enabled === false) said.push("disabled");
  if (node.checked === true) said.push("checked");
  if (node.checked === false && kindOf(node) === "check") said.push("unchecked");
  if (!said.length) return [];
  const items = said.map((key) => make("span", { class: "listed" }, word("ui", key)));
  return [make("dt", {}, word("ui", "state")), make("dd", {}, items)];
}

function inspect(node) {
  byId("inspector").replaceChildren(
    node ? describe(node) : make("p", { class: "soft" }, word("ui", "inspect_hint")),
  );
}

function showTip(node, event) {
  const tip = byId("tip");
  tip.replaceChildren(make("span", { class: "mono" }, shortId(node) || node.class || ""), make("bdi", {}, node.text || node.desc || ""));
  tip.hidden = false;
  const left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
  const top = Math.min(event.clientY + 18, innerHeight - tip.offsetHeight - 8);
  tip.style.left = `${Math.max(left, 8)}px`;
  tip.style.top = `${Math.max(top, 8)}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}

function shortId(node) {
  return String(node.id || "").split("/").pop();
}

// Every element that says something, as a list: the same for the keyboard and for a screen reader.
function listElements(drawn) {
  const rows = drawn.filter(({ node }) => node.text || node.desc || node.id);
  const items = rows.map(({ node, box }) => {
    const label = make("span", { class: "clamp" }, make("bdi", {}, node.text || node.desc || ""), make("span", { class: "mono" }, shortId(node)));
    const button = make("button", { type: "button" }, label);
    const light = (on) => () => {
      box.classList.toggle("lit", on);
      if (on) inspect(node);
    };
    button.addEventListener("pointerenter", light(true));
    button.addEventListener("focus", light(true));
    button.addEventListener("pointerleave", light(false));
    button.addEventListener("blur", light(false));
    return make("li", {}, button);
  });
  return make("details", {}, make("summary", {}, word("ui", "elements"), ` (${rows.length})`), make("ol", {}, items));
}
