// The strip of small pictures: both phones after each step, drawn as plain blocks.

const INK = { button: "#2a6fb0", field: "#9aa3ad", image: "#d5d9dd", check: "#5a626c" };

function paintSmall(canvas, root) {
  const size = sizeOf(root);
  const dots = Math.min(devicePixelRatio || 1, 2);
  canvas.width = 44 * dots;
  canvas.height = 92 * dots;
  const pen = canvas.getContext("2d");
  pen.scale(canvas.width / size.width, canvas.height / size.height);
  pen.fillStyle = root ? "#ffffff" : "#e6e4de";
  pen.fillRect(0, 0, size.width, size.height);
  if (root) walk(root, (node) => paintNode(pen, node));
}

function paintNode(pen, node) {
  const { x, y, width, height } = box(node);
  const kind = kindOf(node);
  if (kind === "field") {
    pen.strokeStyle = INK.field;
    pen.lineWidth = 14;
    pen.strokeRect(x, y, width, height);
  } else if (INK[kind]) {
    pen.fillStyle = kind === "button" && node.enabled === false ? "#c9ced4" : INK[kind];
    pen.fillRect(x, y, kind === "check" ? Math.min(60, width) : width, height);
  } else if (node.text) {
    paintText(pen, node.text, x, y, width, height);
  }
}

// Text is far too small to read here: a line of it becomes a bar of its length.
function paintText(pen, text, x, y, width, height) {
  const line = 58;
  const rows = Math.max(1, Math.min(Math.floor(height / line), Math.ceil((text.length * 40) / width)));
  pen.fillStyle = "#8d959e";
  for (let row = 0; row < rows; row += 1) {
    const last = row === rows - 1;
    const share = last ? Math.min(1, ((text.length * 40) / width) % 1 || 1) : 1;
    pen.fillRect(x, y + (height / rows) * (row + 0.28), width * share, (height / rows) * 0.44);
  }
}

function filmFrame(step, index, choose) {
  const canvases = step.phones.slice(0, 2).map((phone) => {
    const canvas = make("canvas", { width: 44, height: 92 });
    tree(phone.tree).then((root) => paintSmall(canvas, root));
    return canvas;
  });
  const under = make("span", { class: `under s-${step.status}` }, icon(STEP_ICONS[step.status]), `${index + 1}`, " ", clock(step.at));
  const button = make("button", { type: "button", "data-step": index }, make("span", { class: "pictures" }, canvases), under);
  button.addEventListener("click", () => choose(index));
  return make("li", { class: "frame" }, button);
}
