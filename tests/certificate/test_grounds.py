"""Why a run gets no certificate: one change to sound results, one ground."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from conformance.certificate import grounds
from reports.form import (
    Kit,
    KnownFailure,
    Part,
    Reference,
    Results,
    Rule,
    Scope,
    Season,
    Subject,
    Target,
    Text,
    Waiver,
)

TODAY = date(2026, 11, 27)
RULE = Rule(
    id="WAIT-01",
    chapter="wait",
    title=Text("a", "甲"),
    level="MUST",
    answers_for="vendor",
    harm=1,
    basis="text",
    verdict="PASS",
    scenarios=("s#1",),
)
ADVICE = replace(RULE, id="WAIT-02", level="SHOULD", scenarios=("s#2",))
APP = Subject(
    party="main app", id="a", parts=(Part(name="base.apk", sha256="0" * 64),), read_from="phone", agreed=True
)
PLATFORM = Subject(party="platform", id="p", build="b", read_from="bench", agreed=True)
SOUND = Results(
    kit=Kit(version="1"),
    edition="2023.1",
    season=Season(id="s"),
    target=Target(name="t", kind="device"),
    subjects=(APP, PLATFORM),
    seed=1,
    started="2026-11-27T10:00:00+08:00",
    finished="2026-11-27T10:02:00+08:00",
    exit_code=0,
    verdict="conformant",
    rules=(RULE, ADVICE),
)
WAIVER = Waiver(rule="WAIT-01", reason=Text("a", "甲"), approver="b", expires="2026-11-26")
KNOWN = KnownFailure(rule="WAIT-01", since="2026-01-01")
AGAINST: dict[str, tuple[dict[str, Any], str]] = {
    "simulated": ({"target": replace(SOUND.target, kind="simulated")}, "simulated phones"),
    "mixed": ({"target": replace(SOUND.target, kind="mixed")}, "simulated phones"),
    "a target file that is mistaken about its bench": ({"reference": Reference()}, "simulated phones"),
    "partial": ({"scope": Scope(full=False), "verdict": "partial"}, "only a part"),
    "non-conformant": ({"verdict": "non-conformant"}, "non-conformant"),
    "incomplete": ({"verdict": "incomplete"}, "incomplete"),
    "changed": ({"lab_fault": Text("it changed", "有变化")}, "it changed"),
    "read at one end": ({"subjects": (replace(APP, agreed=None), PLATFORM)}, "at both ends"),
    "no app read": ({"subjects": (PLATFORM,)}, "no app was read"),
    "a build at one end": ({"subjects": (APP, replace(PLATFORM, agreed=None))}, "build"),
    "a waiver that has run out": ({"waivers": (WAIVER,)}, "has run out"),
    "known to fail": ({"known_failures": (KNOWN,)}, "known to fail"),
    "a scenario known to fail": (
        {"known_failures": (replace(KNOWN, rule="", scenario="s#1"),)},
        "known to fail",
    ),
}


def test_nothing_speaks_against_sound_results() -> None:
    assert grounds.against(SOUND, TODAY, demo=False) == []


@pytest.mark.parametrize(("change", "why"), AGAINST.values(), ids=AGAINST)
def test_each_ground_alone(change: dict[str, Any], why: str) -> None:
    (said,) = grounds.against(replace(SOUND, **change), TODAY, demo=False)
    assert why in said.en
    assert said.zh
    assert "  " not in said.en


@pytest.mark.parametrize(
    "change",
    [
        {"waivers": (replace(WAIVER, expires="2026-11-27"),)},
        {"waivers": (replace(WAIVER, rule="WAIT-02"),)},
        {"waivers": (replace(WAIVER, standing="unused"),)},
        {"known_failures": (replace(KNOWN, rule="WAIT-02"),)},
        {"subjects": (APP, replace(PLATFORM, build="", agreed=None))},
    ],
    ids=["last day", "waived advice", "unused", "advice known to fail", "a platform without a build"],
)
def test_what_is_no_ground(change: dict[str, Any]) -> None:
    assert grounds.against(replace(SOUND, **change), TODAY, demo=False) == []


def test_all_grounds_are_told_at_once() -> None:
    bad = replace(SOUND, verdict="incomplete", known_failures=(KNOWN,))
    assert len(grounds.against(bad, TODAY, demo=True)) == 3
