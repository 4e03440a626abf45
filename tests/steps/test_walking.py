"""Where worlds cannot be made the steps walk, and reach what a made world has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from conformance import plan
from conformance.lab.lab import Lab
from conformance.lab.stagehand import Stagehand
from conformance.request import RunRequest
from steps.people import Cast
from steps.stagecraft import Candidate
from steps.walking import STAGES

AT_ITS_OWN_TIME = {"confirmed", "paired"}
"""Stages that say nothing of the time: who walks is there as soon as she can be."""


@pytest.fixture(scope="module")
def room() -> Iterator[Lab]:
    made = Lab(plan.read(RunRequest()))
    yield made
    made.close()


def arrive(room: Lab, stage: str, *, walking: bool) -> Candidate:
    stagehand: Stagehand = room.stagehand()
    if walking:
        room.bench.open_world(season="zjcm-2023", seed=1)
        offered = tuple(control for control in room.controls.controls if control != "worlds")
        stagehand.controls = replace(room.controls, controls=offered)
    return Cast(stagehand, room.plan.season).at(stage, "王芳")


def course(person: Candidate) -> list[str]:
    return [record.what for record in person.records()]


def screens(person: Candidate) -> list[str]:
    phones = (person.main, person.aux)
    named = [screen for phone in phones for screen in vars(phone).values() if hasattr(screen, "mark")]
    shown = [screen.name.en for screen in named if screen.shown()]
    person.stage.close()
    return shown


@pytest.mark.parametrize("stage", STAGES[1:])
def test_a_walk_ends_where_a_made_world_begins(room: Lab, stage: str) -> None:
    walked = arrive(room, stage, walking=True)
    when, what, where = walked.stage.now(), course(walked), screens(walked)
    made = arrive(room, stage, walking=False)
    assert what == course(made)
    assert where == screens(made)
    if stage not in AT_ITS_OWN_TIME:
        assert walked.stage.times.waiting_opens < when <= made.stage.now()
