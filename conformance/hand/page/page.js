// An operator's page: shows the open sheet, takes answers, and keeps what could not be sent until it can be.
"use strict";
(() => {
const WORDS = JSON.parse(document.getElementById("words").textContent);
const BASE = location.pathname.replace(/\/+$/, "");
const STORE = `examgate${BASE}`;
const GOOD = ["done", "seen"];
const RETRY_MS = 2000, SIDE = 1280;
const byId = (id) => document.getElementById(id);
const kept = JSON.parse(localStorage.getItem(STORE) || "{}");
const own = { lang: kept.lang || "zh", drafts: kept.drafts || {}, outbox: kept.outbox || [], state: null, key: "", rows: [], lost: false, said: "" };

const inLang = (en, zh) => (own.lang === "en" ? en : zh);
const pick = (both) => both[inLang(0, 1)] || both[0] || both[1];
const word = (key) => pick(WORDS[key]);
const keep = () => localStorage.setItem(STORE, JSON.stringify({ lang: own.lang, drafts: own.drafts, outbox: own.outbox }));

function make(tag, more = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(more)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat());
  return element;
}

function post(path, content, type = "application/json") {
  return fetch(`${BASE}/${path}`, { method: "POST", headers: { "Content-Type": type }, body: content });
}

// --- what is shown ---------------------------------------------------------------------------------------

function show() {
  const { state } = own;
  document.documentElement.lang = inLang("en", "zh-CN");
  byId("language").textContent = word("language");
  byId("status").hidden = !own.lost && !own.said;
  byId("status").textContent = own.lost ? word(own.outbox.length ? "unsent" : "gone") : own.said;
  if (!state) return;
  byId("place").textContent = `${word(state.place)}${inLang(" ", "")}${word("operator")}`;
  byId("who").textContent = state.name;
  byId("progress").textContent = `${word("progress")} ${state.done}/${state.of}`;
  const key = [own.lang, state.name, state.sheet ? state.sheet.case : "over"].join(" ");
  if (key !== own.key) build(key);
  own.rows.forEach((row, index) => showLine(row, state.sheet.lines[index]));
  const turn = document.getElementById("turn");
  if (turn) turn.textContent = turnOf(state.sheet);
}

function build(key) {
  const { state } = own;
  own.key = key;
  own.rows = [];
  if (!state.name) return byId("main").replaceChildren(joinForm(state.place));
  if (!state.sheet) return byId("main").replaceChildren(make("p", { class: "card" }, word("over")));
  const { sheet } = state;
  own.rows = sheet.lines.map((line) => lineRow(line));
  const head = make("div", { class: "sheet" },
    make("h2", {}, pick(sheet.name)),
    make("p", { class: "small" }, `${word("rules")} ${sheet.rules.join(" ")} · ${word("sitting")} ${sheet.subject} ${word(sheet.session)}`),
    make("p", { id: "turn" }));
  byId("main").replaceChildren(head, make("ol", {}, own.rows.map((row) => row.item)));
  window.scrollTo(0, 0);
}

function turnOf(sheet) {
  const mine = sheet.turn.includes(own.state.place);
  const others = sheet.turn.filter((place) => place !== own.state.place).map(word).join(inLang(", ", "、"));
  const named = (key) => `${word(key)}${inLang(" ", "")}${others}`;
  if (!mine) return named("waiting_for");
  return word("your_turn") + (others ? inLang(` (${named("side_by_side")})`, `（${named("side_by_side")}）`) : "");
}

function lineRow(line) {
  const values = line.values.map(([key, text]) => make("p", { class: "small" }, `${word(key)} `, make("span", { class: "value" }, text)));
  const where = make("p", { class: "small" });
  const card = make("div");
  const head = make("div", {}, make("span", { class: "kind" }, word(line.kind)), make("span", { class: "text" }, pick(line.text)));
  return { item: make("li", {}, head, values, where, card), where, card, open: false };
}

function showLine(row, line) {
  const sent = own.outbox.some((one) => one.case === own.state.sheet.case && one.line === line.number);
  const open = line.open && !sent;
  const wrong = line.said.some((one) => !GOOD.includes(one.said));
  const whole = line.said.length === line.places.length;
  row.item.className = open ? "own" : wrong ? "bad" : whole ? "good" : own.state.sheet.turn.length && !line.said.length ? "later" : "open";
  row.where.textContent = line.places.map((place) => {
    const said = line.said.find((one) => one.place === place);
    return said ? `${word(place)}：${word(said.said)}（${said.by}）` : word(place);
  }).join("　");
  if (open !== row.open) row.card.replaceChildren(...(open ? [answerForm(line)] : []));
  if (open && !row.open) row.item.scrollIntoView({ block: "nearest" });
  row.open = open;
}

// --- answers ---------------------------------------------------------------------------------------------

function joinForm(place) {
  const name = make("input", { type: "text", maxlength: 80, required: true, autocomplete: "name" });
  const version = make("input", { type: "text", maxlength: 80, autocomplete: "off" });
  const send = async (event) => {
    event.preventDefault();
    if (!name.value.trim()) return;
    try {
      await post("join", JSON.stringify({ name: name.value, version: version.value }));
    } catch (lost) {
      noteLost(true);
    }
  };
  return make("form", { class: "card", onsubmit: send },
    make("h2", {}, word("join_title")),
    make("label", {}, word("name"), name), make("p", { class: "small" }, word("name_hint")),
    make("label", {}, word(`product_${place}`), version),
    make("button", { class: "send" }, word("begin")));
}

function answerForm(line) {
  const key = `${own.state.sheet.case} ${line.number}`;
  const draft = own.drafts[key] || { said: "", note: "", photos: [] };
  const change = (more) => { Object.assign(draft, more); own.drafts[key] = draft; keep(); refresh(); };
  const buttons = line.choices.map((said) => make("button", { type: "button", class: said, onclick: () => change({ said }) }, word(said)));
  const note = make("textarea", { rows: 2, maxlength: 2000, oninput: () => change({ note: note.value }) });
  note.value = draft.note;
  const count = make("span", { class: "small" });
  const file = make("input", { type: "file", accept: "image/*", capture: "environment", onchange: () => takePhoto(file, (name) => change({ photos: [...draft.photos, name] })) });
  const send = make("button", { type: "button", class: "send", onclick: () => handIn(key, line, draft) }, word("submit"));
  const hint = make("p", { class: "small" });
  const refresh = () => {
    buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(line.choices[index] === draft.said)));
    const wanting = draft.said && draft.said !== line.choices[0] && !draft.note.trim();
    hint.textContent = wanting ? word("note_wanted") : "";
    count.textContent = draft.photos.length ? `${draft.photos.length} ${word("photos_kept")}` : "";
    send.disabled = !draft.said || Boolean(wanting);
    file.disabled = draft.photos.length >= 6;
  };
  refresh();
  return make("div", {},
    make("div", { class: "choices" }, buttons),
    make("label", {}, word("note"), note), hint,
    make("div", { class: "photo" }, make("label", {}, word("photo"), file), count),
    send);
}

function handIn(key, line, draft) {
  own.outbox.push({ case: own.state.sheet.case, line: line.number, said: draft.said, note: draft.note.trim(), photos: draft.photos });
  delete own.drafts[key];
  keep();
  show();
  flush();
}

let flushing = false;
async function flush() {
  if (flushing) return;
  flushing = true;
  try {
    while (own.outbox.length) {
      const answer = await post("answer", JSON.stringify(own.outbox[0]));
      if (answer.status >= 500) throw new Error("later");
      own.said = answer.ok ? "" : word("refused");
      own.outbox.shift();
      keep();
      noteLost(false);
    }
  } catch (lost) {
    noteLost(true);
  } finally {
    flushing = false;
    show();
  }
}

// --- photos ----------------------------------------------------------------------------------------------

async function takePhoto(file, done) {
  const chosen = file.files[0];
  file.value = "";
  if (!chosen) return;
  let picture;
  try {
    picture = await createImageBitmap(chosen);
  } catch (broken) {
    own.said = word("photo_bad");
    return show();
  }
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = make("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  const pen = canvas.getContext("2d");
  const begin = () => pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  begin();
  const masked = own.state.masked;
  const box = make("input", { type: "checkbox", onchange: () => { save.disabled = masked && !box.checked; } });
  const save = make("button", { type: "button", class: "send", disabled: masked, onclick: async () => {
    save.disabled = true;
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    try {
      const answer = await post(masked ? "covered" : "photo", blob, "image/jpeg");
      if (!answer.ok) throw new Error(String(answer.status));
      done((await answer.json()).photo);
      sheet.remove();
    } catch (lost) {
      noteLost(true);
      save.disabled = false;
    }
  } }, word("photo_keep"));
  const sheet = make("div", { class: "cover" }, make("div", {},
    make("p", {}, word(masked ? "photo_cover" : "photo_plain")), canvas,
    masked ? make("label", {}, box, word("photo_covered")) : [],
    save,
    make("div", { class: "choices" },
      make("button", { type: "button", onclick: begin }, word("photo_undo")),
      make("button", { type: "button", onclick: () => sheet.remove() }, word("photo_drop")))));
  paintable(canvas, pen);
  document.body.append(sheet);
}

function paintable(canvas, pen) {
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  };
  let drawing = false;
  canvas.addEventListener("pointerdown", (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    pen.lineWidth = canvas.width / 14;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#111";
    pen.beginPath();
    pen.moveTo(...place(event));
    pen.lineTo(...place(event));
    pen.stroke();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    pen.lineTo(...place(event));
    pen.stroke();
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { drawing = false; });
}

// --- the connection --------------------------------------------------------------------------------------

function noteLost(lost) {
  own.lost = lost;
  show();
}

async function poll() {
  const known = own.state && !own.lost ? `?version=${own.state.version}` : "";
  let wait = 0;
  try {
    const answer = await fetch(`${BASE}/state${known}`, { cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    own.state = await answer.json();
    own.lost = own.state.closed && Boolean(own.state.sheet);
    show();
    if (own.outbox.length) flush();
    if (own.state.closed && !own.state.sheet) return; // all is done, and nobody answers here any more
    if (own.state.closed) wait = RETRY_MS;
  } catch (lost) {
    noteLost(true);
    wait = RETRY_MS;
  }
  setTimeout(poll, wait);
}

byId("language").addEventListener("click", () => {
  own.lang = own.lang === "en" ? "zh" : "en";
  keep();
  show();
});
show();
poll();
})();
