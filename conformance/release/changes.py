"""What is otherwise around the verdicts of two runs: apps, rules, kit, target, season, and how they were run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from conformance.release.forms import Change, Subject
from reports.form import Results, Rule
from reports.form import Subject as Party

PARTIES = ("main app", "aux app", "platform")
NOBODY = Party(party="")
Value = Callable[[Results], str]
PLAIN: Sequence[tuple[Subject, str, Value]] = (
    ("kit", "version", lambda run: f"{run.kit.name} {run.kit.version}"),
    ("kit", "digest", lambda run: run.kit.digest),
    ("target", "name", lambda run: run.target.name),
    ("target", "kind", lambda run: run.target.kind),
    ("target", "controls", lambda run: " ".join(sorted(run.controls))),
    ("target", "declared", lambda run: " ".join(sorted(one.feature for one in run.declared if one.declared))),
    ("season", "id", lambda run: run.season.id),
    ("season", "edition", lambda run: run.edition),
    ("season", "digest", lambda run: run.season.sha256),
    ("seed", "", lambda run: str(run.seed)),
    ("scope", "", lambda run: "full" if run.scope.full else " ".join(("part", *run.scope.rules))),
)


def changes(old: Results, new: Results) -> tuple[Change, ...]:
    """Everything that is otherwise in the new run, one row a thing."""
    return (*_plain(old, new), *_parties(old, new), *_rules(old, new), *_lists(old, new))


def _plain(old: Results, new: Results) -> Iterator[Change]:
    for subject, name, value in PLAIN:
        yield from _change(subject, name, value(old), value(new))


def _change(subject: Subject, name: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(subject=subject, name=name, before=before, after=after)


def _parties(old: Results, new: Results) -> Iterator[Change]:
    """What is judged, and the phones and the place that it was judged on."""
    before, after = ({one.party: one for one in run.subjects} for run in (old, new))
    for party in dict.fromkeys([*before, *after]):
        one, other = before.get(party, NOBODY), after.get(party, NOBODY)
        yield from _change("app", party, _bytes(one), _bytes(other))
        place: Subject = "target" if party == "platform" else "phone"
        yield from _change(place, party, one.environment, other.environment)


def unread(old: Results, new: Results) -> tuple[str, ...]:
    """The parties whose very bytes were not read in both runs, so that nobody knows whether they are the same."""
    told = [{one.party for one in run.subjects if _told(one)} for run in (old, new)]
    return tuple(party for party in PARTIES if party not in told[0] & told[1])


def _told(party: Party) -> bool:
    return bool(party.build if party.party == "platform" else party.sha256)


def _bytes(party: Party) -> str:
    """A party as far as it is known, down to the files of its package."""
    sums = [one.sha256 for one in party.parts] or [party.sha256]
    return " ".join(
        filter(None, [party.id, party.version, party.build, *(f"sha256:{one}" for one in sums if one)])
    )


def _rules(old: Results, new: Results) -> Iterator[Change]:
    """Rules added, changed and gone; of a part of an edition, only those that both runs have can be held together."""
    before, after = ({rule.id: rule for rule in run.rules} for run in (old, new))
    both = old.scope.full and new.scope.full
    for name in dict.fromkeys([*after, *before]):
        one, other = before.get(name), after.get(name)
        if one and other:
            yield from _change("rule", name, one.digest, other.digest)
            yield from _change("answer", name, _answers(one), _answers(other))
        elif both:
            yield from _change("rule", name, one.digest if one else "", other.digest if other else "")


def _answers(rule: Rule) -> str:
    """What the school or the vendor has answered to the readings of a rule, as far as a verdict can depend on it."""
    return " ".join(
        f"{one.id}:{one.answered_by}:{one.answered_on}:{one.replaced}"
        for one in rule.readings
        if one.answered_by
    )


def _lists(old: Results, new: Results) -> Iterator[Change]:
    """What was excused, and what people settled, rule by rule."""
    for subject, of in LISTS:
        before, after = of(old), of(new)
        for rule in dict.fromkeys([*before, *after]):
            yield from _change(subject, rule, before.get(rule, ""), after.get(rule, ""))


def _waived(run: Results) -> dict[str, str]:
    return {one.rule: f"{one.standing} {one.expires}" for one in run.waivers}


def _settled(run: Results) -> dict[str, str]:
    return {one.rule: f"{one.verdict} {one.by}" for one in run.reviews}


LISTS: Sequence[tuple[Subject, Callable[[Results], dict[str, str]]]] = (
    ("waiver", _waived),
    ("review", _settled),
)
