// One scenario, step by step: film, steps, both phones, facts, timeline. The address says which scenario and step.

const STEP_ICONS = {
  passed: "PASS", not_met: "FAIL", refused: "FAIL", unreached: "INCONCLUSIVE", control_missing: "INCONCLUSIVE",
  precision_missing: "INCONCLUSIVE", review: "REVIEW", undecided: "INCONCLUSIVE", transport_lost: "ERROR", error: "ERROR", not_run: "NOT_APPLICABLE",
};
const shown = { scenario: null, step: -1, phones: [], turn: 0 };

function addressOf(id, step) {
  return `#scenario/${encodeURIComponent(id)}${step > 0 ? `/${step + 1}` : ""}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (malformed) {
    return text; // an address typed by hand may hold a lone percent sign; it then names nothing
  }
}

function readAddress() {
  const found = /^#scenario\/([^/]+)(?:\/(\d+))?$/.exec(location.hash);
  if (!found) return null;
  const id = decoded(found[1]);
  const scenario = run.scenarios.find((row) => row.id === id);
  return scenario ? { scenario, step: found[2] ? Number(found[2]) - 1 : null } : null;
}

function followAddress() {
  const asked = readAddress();
  root.dataset.view = asked ? "viewer" : "report";
  byId("viewer").hidden = !asked;
  if (!asked) {
    shown.scenario = null;
    const place = location.hash.length > 1 && byId(decoded(location.hash.slice(1)));
    if (place) reveal(place);
    return;
  }
  if (asked.scenario !== shown.scenario) openScenario(asked.scenario);
  showStep(asked.step === null ? firstToSee(asked.scenario) : asked.step);
}

function reveal(place) {
  const chapter = place.closest(".chapter");
  if (chapter) foldChapter(chapter, false);
  if (place.classList.contains("rule")) openRule(place, true);
  place.scrollIntoView();
}

// A failed scenario opens where it failed: that is what the reader came for.
function firstToSee(scenario) {
  const broken = scenario.steps.findIndex((step) => step.status !== "passed" && step.status !== "not_run");
  return broken >= 0 ? broken : 0;
}

function openScenario(scenario) {
  shown.scenario = scenario;
  shown.step = -1;
  byId("scenario-badge").replaceChildren(badge(scenario.verdict));
  byId("scenario-name").replaceChildren(...spans(scenario.name.en, scenario.name.zh));
  byId("scenario-rules").replaceChildren(...scenario.rules.flatMap((id) => [make("a", { href: `#${id}` }, id), " "]));
  byId("scenario-file").replaceChildren(make("bdi", {}, `${scenario.file}:${scenario.line}`));
  byId("scenario-rerun").replaceChildren(copyable(scenario.rerun));
  const byHand = scenario.method === "operator" ? [make("b", {}, word("method", scenario.method)), " "] : [];
  byId("scenario-reason").replaceChildren(...byHand, ...spans(scenario.reason.en, scenario.reason.zh));
  byId("film").replaceChildren(...scenario.steps.map((step, index) => filmFrame(step, index, goTo)));
  byId("steps").replaceChildren(...scenario.steps.map(stepRow));
  byId("record").replaceChildren();
  const silent = !scenario.timeline.length && !scenario.steps.some((step) => step.at);
  byId("timeline").replaceChildren(silent ? make("p", { class: "note" }, word("ui", "no_timeline")) : timelineTable(scenario, goTo, showRecord));
  window.scrollTo(0, 0);
  byId("scenario-name").focus({ preventScroll: true });
}

function stepRow(step, index) {
  const line = make("span", { class: "clamp" }, make("span", { class: "keyword" }, word("keyword", step.keyword)), spans(step.text.en, step.text.zh));
  const state = step.status === "passed" ? [] : [" · ", make("b", {}, word("status", step.status))];
  const meta = make("span", { class: "meta" }, clock(step.at), make("span", { class: "ms" }, instant(step.at).ms), state);
  const button = make("button", { type: "button", class: `s-${step.status} ${step.status}`, "data-step": index }, icon(STEP_ICONS[step.status]), line, meta);
  button.addEventListener("click", () => goTo(index));
  return make("li", {}, button);
}

function goTo(step) {
  const last = shown.scenario.steps.length - 1;
  const wanted = Math.max(0, Math.min(step, last));
  history.replaceState(null, "", `#scenario/${encodeURIComponent(shown.scenario.id)}/${wanted + 1}`);
  showStep(wanted);
}

async function showStep(wanted) {
  const { scenario } = shown;
  const index = Math.max(0, Math.min(wanted, scenario.steps.length - 1));
  const step = scenario.steps[index];
  if (!step || index === shown.step) return;
  shown.step = index;
  markCurrent(index, step);
  byId("facts").replaceChildren(stepFacts(step));
  inspect(null);
  const turn = (shown.turn += 1);
  const made = await Promise.all(step.phones.map(phoneFigure));
  if (turn !== shown.turn) return; // another step was chosen while this one was being unpacked
  shown.phones = made;
  const missing = scenario.evidence ? [] : [make("p", { class: "note" }, word("ui", "no_evidence"))];
  byId("phones").replaceChildren(...made.map(({ figure }) => figure), ...missing);
  byId("phones").dataset.step = index;
  fitPhones(byId("phones"), made);
  byId("elements").replaceChildren(listElements(made.flatMap(({ drawn }) => drawn)));
}

function markCurrent(index, step) {
  for (const button of byId("viewer").querySelectorAll("button[data-step]")) {
    const current = Number(button.dataset.step) === index;
    if (current) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
    if (current) button.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  for (const cell of byId("timeline").querySelectorAll("[data-at]")) {
    const now = cell.dataset.at === step.at;
    cell.classList.toggle("now", now);
    if (now && cell.tagName === "TH") byId("timeline").scrollLeft = cell.offsetLeft - byId("timeline").clientWidth / 2;
  }
}

function stepFacts(step) {
  const status = make("p", { class: "status" }, icon(STEP_ICONS[step.status]), make("span", {}, word("status", step.status)));
  const rows = ["expected", "seen", "error"].filter((key) => step[key] && (step[key].en || step[key].zh || typeof step[key] === "string"));
  const said = rows.map((key) => [make("dt", {}, word("ui", key)), make("dd", { class: key === "expected" || step.status === "passed" ? null : "seen" }, say(step[key]))]);
  const values = Object.entries(step.values).map(([name, text]) => [make("dt", {}, word("quantity", name)), make("dd", {}, make("bdi", { class: "mono" }, text))]);
  const time = [make("dt", {}, word("ui", "exam_time")), make("dd", { class: "mono" }, step.at.slice(0, 23).replace("T", " "))];
  return make("div", { class: `fact s-${step.status}` }, status, make("dl", { class: "difference" }, said.flat(), values.flat(), step.at ? time : [], step.told.flatMap(told)));
}

// What an operator said, where people carried the scenario out.
function told(one) {
  const who = make("div", {}, make("bdi", {}, one.by), " · ", make("span", { class: "mono" }, one.at.slice(0, 19).replace("T", " ")));
  const note = one.note ? [make("div", {}, make("bdi", {}, one.note))] : [];
  return [make("dt", {}, word("lane", one.place)), make("dd", {}, make("b", {}, word("told", one.said)), who, note)];
}

function showRecord(record, button) {
  for (const other of byId("timeline").querySelectorAll("[aria-pressed]")) other.setAttribute("aria-pressed", String(other === button));
  byId("record").replaceChildren(recordFacts(record));
}

function neighbour(distance) {
  const order = [...document.querySelectorAll(".scenario:not([hidden])")].map((row) => row.dataset.id);
  const place = order.indexOf(shown.scenario.id);
  const id = order[place + distance];
  if (id !== undefined) location.hash = addressOf(id, 0);
}

const KEYS = {
  ArrowRight: () => goTo(shown.step + 1),
  ArrowDown: () => goTo(shown.step + 1),
  ArrowLeft: () => goTo(shown.step - 1),
  ArrowUp: () => goTo(shown.step - 1),
  Home: () => goTo(0),
  End: () => goTo(shown.scenario.steps.length - 1),
  "[": () => neighbour(-1),
  "]": () => neighbour(1),
  Escape: () => { location.hash = "#scenarios"; },
};

function onKey(event) {
  const busy = event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, details");
  const scrolls = event.key.startsWith("Arrow") && event.target.closest("#timeline");
  if (!shown.scenario || busy || scrolls || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
}

function startViewer() {
  window.addEventListener("hashchange", followAddress);
  document.addEventListener("keydown", onKey);
  byId("previous").addEventListener("click", () => neighbour(-1));
  byId("next").addEventListener("click", () => neighbour(1));
  window.addEventListener("beforeprint", () => fitPhones(byId("phones"), shown.phones, 370));
  window.addEventListener("afterprint", () => fitPhones(byId("phones"), shown.phones));
  new ResizeObserver(() => shown.scenario && fitPhones(byId("phones"), shown.phones)).observe(byId("phones"));
  followAddress();
}
