"""Puts a run's results together: scenarios to rules, rules to the run, in the form that the reports read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conformance import answers, catalogue, document, verdict
from conformance.bench.forms import Controls
from conformance.catalogue import Row
from conformance.declaring import abilities, comparing
from conformance.kit import kit
from conformance.lab.installed import Found
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running import choosing, ruling, subjects
from conformance.running.choosing import Chosen
from conformance.season import Season
from reports import form
from reports.form import (
    NOTHING,
    Chapter,
    Declared,
    Reading,
    Results,
    Rule,
    Scenario,
    Scope,
    Source,
    Subject,
    Text,
)


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that is over: its scenarios by id, what the bench told of itself, the wall instants of the run, and what was read
    of what is judged at its ends."""

    plan: Plan
    chosen: Chosen
    scenarios: Mapping[str, Scenario]
    controls: Controls | None
    started: str
    finished: str
    found: tuple[Found, ...] = ()
    phones: Mapping[str, bool | None] | None = None


def gather(ended: Ended) -> Results:
    """The results of a run in which every chosen case has a scenario."""
    plan, chosen = ended.plan, ended.chosen
    scenarios = tuple(ended.scenarios[case.id] for case in chosen.cases)
    rules = tuple(_rule(row, scenarios, plan) for row in chosen.rows)
    parties = _subjects(plan, ended)
    return ruling.ruled(
        Results(
            kit=kit(),
            edition=plan.season.edition,
            season=form.Season(
                id=plan.season.id,
                edition=plan.season.edition,
                title=Text(**plan.season.title),
                sha256=plan.season_sha256,
            ),
            target=plan.target.judged,
            subjects=parties,
            lab_fault=subjects.fault(parties),
            controls=ended.controls.controls if ended.controls else (),
            declared=_declared(ended),
            seed=plan.request.seed,
            scope=_scope(plan.request, bool(plan.target.hand)),
            started=ended.started,
            finished=ended.finished,
            day=ruling.day_of(ended.started, plan.season),
            exit_code=verdict.NOT_JUDGED,
            verdict="incomplete",
            waivers=plan.lists.waivers,
            known_failures=plan.lists.known_failures,
            flaky=plan.lists.flaky,
            chapters=_chapters(chosen.rows, plan),
            rules=rules,
            scenarios=scenarios,
            atoms=_atoms(chosen.rows, plan),
            reference=_reference(ended.controls),
            masked=not plan.request.unmasked,
            language=plan.request.lang,
        )
    )


def _scope(request: RunRequest, by_hand: bool) -> Scope:
    """What a run was narrowed to, as one by hand always is: people carry out one scenario a rule. What repeats an earlier
    one names that, and not each scenario."""
    if request.repeats:
        return Scope(full=False, failed_only=True, repeats=request.repeats)
    narrowed = (*(("core",) if request.core else ()), *map("harm {}".format, request.harm))
    full = request.full and not by_hand
    return Scope(full=full, rules=(*request.rules, *narrowed, *request.scenarios))


def _declared(ended: Ended) -> tuple[Declared, ...]:
    """What the target file declares, held against the bench, the phones, and what the scenarios came to."""
    plan = ended.plan
    offered = ended.controls.controls if ended.controls else None
    able = abilities.seen(ended.chosen.cases, ended.scenarios, plan.catalogue)
    return comparing.compared(plan.target, comparing.Found(offered, ended.phones, able))


def _rule(row: Row, scenarios: Iterable[Scenario], plan: Plan) -> Rule:
    mine = [scenario for scenario in scenarios if row.id in scenario.rules]
    found, reason = _verdict(row, mine, plan)
    return Rule(
        id=row.id,
        chapter=row.chapter,
        title=row.title,
        level=row.level,
        answers_for=row.answers_for,
        harm=row.harm,
        basis=answers.basis(row.basis, row.reading_ids, plan.season),
        binds=row.binds,
        source=(_source(row),),
        readings=tuple(_reading(name, row, plan.season) for name in _readings(row)),
        digest=row.digest,
        method=row.method,
        verdict=found,
        reason=reason,
        scenarios=tuple(scenario.id for scenario in mine),
    )


def _atoms(rows: Iterable[Row], plan: Plan) -> tuple[form.Atom, ...]:
    """The document's atoms: all of them for the whole of the shipped catalogue, else those that the rows name."""
    named = {atom for row in rows for atom in row.atoms}
    every = plan.request.full and not plan.request.catalogue
    return tuple(
        form.Atom(
            id=atom.id,
            section=atom.section,
            line=atom.line,
            level=atom.level,
            text=atom.text,
            restates=atom.restates,
        )
        for atom in document.atoms()
        if every or atom.id in named
    )


def _source(row: Row) -> Source:
    if row.notice:
        return Source(section=row.section, notice=row.notice)
    return Source(section=row.section, lines=(row.line,), atoms=row.atoms)


def _readings(row: Row) -> tuple[str, ...]:
    """The names of a row's readings; that of another notice has the row's own."""
    return row.reading_ids or ((row.id,) if row.reading else ())


def _reading(name: str, row: Row, season: Season) -> Reading:
    answer = season.answers.get(name)
    if answer is None:
        return Reading(id=name, text=row.reading)
    return Reading(
        id=name,
        text=row.reading,
        answered_by=answer.by,
        answered_on=answer.on.isoformat(),
        answer=Text(answer.en, answer.zh),
        replaced=answers.standing(name, season) == "replaced",
    )


def _verdict(row: Row, scenarios: list[Scenario], plan: Plan) -> tuple[form.Verdict, Text]:
    if why_not := catalogue.why_not(row, plan.season):
        return "NOT_APPLICABLE", why_not
    if not scenarios and (why_none := choosing.left_out(row, plan)):
        return "NOT_APPLICABLE", why_none
    if not scenarios:
        return verdict.untested(row.answers_for), _untested(row)
    found, why = verdict.of_rule(
        (scenario.verdict for scenario in scenarios),
        row.level,
        row.answers_for,
        plan.target.kind,
        party=verdict.party(row.binds, plan.target.judged),
    )
    worst = verdict.worst(scenario.verdict for scenario in scenarios)
    said = [scenario.reason for scenario in scenarios if scenario.verdict == worst]
    return found, why or (_together(said) if found == "PASS" else said[0])


def _together(notes: Iterable[Text]) -> Text:
    """What passing scenarios tell, each thing once."""
    told = list(dict.fromkeys(note for note in notes if note))
    return Text("; ".join(note.en for note in told), "；".join(note.zh for note in told))


def _untested(row: Row) -> Text:
    if not row.untested:
        return NOTHING
    return Text(
        f"{row.untested.en}; settled by: {row.settled_by.en}",
        f"{row.untested.zh}；由{row.settled_by.zh}认定",
    )


def _chapters(rows: Iterable[Row], plan: Plan) -> tuple[Chapter, ...]:
    """The chapters that the rows stand in, in their order; the features name those that the catalogue does not."""
    names = dict.fromkeys(row.chapter for row in rows)
    titles = {**plan.suite.chapters, **plan.catalogue.chapters}
    return tuple(Chapter(id=name, title=titles.get(name, Text(name, name))) for name in names)


def _subjects(plan: Plan, ended: Ended) -> tuple[Subject, ...]:
    """As they were read; where nothing was, what the bench says of itself."""
    controls = ended.controls
    if read := subjects.together(ended.found):
        return read
    if controls is None:
        return ()
    version, source = controls.product.version, "bench"
    apps = [
        Subject(party=f"{role} app", id=app.package, version=version, read_from=source)
        for role, app in plan.target.apps.items()
    ]
    return (*apps, Subject(party="platform", id=controls.product.name, version=version, read_from=source))


def _reference(controls: Controls | None) -> form.Reference | None:
    if controls is None or not controls.simulated:
        return None
    counts = {key: int(controls.basis.get(key, 0)) for key in ("screens", "transitions", "text", "assumed")}
    return form.Reference(**counts, rows=tuple(controls.basis.get("rows", ())))
