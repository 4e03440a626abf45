// A phone as it was: the element tree drawn in the phone's own pixels and scaled to fit, over the screenshot if any.

const KINDS = [
  [/EditText|TextField/, "field"],
  [/CheckBox|Switch|Toggle|RadioButton/, "check"],
  [/ImageButton|Image/, "image"],
  [/Button/, "button"],
  [/List|Recycler|Table/, "list"],
];
const COMMON = { width: 1080, height: 2340 };

function kindOf(node) {
  const found = KINDS.find(([pattern]) => pattern.test(node.class || ""));
  return found ? found[1] : "plain";
}

function walk(node, visit) {
  visit(node);
  for (const child of node.children || []) walk(child, visit);
}

function box(node) {
  const [x0, y0, x1, y1] = node.bounds || [0, 0, 0, 0];
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

function sizeOf(root) {
  const size = root ? box(root) : COMMON;
  return size.width > 0 && size.height > 0 ? size : COMMON;
}

// Trees carry no type size, so the largest that lets the text fit its bounds is taken: a Chinese character is one
// size wide, a Latin one about half.
function typeSize(text, width, height, screenWidth) {
  const lines = text.split("\n").map((line) => [...line].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 1 : 0.56), 0));
  for (let size = screenWidth * 0.044; size > 12; size *= 0.94) {
    const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((line * size) / width)), 0);
    if (rows * size * 1.28 <= height + 1) return size;
  }
  return 12;
}

function elementBox(node, screenWidth) {
  const { x, y, width, height } = box(node);
  const kind = kindOf(node);
  const classes = ["el", kind];
  if (node.checked) classes.push("on");
  if (node.enabled === false) classes.push(kind === "button" ? "off" : "dim");
  if (node.clickable && (kind === "plain") && node.text) classes.push("tap");
  const element = make("div", { class: classes.join(" ") });
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  if (node.image !== undefined) element.append(make("img", { src: picture(node.image), alt: "" }));
  else if (node.text || kind === "image") {
    const text = node.text || node.desc || "";
    const room = { check: 70, field: 42 }[kind] || 0;
    element.style.fontSize = `${typeSize(text.slice(0, 2000), Math.max(width - room, 10), height, screenWidth)}px`;
    element.append(text);
  }
  return element;
}

function drawScreen(root) {
  const size = sizeOf(root);
  const screen = make("div", { class: "screen" });
  Object.assign(screen.style, { width: `${size.width}px`, height: `${size.height}px` });
  const drawn = [];
  walk(root, (node) => {
    const { width, height } = box(node);
    if (width <= 0 || height <= 0) return;
    const element = elementBox(node, size.width);
    drawn.push({ node, box: element });
    screen.append(element);
  });
  watchPointer(screen, new Map(drawn.map((row) => [row.box, row.node])));
  return { screen, drawn, size };
}

function watchPointer(screen, nodes) {
  let lit = null;
  const leave = () => {
    if (lit) lit.classList.remove("lit");
    lit = null;
    hideTip();
  };
  screen.addEventListener("pointermove", (event) => {
    const over = event.target.closest(".el");
    if (over !== lit) {
      leave();
      lit = over;
      if (lit) lit.classList.add("lit");
      if (lit) inspect(nodes.get(lit));
    }
    if (lit) showTip(nodes.get(lit), event);
  });
  screen.addEventListener("pointerleave", leave);
}

function wordsOn(root) {
  const said = [];
  if (root) walk(root, (node) => node.text && said.push(node.text));
  return said.join(" · ").slice(0, 1000);
}

async function phoneFigure(phone) {
  const root = await tree(phone.tree);
  const caption = make("figcaption", {}, make("span", {}, word("lane", phone.role)));
  const glass = make("div", { class: "glass", role: "img", "aria-label": wordsOn(root) });
  const figure = make("figure", { class: "phone", "data-role": phone.role }, caption, make("div", { class: "body" }, glass));
  const made = { figure, glass, size: sizeOf(root), drawn: [], screen: null };
  if (root) Object.assign(made, drawScreen(root));
  if (made.screen) glass.append(made.screen);
  if (phone.shot !== undefined) addPhotograph(made, caption, picture(phone.shot));
  else if (!root) glass.append(make("div", { class: "empty" }, make("span", {}, word("ui", "no_picture"))));
  return made;
}

function addPhotograph(made, caption, source) {
  const image = make("img", { class: "photograph", src: source, alt: "" });
  made.glass.prepend(image);
  const button = (key, real) => {
    const element = make("button", { type: "button" }, word("ui", key));
    element.addEventListener("click", () => choose(real));
    return [real, element];
  };
  const buttons = [button("screenshot", true), button("wireframe", false)];
  const choose = (real) => {
    made.glass.classList.toggle("real", real);
    image.hidden = !real;
    for (const [own, element] of buttons) element.setAttribute("aria-pressed", String(own === real));
  };
  if (made.screen) caption.append(make("span", { class: "segments" }, buttons.map(([, element]) => element)));
  choose(true);
}

// All phones get one height, as large as the place allows; on paper, so that two stand beside the list of steps.
function fitPhones(place, made, tallest = Math.max(innerHeight - 425, 420)) {
  const gap = 32;
  const frame = 20;
  const widest = made.map(({ size }) => size.width / size.height);
  const columns = Math.min(made.length, place.clientWidth < 430 ? 1 : 2);
  const byWidth = Math.min(...widest.map((ratio) => ((place.clientWidth - gap * (columns - 1)) / columns - frame) / ratio));
  const height = Math.max(240, Math.min(byWidth, tallest, 800));
  for (const { glass, screen, size } of made) {
    const scale = height / size.height;
    Object.assign(glass.style, { width: `${size.width * scale}px`, height: `${height}px` });
    const empty = glass.querySelector(".empty");
    if (empty) empty.style.height = `${height}px`;
    if (screen) screen.style.transform = `scale(${scale})`;
  }
}
