// The timeline: one column an instant of exam time, one lane for the steps, each phone and the platform.

const PARTS = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?/;

// Exam time is shown as it was written, in the exam's own zone, whatever the reader's clock says.
function instant(text) {
  const found = PARTS.exec(text || "");
  return found ? { day: found[1], time: found[2], ms: found[3] || "" } : { day: "", time: String(text || ""), ms: "" };
}

function clock(text) {
  return instant(text).time;
}

function gapBetween(earlier, later) {
  const seconds = (Date.parse(later) - Date.parse(earlier)) / 1000;
  if (!Number.isFinite(seconds) || seconds < 1) return "";
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), Math.floor(seconds % 60)];
  return `+${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

function columnsOf(scenario) {
  const all = [...scenario.steps, ...scenario.timeline].map((row) => row.at).filter(Boolean);
  return [...new Set(all)].sort((one, other) => Date.parse(one) - Date.parse(other));
}

function lanesOf(scenario) {
  const others = scenario.timeline.map((row) => row.who);
  return [...new Set(["main", "aux", "platform", ...others])];
}

function timelineTable(scenario, choose, showRecord) {
  const columns = columnsOf(scenario);
  const lanes = lanesOf(scenario);
  const head = make("tr", {}, make("th", { scope: "col" }, word("ui", "exam_time")), columns.map((at, index) => columnHead(at, columns[index - 1])));
  const rows = lanes.map((lane) => laneRow(lane, columns, (at) => scenario.timeline.filter((row) => row.who === lane && row.at === at).map((row) => recordMark(row, showRecord))));
  const steps = laneRow("step", columns, (at) => scenario.steps.flatMap((step, index) => (step.at === at ? [stepMark(step, index, choose)] : [])));
  return make("table", { class: "lanes" }, make("thead", {}, head), make("tbody", {}, steps, rows));
}

function columnHead(at, before) {
  const { day, time, ms } = instant(at);
  const newDay = !before || instant(before).day !== day;
  const above = make("span", { class: "day" }, newDay ? day : gapBetween(before, at) || "\u00a0");
  return make("th", { scope: "col", "data-at": at }, above, time, make("span", { class: "ms" }, ms));
}

function laneRow(lane, columns, marks) {
  return make("tr", {}, make("th", { scope: "row" }, make("span", { class: "clamp" }, word("lane", lane))), columns.map((at) => make("td", { "data-at": at }, marks(at))));
}

function stepMark(step, index, choose) {
  const button = make("button", { type: "button", class: `mark s-${step.status}` }, icon(STEP_ICONS[step.status]), `${index + 1}`);
  button.addEventListener("click", () => choose(index));
  return button;
}

function recordMark(record, showRecord) {
  const refused = record.what === "refused" || record.what.startsWith("failed") ? " refused" : "";
  const cause = record.detail.cause ? [" · ", value(record.detail.cause)] : [];
  const button = make("button", { type: "button", class: `mark${refused}`, "aria-pressed": "false" }, make("span", { class: "clamp" }, word("event", record.what), cause.flat()));
  button.addEventListener("click", () => showRecord(record, button));
  return button;
}

function value(raw) {
  if (known("value", String(raw))) return word("value", String(raw));
  const text = raw && typeof raw === "object" ? JSON.stringify(raw) : String(raw);
  return [make("bdi", { class: "mono" }, text)];
}

function recordFacts(record) {
  const { day, time, ms } = instant(record.at);
  const rows = Object.entries(record.detail).map(([key, raw]) => make("div", {}, make("dt", {}, word("detail", key)), make("dd", {}, value(raw))));
  const name = make("div", {}, make("dt", {}, word("event", record.what)), make("dd", { class: "mono" }, `${day} ${time}${ms}`));
  return make("dl", {}, name, rows);
}
