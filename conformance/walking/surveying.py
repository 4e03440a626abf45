"""A target looked over before its first run: each pair's phones led over their screens, labels and controls held against the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from conformance.declaring.controls import offered
from conformance.lab import reaching
from conformance.lab.byhand.emulated import reads
from conformance.lab.stagehand import Stagehand
from conformance.season import Season
from conformance.target import Target
from conformance.target.pairs import Account
from conformance.walking.forms import Survey, Walked, exit_code
from conformance.walking.walking import Walker

ROLES = ("main", "aux")


def survey(target: Target, season: Season) -> Survey:
    """Everything that was found; an Outcome where the target cannot be reached."""
    phones: list[Walked] = []
    controls: Mapping[str, str] = {}
    undeclared: tuple[str, ...] = ()
    for one in _each_pair(target):
        with reaching.stage(one, season) as stage:
            phones += _walked(one, stage, season)
            controls, undeclared = _controls(one, stage)
    found = tuple(phones)
    return Survey(
        target=target.name,
        phones=found,
        labels=_labels(target, found),
        controls=dict(controls),
        undeclared=undeclared,
        exit_code=exit_code(found, controls),
    )


def _each_pair(target: Target) -> Iterator[Target]:
    yield from ([replace(target, pairs=(pair,)) for pair in target.pairs] or [target])


def _walked(target: Target, stage: Stagehand, season: Season) -> Iterator[Walked]:
    if target.start:
        stage.open("confirmed")
    else:
        stage.take()
    candidate = stage.world.candidates[0]
    tester = Account(candidate.account, candidate.password, candidate.name)
    majors = [major.id for major in season.majors]
    pair = target.pairs[0].name if target.pairs else ""
    for role, udid in zip(ROLES, candidate.phones.all, strict=False):
        yield Walker(stage.phone(udid), role, tester, majors).walk(pair)


def _controls(target: Target, stage: Stagehand) -> tuple[dict[str, str], tuple[str, ...]]:
    """Whose each declared control is, and what is there and not declared."""
    there, declared = stage.controls.controls, target.features.controls
    kept = [name for name in there if name not in (*declared, "controls")]
    return {name: _whose(name, target, there) for name in declared}, tuple(kept)


def _whose(control: str, target: Target, there: Iterable[str]) -> str:
    if not offered(control, there):
        return "withheld" if control in target.irreversible else "nobody"
    if not target.pairs:
        return "bench"
    devices = target.pairs[0].devices.values()
    if control == "phones" or all(control in reads(one.driver, one.udid) for one in devices):
        return "driver"
    does = target.operator.does if target.operator else ()
    return "operator" if control in does else "bench"


def _labels(target: Target, phones: Iterable[Walked]) -> dict[str, tuple[str, ...]]:
    """By a label's name, the screens on which its words were seen."""
    seen = [(screen.name, text) for phone in phones for screen in phone.screens for text in screen.texts]
    return {
        name: tuple(dict.fromkeys(screen for screen, text in seen if words in text))
        for name, words in target.labels.items()
    }
