"""The instant that decides: the last byte of a request, before any queue (clock.md, clause 11)."""

from collections.abc import MutableMapping
from datetime import timedelta
from threading import Event, Thread
from typing import Any

import pytest

from simulators.core.instants import CST
from simulators.platform.stamps import Stamps
from tests.platform.exam import BASE, MS, World, picture


@pytest.mark.parametrize(("late", "status"), [(-MS, 200), (timedelta(0), 409)])
def test_a_picture_that_dribbles_across_the_start(world: World, late: timedelta, status: int) -> None:
    """The first half comes a minute before the start; the last byte decides."""
    world.to_face_check().at(timedelta(minutes=-1))
    image = picture()
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        if not halves:
            return {"type": "http.disconnect"}
        if len(halves) == 1:
            world.at(late)
        return {"type": "http.request", "body": halves.pop(0), "more_body": bool(halves)}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    halves = [image[:20], image[20:]]
    path = f"{BASE}/sittings/{world.seat.sitting}/face"
    headers = [(b"authorization", f"Bearer {world.token}".encode())]
    scope = {"type": "http", "method": "POST", "path": path, "headers": headers, "query_string": b""}
    world.http._loop.run_until_complete(world.platform.asgi(scope, receive, send))
    assert sent[0]["status"] == status


def test_a_request_that_waits_in_the_queue_keeps_its_stamp(world: World) -> None:
    world.to_paired().at(-MS)
    done = Event()

    def enter() -> None:
        assert world.main("enter").status == 200
        done.set()

    with world.platform._house.turn():
        thread = Thread(target=enter)
        thread.start()
        pause = Event()
        while not world.platform._house.stamps._waiting:
            pause.wait(0.001)
        world.at(timedelta(minutes=1))
        # Whoever reads the records meanwhile must not settle what the waiting request may still change.
        assert world.platform._house.stamps.settled() == world.seat.schedule.start - MS
        assert world.words() == ["opened", "paired", "aux_recording"]
    thread.join(timeout=20)
    assert done.is_set()
    assert world.words()[3:] == ["entered", "forfeited"]


def test_stamps_are_whole_milliseconds(world: World) -> None:
    world.clock.advance(world.clock.now() + timedelta(microseconds=1999))
    assert Stamps(world.clock, CST).now().microsecond == 1000
