"""The phones' tables: every row can be reached, every verb and condition is there, and the interpreter goes the whole way."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from conformance.load import aux_phone, main_phone, plan, storming
from conformance.load.link import THINGS, Link
from conformance.load.people import Crowd
from conformance.load.phone import BasePhone, Day
from conformance.load.table import OK, OUT, Row, walk
from tests.load.conftest import Opened

TABLES = {"main": main_phone.ROWS, "aux": aux_phone.ROWS, "guest": aux_phone.GUEST, "storm": storming.ROWS}
FIRST = {"main": "logged_out", "aux": "away", "guest": "away", "storm": "logged_out"}


def phone(opened: Opened, name: str) -> BasePhone:
    crowd = Crowd(plan.load("storm-2019" if name == "storm" else "tiny"))
    day = Day(crowd, crowd.instants.photos_end)
    person, line = crowd.person(0), opened().line
    if name == "main":
        return main_phone.MainPhone(day, person, line, Link())
    if crowd.plan.storm is not None:
        return storming.StormPhone(day, person, line, Link(), crowd.plan.storm)
    return aux_phone.AuxPhone(day, person, line, Link(), 0)


@pytest.mark.parametrize("name", TABLES)
def test_every_state_is_reached_and_every_way_ends(name: str) -> None:
    rows = TABLES[name]
    reached, open_states = {FIRST[name]}, [FIRST[name]]
    while open_states:
        state = open_states.pop()
        for target in (target for row in rows if row.state == state for target in row.then.values()):
            if target not in reached:
                reached.add(target)
                open_states.append(target)
    assert {row.state for row in rows} <= reached
    assert "finished" in reached


@pytest.mark.parametrize("name", TABLES)
def test_every_word_of_a_table_is_known_to_its_phone(opened: Opened, name: str) -> None:
    there = phone(opened, name)
    for row in TABLES[name]:
        assert row.does in there.verbs
        assert not row.when or row.when in there.conditions
        assert not row.after or row.after in THINGS


@pytest.mark.parametrize("name", TABLES)
def test_of_rows_with_one_state_the_last_always_applies(name: str) -> None:
    last = {row.state: row for row in TABLES[name]}
    assert [row for row in last.values() if row.when and row.state != "submitted"] == []


class Written:
    """A phone that does what a test has written down."""

    def __init__(self, outcomes: Sequence[str], true: Sequence[str] = ()) -> None:
        self.outcomes, self.true, self.did = list(outcomes), true, list[str]()

    def holds(self, condition: str) -> bool:
        return condition in self.true

    def due(self, _step: str) -> datetime | None:
        return None

    def wait(self, _due: datetime | None, _after: str, *, beats: bool) -> str:
        return "over" if beats else OK

    def do(self, verb: str, _due: datetime | None) -> str:
        self.did.append(verb)
        return self.outcomes.pop(0)


ROWS = (
    Row("a", "one", {OK: "b", "again": "a"}),
    Row("b", "two", {OK: "c"}, when="x"),
    Row("b", "three", {OK: "c"}),
)


@pytest.mark.parametrize(
    ("outcomes", "true", "did", "ends"),
    [
        ([OK, OK], ["x"], ["one", "two"], "c"),
        ([OK, OK], [], ["one", "three"], "c"),
        (["again", "again", OK, OK], [], ["one", "one", "one", "three"], "c"),
        (["too_late"], [], ["one"], OUT),
    ],
)
def test_the_interpreter_follows_the_table(
    outcomes: list[str], true: list[str], did: list[str], ends: str
) -> None:
    there = Written(outcomes, true)
    assert [*walk(there, ROWS, "a")][-1] == ends
    assert there.did == did


def test_what_comes_while_waiting_is_an_outcome_too() -> None:
    there = Written([])
    assert [*walk(there, (Row("a", "one", {OK: "b"}, beats=True),), "a")] == ["a", OUT]
    assert there.did == []
