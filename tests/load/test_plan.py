"""Load plans: the shipped ones can be used, and what is wrong with a plan is said with its key."""

from pathlib import Path

import pytest

from conformance.faults import FileError
from conformance.load import plan
from conformance.naming import UnknownName

HEAD = """
[title]
en = "x"
zh = "x"
[day]
season = "zjcm-2023"
subject = "song"
session = "formal"
candidates = 10
factor = 60
"""


def written(folder: Path, text: str) -> str:
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", plan.names())
def test_a_shipped_plan_is_whole(name: str) -> None:
    found = plan.load(name)
    assert found.name == name
    assert found.title.zh
    plan.board(found).subject(found.day.subject).window(found.day.session)


def test_values_from_the_command_line_stand_in_the_place_of_the_plans() -> None:
    found = plan.load("tiny", candidates=7, seed=None)
    assert (found.day.candidates, found.day.seed) == (7, 1)


def test_a_plan_may_leave_out_all_but_its_day(tmp_path: Path) -> None:
    found = plan.load(written(tmp_path, HEAD))
    assert found.arrival("enter") == plan.PLAIN["enter"]
    assert list(found.cohorts) == ["good"]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        (HEAD.replace("song", "songs"), "day.subject"),
        (HEAD.replace("formal", "mock-9"), "day.session"),
        (HEAD.replace("zjcm-2023", "zjcm"), "day.season"),
        (HEAD.replace("factor = 60", "factor = 0"), "day.factor"),
        (HEAD + "[behaviour]\nlate = 2\n", "behaviour.late"),
        (HEAD + '[[objectives]]\nid = "a"\nmeasure = "p99"\n', "objectives[0]"),
        (HEAD + "[netwrok]\n", "netwrok"),
        (
            HEAD
            + '[storm]\nphones = 2\nrefresh_seconds = 1\nschools = [{major = "x", share = 1, opens_seconds = 0}]\n',
            "storm.schools[0].major",
        ),
        (
            HEAD + '[network.a]\nshare = 1\ntoxics = [{type = "latency"}]\n',
            "network.a.toxics[0].attributes.latency",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_key(tmp_path: Path, changed: str, key: str) -> None:
    with pytest.raises(FileError) as caught:
        plan.load(written(tmp_path, changed))
    assert [fault.key for fault in caught.value.faults] == [key]
    assert all(fault.zh for fault in caught.value.faults)


def test_an_unknown_plan_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(UnknownName, match="tiny"):
        plan.load("dya")
