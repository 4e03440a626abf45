"""Chance repeats itself; a turn is one at a time."""

from threading import Thread

from simulators.core.chance import Chance
from simulators.core.turns import Turns


def test_chance_depends_on_seed_and_name_only() -> None:
    first, second = Chance(7), Chance(7)
    first.child("x").bytes(100)
    assert first.child("aux").token(12) == second.child("aux").token(12)
    assert Chance(7).child("aux").token(12) != Chance(8).child("aux").token(12)


def test_a_turn_excludes_other_threads_and_knows_its_holder() -> None:
    turns, seen = Turns(), []

    def other() -> None:
        with turns.take("other"):
            seen.append(turns.holder)

    with turns.take("first"):
        thread = Thread(target=other)
        thread.start()
        with turns.take("inner"):
            seen.append(turns.holder)
        seen.append(turns.holder)
    thread.join()
    assert seen == ["inner", "first", "other"]
