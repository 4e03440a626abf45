"""Run against run: which rules fail anew, which are kept again, and what else changed that may explain it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from conformance.release import causes
from conformance.release.changes import changes, unread
from conformance.release.forms import Change, Comparison, Side, Sort, Turn
from conformance.release.reading import Run
from conformance.saying import Stopped
from reports.form import Results, Rule, Scenario, Text

NEW_FAILURES = 1


def compare(old: Run, new: Run) -> Comparison:
    """The comparison of two runs; Stopped where they have no rule in common."""
    before, after = ({rule.id: rule for rule in run.results.rules} for run in (old, new))
    if not set(before) & set(after):
        raise Stopped(
            Text(
                f"{old.folder} and {new.folder} have no rule in common; compare runs of the same rules",
                f"{old.folder} 与 {new.folder} 没有共同的规则，无法比较；请选择针对相同规则的运行",
            )
        )
    found = changes(old.results, new.results)
    turns = tuple(_turns(old.results, new.results, before, after, found))
    fresh = sum(turn.sort == "new" and turn.counted for turn in turns)
    return Comparison(
        old=_side(old),
        new=_side(new),
        changes=found,
        unread=unread(old.results, new.results),
        turns=turns,
        new_failures=fresh,
        exit_code=NEW_FAILURES if fresh else 0,
    )


def _side(run: Run) -> Side:
    results = run.results
    return Side(
        run=run.name,
        started=results.started,
        verdict=results.verdict,
        season=results.season.id,
        edition=results.edition,
        target=results.target.name,
        kind=results.target.kind,
        kit=f"{results.kit.name} {results.kit.version}",
        full=results.scope.full,
    )


def _turns(
    old: Results,
    new: Results,
    before: Mapping[str, Rule],
    after: Mapping[str, Rule],
    found: tuple[Change, ...],
) -> Iterator[Turn]:
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name), after.get(name)
        sort, scenarios = _sort(old, one, new, other)
        row = other or one
        if sort is None or row is None:
            continue
        turn = Turn(
            rule=name,
            title=row.title,
            level=row.level,
            counted=row.counted,
            sort=sort,
            before=one.verdict if one else None,
            after=other.verdict if other else None,
            scenarios=scenarios,
            reason=other.reason if other else Text(),
        )
        yield causes.explained(turn, row, old, new, found)


def _sort(
    old: Results, one: Rule | None, new: Results, other: Rule | None
) -> tuple[Sort | None, tuple[str, ...]]:
    """How a rule turned, and by which scenarios; None where there is nothing to say."""
    if other is None:
        return ("gone" if one and new.scope.full else None), ()
    fails, failed = _failing(new, other), _failing(old, one)
    was, now = one.verdict if one else None, other.verdict
    if now == "FAIL":
        fresh = tuple(name for name in fails if name not in failed)
        return ("new", fresh) if was != "FAIL" or fresh else ("unchanged", fails)
    if now == "ERROR":
        return "fault", tuple(one.id for one in _scenarios(new, other) if one.verdict == "ERROR")
    if was == "FAIL":
        return ("fixed" if now == "PASS" else "other"), failed
    # A rule that was not there before, and is kept, is no news.
    return ("other" if was is not None and was != now else None), ()


def _failing(results: Results, rule: Rule | None) -> tuple[str, ...]:
    return tuple(one.id for one in _scenarios(results, rule) if one.verdict == "FAIL") if rule else ()


def _scenarios(results: Results, rule: Rule) -> list[Scenario]:
    return [one for one in results.scenarios if one.id in rule.scenarios]
