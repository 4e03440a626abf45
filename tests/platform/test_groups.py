"""Requests that are ready are one transaction: all that was answered is kept, and what was not kept is nowhere."""

import asyncio
import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from conformance.season import Season
from simulators.platform.refusals import SPREAD
from tests.platform.exam import MS, Reply, World, portrait


@pytest.fixture
def world(tmp_path: Path, season: Season) -> Iterator[World]:
    made = World(tmp_path, season, durable=True)
    yield made
    made.close()


def together(world: World, bodies: Iterable[tuple[str, str, bytes, dict[str, str]]]) -> list[Reply]:
    """All of these requests at once."""

    async def all_of_them() -> list[Reply]:
        calls = [world.http._call(method, path, [body], headers) for method, path, body, headers in bodies]
        return list(await asyncio.gather(*calls))

    return world.http._loop.run_until_complete(all_of_them())


def pairings(world: World, phones: int) -> list[tuple[str, str, bytes, dict[str, str]]]:
    code = json.dumps({"code": world.seat.code}).encode()
    return [("POST", "/pair", code, {"X-Device": f"aux-{number}"}) for number in range(phones)]


def commits(world: World) -> list[None]:
    """Grows with every transaction that is kept."""
    seen: list[None] = []
    event.listen(store(world)._connection, "commit", lambda _: seen.append(None))
    return seen


def store(world: World) -> Any:
    return world.platform._house.store


def no_room(world: World) -> None:
    """The file may not grow any more, as on a full disk."""
    pages = store(world)._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    store(world)._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    store(world)._connection.rollback()


def room(world: World) -> None:
    store(world)._connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    store(world)._connection.rollback()


def test_what_comes_together_is_kept_together(world: World) -> None:
    world.to_exam_page()
    seen = commits(world)
    before = len(world.platform.records())
    seen.clear()
    replies = together(world, pairings(world, 40))
    assert [reply.status for reply in replies].count(200) == world.seat.schedule.phones_per_code
    assert {reply.cause for reply in replies} == {None, "code_full"}
    assert len(seen) < 40
    assert len(world.platform.records()) == before + 40
    assert [row["seq"] for row in world.platform.records()] == list(range(1, before + 41))


def test_where_the_disk_is_full_nothing_stays_and_all_are_told(world: World) -> None:
    world.to_exam_page()
    before, view = world.platform.records(), world.view()
    no_room(world)
    replies = together(world, pairings(world, 400))
    lost = [reply for reply in replies if reply.status == 507]
    assert {reply.cause for reply in lost} == {"no_room"}
    assert all(1 <= int(reply.headers["retry-after"]) <= SPREAD for reply in lost)
    kept = [reply for reply in replies if reply.status != 507]
    assert len(world.platform.records()) == len(before) + len(kept)
    assert world.view()["aux"]["phones"] == view["aux"]["phones"] + sum(reply.status == 200 for reply in kept)
    room(world)
    assert world.pair("aux-1").status in (200, 409)
    assert world.platform.records()[-1]["seq"] == len(before) + len(kept) + 1
    told = world.platform.records()
    world.reopen()
    assert world.platform.records() == told


def test_a_mistake_of_one_request_is_not_that_of_its_group(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.to_exam_page()
    exists = world.platform._house.accounts.exists

    def broken(account: str) -> bool:
        if account == "bad":
            raise LookupError("a mistake in the platform")
        return exists(account)

    monkeypatch.setattr(world.platform._house.accounts, "exists", broken)
    bad = json.dumps({"exam_code": world.seat.exam_code, "account": "bad"}).encode()

    async def both() -> list[Any]:
        good = world.http._call(*_as_call(pairings(world, 1)[0]))
        ill = world.http._call("POST", "/pair", [bad], {"X-Device": "aux-9"})
        return list(await asyncio.gather(good, ill, return_exceptions=True))

    good, ill = world.http._loop.run_until_complete(both())
    assert good.status == 200
    assert isinstance(ill, LookupError)
    assert world.view()["aux"]["phones"] == 1


def _as_call(row: tuple[str, str, bytes, dict[str, str]]) -> tuple[str, str, list[bytes], dict[str, str]]:
    method, path, body, headers = row
    return method, path, [body], headers


def test_a_photo_that_is_looked_at_across_the_end_is_in_time(world: World) -> None:
    """What the same phone says afterwards does not overtake it, although the photo takes longer."""
    world.to_photos().at(-MS, "photo_ends")
    place = f"/sittings/{world.seat.sitting}"
    headers = {"Authorization": f"Bearer {world.token}", "X-Device": world.device}

    async def beat_at_the_end() -> Reply:
        world.at(timedelta(0), "photo_ends")
        return await world.http._call("POST", f"{place}/heartbeat", [b"{}"], headers)

    async def both() -> list[Reply]:
        photo = world.http._call("PUT", f"{place}/photos/1", [portrait()], headers)
        return list(await asyncio.gather(photo, beat_at_the_end()))

    photo, beat = world.http._loop.run_until_complete(both())
    assert photo.status == 200, photo.body
    assert (photo.status, photo.json["pages"]["accepted"]) == (200, [1])
    assert beat.json["view"]["state"] == "not_submitted"
    assert world.words()[-2:] == ["photo", "not_submitted"]
