"""What a run was: the facts that stand at the head of every view that is read."""

from collections.abc import Iterator

from reports.form import Language, Results, Said, Scenario, Subject, Text
from reports.wording import word


def facts(results: Results, language: Language) -> Iterator[tuple[str, str]]:
    """Name and value: what was judged, by which plan, with what, when, and how much of it."""
    title = results.season.title.within(language)
    rows = {
        "target": f"{results.target.name} ({word('kind', results.target.kind).within(language)})",
        "under_test": said(results.target.under_test, language),
        "season": f"{results.season.id} {title}".strip(),
        "edition": results.edition,
        "kit": f"{results.kit.name} {results.kit.version}",
        "seed": str(results.seed),
        "scope": scope(results, language),
        "started": results.started,
        "finished": results.finished,
        "exit_code": str(results.exit_code),
    }
    for name, value in rows.items():
        if value:
            yield word("ui", name).within(language), value
    for subject in results.subjects:
        yield word("binds", subject.party).within(language), party(subject)


def scope(results: Results, language: Language) -> str:
    """The whole edition, or which part of it."""
    if results.scope.full:
        return word("ui", "scope_full").within(language)
    name = "scope_failed" if results.scope.failed_only else "scope_part"
    return " ".join([word("ui", name).within(language), *results.scope.rules])


def drivers(results: Results) -> dict[Text, list[Scenario]]:
    """The drivers through which phones were judged, each with its scenarios, the most used first."""
    used: dict[Text, list[Scenario]] = {}
    for scenario in results.scenarios:
        for said in dict.fromkeys(scenario.drivers.values()):
            used.setdefault(said, []).append(scenario)
    return dict(sorted(used.items(), key=lambda one: -len(one[1])))


def party(subject: Subject) -> str:
    """A party's id, version and digest and where they were read, as far as they are known."""
    return " ".join(filter(None, [subject.id, subject.version, subject.sha256, subject.read_from]))


def said(what: Said, language: Language) -> str:
    """A sentence of ours in this language, or the foreign string as it is."""
    return what.within(language) if isinstance(what, Text) else what
