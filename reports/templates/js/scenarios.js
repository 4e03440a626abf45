// All scenarios, chapter by chapter.

function scenarioRow(scenario) {
  const name = make("span", { class: "clamp" }, watchLink(scenario, ...spans(scenario.name.en, scenario.name.zh)));
  const ids = make("span", { class: "ids" }, scenario.rules.flatMap((id) => [make("a", { href: `#${id}` }, id), " "]));
  const took = make("span", { class: "took" }, `${scenario.duration_s.toFixed(1)} `, word("ui", "seconds"));
  const row = make("li", { class: "scenario", "data-verdict": scenario.verdict, "data-id": scenario.id }, badge(scenario.verdict), name, ids, took);
  row.searched = JSON.stringify([scenario.name, scenario.rules, pair("verdict", scenario.verdict)]).toLowerCase();
  return row;
}

function startScenarios() {
  const parts = catalogue.chapters.map((chapter) => {
    const rows = chapter.scenarios.map((id) => scenariosById.get(id)).filter(Boolean);
    return rows.length ? chapterOf(chapter.title, rows, rows.length, [make("ul", { class: "scenarios" }, rows.map(scenarioRow))]) : null;
  });
  byId("stories").replaceChildren(...parts.filter(Boolean));
}
