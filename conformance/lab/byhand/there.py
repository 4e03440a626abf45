"""A pair of phones that lie in a lab, told as a bench tells of a world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any, Literal

from conformance.bench.forms import Candidate, Pair, Phone, World
from conformance.outcome import ControlMissing
from conformance.target import Driver
from conformance.target.pairs import PhonePair
from reports.form import Text

CHINA = timezone(timedelta(hours=8))
SYSTEMS: Mapping[Driver, str] = {"android": "Android", "ios": "iOS"}


def now() -> datetime:
    """What time it is where no bench tells it."""
    return datetime.now(CHINA)


def world(pair: PhonePair) -> World:
    """The pair as it lies there: whatever has been done on it before."""
    tester = pair.tester
    candidate = Candidate(
        account=tester.account,
        password=tester.password,
        name=tester.name,
        admission_number=tester.admission_number,
        major="",
        phones=Pair(pair.main.udid, pair.aux.udid if pair.aux else ""),
        sittings=(),
    )
    return World(
        world=pair.name,
        stage="registered",
        now=now(),
        platform_url="",
        season="",
        subject="",
        session="formal",
        candidates=(candidate,),
        phones=tuple(phone(pair, one.udid) for one in pair.devices.values()),
    )


def phone(pair: PhonePair, udid: str) -> Phone:
    """One of the two; ControlMissing where there is no such phone."""
    for role, one in pair.devices.items():
        if one.udid == udid:
            held_as: Literal["main", "aux"] = "main" if role == "main" else "aux"
            return Phone(
                udid, pair.tester.account or None, held_as, one.model, one.model, SYSTEMS[one.driver]
            )
    raise ControlMissing("phones")


def wished(pair: PhonePair, wishes: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """One candidate, on the phones that there are; ControlMissing for another one, or for another phone."""
    if len(wishes) > 1:
        raise ControlMissing("candidates")
    wish = dict(wishes[0]) if wishes else {}
    for role, model in dict(wish.pop("models", None) or {}).items():
        there = pair.devices.get(role)
        if there is None or there.known_as != model:
            raise ControlMissing(
                f"phones of the model {model}",
                Text(
                    f"the {role} phone of {pair.name} is no {model}",
                    f"{pair.name} 的手机（{role}）不是 {model}",
                ),
            )
    return wish


def on_the_pair(pair: PhonePair, world: World) -> World:
    """The first candidate has the phones that lie here, with whatever account the bench has made for her."""
    first, *others = world.candidates
    lying = tuple(phone(pair, one.udid) for one in pair.devices.values())
    theirs = {udid for one in world.candidates for udid in one.phones.all}
    if all(one.udid in theirs for one in lying):
        return world
    mine = replace(first, phones=Pair(*(one.udid for one in lying)))
    kept = tuple(one for one in world.phones if one.udid not in first.phones.all)
    return replace(world, candidates=(mine, *others), phones=(*lying, *kept))
