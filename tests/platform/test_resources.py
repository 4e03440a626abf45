"""The exam's resources: sealed parts, from the waiting room on, each recorded once."""

from datetime import timedelta

import pytest

from simulators.platform.resources import PARTS
from simulators.platform.texts import paper
from simulators.stages import RESOURCE_PARTS
from tests.platform.exam import World


def ask(world: World, part: object) -> tuple[int, str | None, dict[str, object]]:
    headers = {"Authorization": f"Bearer {world.token}"}
    reply = world.http("GET", f"/sittings/{world.seat.sitting}/resources/{part}", b"", headers)
    return reply.status, reply.cause, reply.json


def test_a_stage_knows_how_many_there_are() -> None:
    assert PARTS == RESOURCE_PARTS


def test_each_part_is_recorded_once_whatever_is_asked_again(world: World) -> None:
    world.to_waiting()
    contents = [ask(world, number)[2]["sealed"] for number in (1, 2, 2, 1, *range(3, PARTS + 1))]
    assert contents[:2] == contents[3:1:-1]
    assert len(set(contents)) == PARTS
    told = [record["detail"] for record in world.records("resource")]
    assert told == [{"part": number, "of": PARTS} for number in range(1, PARTS + 1)]


def test_nothing_of_the_question_is_in_it(world: World) -> None:
    world.to_waiting()
    sealed = "".join(str(ask(world, number)[2]["sealed"]) for number in range(1, PARTS + 1))
    assert not any(word in sealed for word in paper(world.seat)["question"])


@pytest.mark.parametrize("before", ["listed", "face_check"])
def test_nobody_has_them_who_is_not_in_the_waiting_room(world: World, before: str) -> None:
    if before == "face_check":
        world.to_face_check()
    assert ask(world, 1)[:2] == (409, "not_yet")
    assert world.records("resource") == []


def test_what_has_not_come_by_the_start_comes_afterwards(world: World) -> None:
    world.to_waiting()
    ask(world, 1)
    world.to_answering_from_waiting()
    assert ask(world, 2)[0] == 200
    world.main("left", {"cause": "exit"})
    assert ask(world, 3)[1] == "already_over"


@pytest.mark.parametrize("part", [0, PARTS + 1, "x", "01", "%EF%BC%91"])
def test_there_are_no_other_parts(world: World, part: object) -> None:
    world.to_waiting().at(timedelta(minutes=-1))
    assert ask(world, part)[1] == "not_found"
