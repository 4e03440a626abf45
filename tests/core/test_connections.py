"""Who is let go where there is no room for one more: whoever has been idle longest, and nobody in the midst of a request."""

from asyncio import Transport

from simulators.core.connections import Room


class Wire(Transport):
    """A connection that knows whether it was closed."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.closed = False
        room.come(self)

    def close(self) -> None:
        self.closed = True


def test_the_longest_idle_goes_first() -> None:
    room = Room(3)
    first, second, third = (Wire(room) for _ in range(3))
    for one in (first, second):
        room.act(one)
    room.rest(first)
    fourth = Wire(room)
    assert [one.closed for one in (first, second, third, fourth)] == [False, False, True, False]


def test_who_is_in_the_midst_of_a_request_stays_and_so_does_who_comes() -> None:
    room = Room(1)
    first = Wire(room)
    room.act(first)
    second = Wire(room)
    assert [first.closed, second.closed] == [False, False]
    room.rest(first)
    third = Wire(room)
    assert [first.closed, second.closed, third.closed] == [False, True, False]


def test_who_has_gone_makes_room() -> None:
    room = Room(2)
    first, second = Wire(room), Wire(room)
    room.go(first)
    assert not [one for one in (second, Wire(room)) if one.closed]
