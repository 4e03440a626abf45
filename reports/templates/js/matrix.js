// The document held against the run: each rule with its atoms on one side and its scenarios on the other.

function spread(counts) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ class: "spread", viewBox: `0 0 ${Math.max(total, 1)} 1`, preserveAspectRatio: "none", "aria-hidden": "true" })) svg.setAttribute(name, value);
  let x = 0;
  for (const verdict of SHOWN_FIRST.filter((name) => counts[name])) {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ class: `v-${verdict}`, x, y: 0, width: counts[verdict], height: 1 })) rect.setAttribute(name, value);
    x += counts[verdict];
    svg.append(rect);
  }
  return svg;
}

const SHOWN_FIRST = ["PASS", "NOT_APPLICABLE", "WAIVED", "WARN", "REVIEW", "INCONCLUSIVE", "ERROR", "FAIL"];

function countVerdicts(rows) {
  const counts = {};
  for (const row of rows) counts[row.verdict] = (counts[row.verdict] || 0) + 1;
  return counts;
}

function chapterOf(title, rows, count, body) {
  const head = make("h3", {}, spans(title.en, title.zh), " ", make("span", { class: "soft" }, String(count)), rows.length ? spread(countVerdicts(rows)) : []);
  return make("section", { class: "chapter" }, head, body);
}

function atomRow(atom) {
  const restates = atom.restates ? [" · ", word("ui", "restates"), " ", make("a", { href: `#${atom.restates}` }, atom.restates)].flat() : [];
  const where = make("span", { class: "where" }, placeOf(atom.section), ` · ${atom.line}`, restates);
  const level = make("span", { class: "grade" }, word("level", atom.level));
  return make("li", { id: atom.id }, make("code", {}, atom.id), make("span", { class: "said" }, spans(atom.text.en, atom.text.zh), where), level);
}

function dots(rule) {
  const found = rule.scenarios.map((id) => scenariosById.get(id)).filter(Boolean);
  const links = found.map((scenario) => {
    const link = watchLink(scenario);
    link.className = `dot v-${scenario.verdict}`;
    link.title = [scenario.name.en, scenario.name.zh].join(" · ");
    link.append(make("span", { class: "unseen" }, spans(scenario.name.en, scenario.name.zh)));
    return link;
  });
  const label = found.length ? [word("ui", "scenarios"), ` ${found.length}`].flat() : word("ui", "not_exercised");
  return make("div", { class: "dots" }, make("span", { class: "soft" }, label), links);
}

function coverRow(rule, atoms) {
  const head = make("p", { class: "named" }, badge(rule.verdict), make("a", { class: "id", href: `#${rule.id}` }, rule.id), make("span", { class: "soft" }, word("level", rule.level), " · ", word("answers_for", rule.answers_for)));
  const title = make("p", { class: "titled" }, spans(rule.title.en, rule.title.zh));
  const row = make("article", { class: "cover", "data-verdict": rule.verdict, "data-counted": rule.counted ? 1 : 0 },
    make("div", { class: "owner" }, head, title, dots(rule)), make("ul", { class: "atoms" }, atoms.map(atomRow)));
  row.searched = `${searchedText(rule)} ${JSON.stringify(atoms.map((atom) => [atom, catalogue.places[atom.section]])).toLowerCase()}`;
  return row;
}

function lostRow(atoms) {
  const row = make("article", { class: "cover", "data-verdict": "", "data-counted": 0 }, make("div", { class: "owner" }, make("p", { class: "titled" }, word("ui", "in_no_rule"))), make("ul", { class: "atoms" }, atoms.map(atomRow)));
  row.searched = JSON.stringify(atoms).toLowerCase();
  return row;
}

function startMatrix() {
  if (!catalogue.atoms.length) return;
  const atoms = new Map(catalogue.atoms.map((atom) => [atom.id, atom]));
  const mine = (rule) => rule.source.flatMap((source) => source.atoms).filter((id) => atoms.has(id)).map((id) => atoms.get(id));
  const parts = catalogue.chapters.map((chapter) => {
    const rows = chapter.rules.map((id) => rulesById.get(id)).filter((rule) => mine(rule).length);
    const count = rows.reduce((sum, rule) => sum + mine(rule).length, 0);
    return rows.length ? chapterOf(chapter.title, rows, count, rows.map((rule) => coverRow(rule, mine(rule)))) : null;
  });
  const named = new Set(catalogue.rules.flatMap(mine).map((atom) => atom.id));
  const lost = catalogue.atoms.filter((atom) => !named.has(atom.id));
  const [en, zh] = pair("ui", "in_no_rule");
  if (lost.length) parts.push(chapterOf({ en, zh }, [], lost.length, [lostRow(lost)]));
  byId("coverage").replaceChildren(...parts.filter(Boolean));
}
