"""Who is let go where there is no room for one more: somebody idle, nobody in the midst of a request, and not always who comes next."""

from asyncio import Transport

from hypothesis import given
from hypothesis import strategies as st

from simulators.core.connections import Room


class Wire(Transport):
    """A connection that knows whether it was closed."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.closed = False
        self._room = room
        room.come(self)

    def close(self) -> None:
        self.closed = True
        self._room.go(self)


def test_where_there_is_no_room_somebody_idle_goes() -> None:
    room = Room(3)
    first, second, third = (Wire(room) for _ in range(3))
    for one in (first, third):
        room.act(one)
    fourth = Wire(room)
    assert [one.closed for one in (first, second, third, fourth)] == [False, True, False, False]


def test_who_is_in_the_midst_of_a_request_stays_and_so_does_who_comes() -> None:
    room = Room(1)
    first = Wire(room)
    room.act(first)
    second = Wire(room)
    assert [first.closed, second.closed] == [False, False]
    room.act(second)
    room.rest(first)
    third = Wire(room)
    assert [first.closed, second.closed, third.closed] == [True, False, False]


def test_who_has_gone_makes_room() -> None:
    room = Room(2)
    first, second = Wire(room), Wire(room)
    room.go(first)
    assert not [one for one in (second, Wire(room)) if one.closed]


def test_of_a_few_too_many_that_come_in_turn_most_keep_their_connections() -> None:
    room, people = Room(95), 100
    wires = [Wire(room) for _ in range(people)]
    came_anew = 0
    for turn in range(20 * people):
        if wires[turn % people].closed:
            came_anew += 1
            wires[turn % people] = Wire(room)
        room.act(wires[turn % people])
        room.rest(wires[turn % people])
    assert 20 * 5 <= came_anew < 20 * people / 3


@given(st.lists(st.tuples(st.sampled_from(["come", "act", "rest", "go"]), st.integers(0, 9))))
def test_never_more_than_there_is_room_for_while_anybody_is_idle(deeds: list[tuple[str, int]]) -> None:
    room, most = Room(3), 3
    there: dict[Wire, bool] = {}
    for deed, number in deeds:
        there = {wire: busy for wire, busy in there.items() if not wire.closed}
        if deed == "come":
            crowded = len(there) >= most
            idle = [wire for wire, busy in there.items() if not busy]
            there[Wire(room)] = False
            assert sum(wire.closed for wire in idle) == (1 if crowded and idle else 0)
            assert not any(wire.closed for wire, busy in there.items() if busy)
        elif there:
            wire = list(there)[number % len(there)]
            if deed == "go":
                wire.close()
            else:
                there[wire] = deed == "act"
                (room.act if deed == "act" else room.rest)(wire)
