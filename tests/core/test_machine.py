"""The interpreter of transition tables."""

import pytest

from simulators.core.machine import Machine, Move, Refused, Timed

LAMP = Machine(
    "lamp",
    ("off", "on", "broken"),
    "off",
    (
        Move("off", "switch", "on", "R1"),
        Move("on", "switch", "off", "R1"),
        Move("on", "fall", "broken", "R2"),
    ),
    (Timed("on", "tired", "off", "R3"),),
)


def test_listed_moves_are_made() -> None:
    assert LAMP.next("off", "switch") == "on"
    assert LAMP.next("on", "fall") == "broken"
    assert [row.target for row in LAMP.due("on", {"tired": 1})] == ["off"]
    assert LAMP.due("on", {}) == LAMP.due("off", {"tired": 1}) == ()


@pytest.mark.parametrize(
    ("state", "event"),
    [(s, e) for s in LAMP.states for e in LAMP.events if e not in LAMP.allows(s)],
)
def test_all_else_is_refused(state: str, event: str) -> None:
    with pytest.raises(Refused) as refusal:
        LAMP.next(state, event)
    assert (refusal.value.state, refusal.value.event) == (state, event)


def test_a_refusal_says_what_would_be_possible() -> None:
    with pytest.raises(Refused, match="'fly' is not possible in 'on'; possible: fall, switch"):
        LAMP.next("on", "fly")
    with pytest.raises(Refused, match="possible: nothing"):
        LAMP.next("broken", "switch")


def test_a_faulty_table_is_refused_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="not declared"):
        Machine("lamp", ("off",), "off", (Move("off", "switch", "on", "R1"),))
    with pytest.raises(ValueError, match="same event"):
        Machine("lamp", ("off",), "off", (Move("off", "x", "off", "R1"), Move("off", "x", "off", "R2")))
