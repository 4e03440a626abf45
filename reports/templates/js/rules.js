// What is known of a rule, made when a reader folds it open; and what is put on paper of those that are not settled.

let catalogue = { rules: [], atoms: [], places: {}, chapters: [] };
const rulesById = new Map();
const scenariosById = new Map();
const UNSETTLED = ["FAIL", "INCONCLUSIVE", "REVIEW", "ERROR", "WARN", "WAIVED"];

function fact(label, ...content) {
  return [make("dt", {}, label), make("dd", {}, ...content)];
}

function placeOf(section) {
  return spans(...(catalogue.places[section] || [section, section]));
}

function watchLink(scenario, ...label) {
  return make("a", { class: "watch", href: addressOf(scenario.id, 0) }, ...label);
}

function sourceLine(source) {
  const where = source.notice ? spans(source.notice.en, source.notice.zh) : placeOf(source.section);
  const lines = source.lines.length ? [" · ", word("ui", "line"), ` ${source.lines.join(", ")}`].flat() : [];
  const atoms = source.atoms.flatMap((id) => [" ", make("a", { class: "atom", href: `#${id}` }, id)]);
  return make("span", { class: "source" }, where, lines, atoms);
}

function readingFact(reading) {
  const said = [...spans(reading.text.en, reading.text.zh)];
  if (reading.answered_by) {
    const by = make("span", { class: "soft" }, word("ui", "answered_by"), " ", make("bdi", {}, reading.answered_by), " ", reading.answered_on);
    const stands = make("b", {}, word("ui", reading.replaced ? "replaced" : "confirmed"));
    said.push(make("span", { class: `answer${reading.replaced ? " replaced" : ""}` }, stands, " ", spans(reading.answer.en, reading.answer.zh), " ", by));
  }
  return fact([...word("ui", "reading"), " ", make("code", {}, reading.id)], said);
}

function linked(id) {
  const scenario = scenariosById.get(id);
  return make("span", { class: "linked" }, badge(scenario.verdict), watchLink(scenario, ...spans(scenario.name.en, scenario.name.zh)));
}

function ruleDetail(rule) {
  const scenarios = rule.scenarios.filter((id) => scenariosById.has(id)).map(linked);
  const sources = rule.source.length ? rule.source.map(sourceLine) : word("ui", "unknown");
  return make("dl", { class: "detail" },
    rule.reason.en || rule.reason.zh ? fact(word("ui", "reason"), spans(rule.reason.en, rule.reason.zh)) : [],
    fact(word("ui", "source"), sources),
    rule.readings.flatMap(readingFact),
    rule.binds.length ? fact(word("ui", "binds"), rule.binds.map((name) => make("span", { class: "listed" }, word("binds", name)))) : [],
    rule.method ? fact(word("ui", "method"), word("method", rule.method)) : [],
    rule.digest ? fact(word("ui", "row_digest"), make("code", { class: "digest" }, rule.digest)) : [],
    fact(word("ui", "scenarios"), scenarios.length ? scenarios : word("ui", "not_exercised")));
}

function fillRule(element) {
  const cell = element.querySelector(".more > td");
  const rule = rulesById.get(element.id);
  if (rule && !cell.firstChild) cell.append(ruleDetail(rule));
}

function searchedText(rule) {
  const names = rule.scenarios.map((id) => scenariosById.get(id)).filter(Boolean).map((scenario) => scenario.name);
  const words = ["level", "answers_for", "harm", "basis", "verdict"].flatMap((group) => pair(group, rule[group]));
  return JSON.stringify([rule.id, rule.title, rule.reason, rule.source, rule.readings, words, names]).toLowerCase();
}

async function loadCatalogue() {
  catalogue = await unpack("catalogue");
  for (const rule of catalogue.rules) rulesById.set(rule.id, rule);
  for (const scenario of run.scenarios) scenariosById.set(scenario.id, scenario);
}

function startRules() {
  for (const element of document.querySelectorAll(".rule")) {
    element.searched = rulesById.has(element.id) ? searchedText(rulesById.get(element.id)) : element.textContent.toLowerCase();
    if (UNSETTLED.includes(element.dataset.verdict)) fillRule(element);
    element.querySelector(".fold").addEventListener("click", () => openRule(element, !element.classList.contains("open")));
  }
}
