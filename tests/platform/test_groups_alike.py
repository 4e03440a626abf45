"""Whatever is asked, and however it falls into groups: the answers and the records are those of one request after another."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from conformance.season import load
from tests.platform.exam import Reply, World, picture, portrait

SEASON = load("zjcm-2023")
MAIN = ("open", "enter", "heartbeat", "left", "return", "submit")
AUX = ("record", "stop", "heartbeat", "flag", "submit")
BODIES = {
    "left": {"cause": "screenshot"},
    "stop": {"cause": "accident"},
    "flag": {"cause": "screenshot"},
    "submit": {"idempotency_key": "k", "files": []},
}
PHONES = ("aux-1", "aux-2", "aux-3", "aux-4")
Ask = tuple[str, str]
"""A phone, and what it does."""

quick = st.one_of(
    st.tuples(st.sampled_from(("main-1", "main-2")), st.sampled_from(MAIN)),
    st.tuples(st.sampled_from(PHONES), st.sampled_from(("pair", *AUX))),
)
slow = st.tuples(st.just("main-1"), st.sampled_from(("face", "photo-1", "photo-2")))
"""Looked at beside the queue, so that whoever asks at the same instant may come first: the last of their instant."""
at_once = st.lists(quick, max_size=6, unique_by=lambda ask: ask[0].replace("main-2", "main-1"))
"""One thing of each phone: what one phone sends is answered in its order, and others may come between."""
instants = st.tuples(st.sampled_from((0, 1, 400, 6_000, 600_000, 3_600_000)), at_once, st.none() | slow)


@given(
    st.sampled_from(("exam_page", "face_check", "answering", "photos")),
    st.lists(instants, min_size=2, max_size=10),
)
@settings(max_examples=25, deadline=None)
def test_groups_are_like_one_after_another(stage: str, plan: list[tuple[int, list[Ask], Ask | None]]) -> None:
    with TemporaryDirectory() as folder:
        one, other = (
            World(Path(folder) / name, SEASON, durable=name == "groups") for name in ("single", "groups")
        )
        try:
            for world in (one, other):
                getattr(world, f"to_{stage}")()
            for wait, asked, last in plan:
                for world in (one, other):
                    world.clock.advance(world.clock.now() + timedelta(milliseconds=wait))
                asks = [*asked, last] if last else asked
                singly = [run(one, [ask])[0] for ask in asks]
                assert run(other, asks) == singly
                assert other.platform.records() == one.platform.records()
        finally:
            one.close()
            other.close()


def run(world: World, asks: list[Ask]) -> list[tuple[int, Any]]:
    """All of these at once."""

    async def together() -> list[Reply]:
        return list(await asyncio.gather(*(world.http._call(*call(world, *ask)) for ask in asks)))

    replies = world.http._loop.run_until_complete(together())
    for (phone, what), reply in zip(asks, replies, strict=True):
        if what == "pair" and reply.status == 200:
            world.bindings[phone] = (reply.json["binding"], reply.json["token"])
    return [(reply.status, reply.json if reply.body else None) for reply in replies]


def call(world: World, phone: str, what: str) -> tuple[str, str, list[bytes], dict[str, str]]:
    body = json.dumps(BODIES.get(what, {})).encode()
    if what == "pair":
        return "POST", "/pair", [json.dumps({"code": world.seat.code}).encode()], {"X-Device": phone}
    if phone.startswith("aux"):
        binding, token = world.bindings.get(phone, ("none", "none"))
        headers = {"Authorization": f"Bearer {token}", "X-Device": phone}
        return "POST", f"/bindings/{binding}/{what}", [body], headers
    headers = {"Authorization": f"Bearer {world.token}", "X-Device": phone}
    place = f"/sittings/{world.seat.sitting}"
    if what == "face":
        return "POST", f"{place}/face", [portrait()], headers
    if what.startswith("photo"):
        page = int(what[-1])
        return "PUT", f"{place}/photos/{page}", [picture(shade=page)], headers
    return "POST", f"{place}/{what}", [body], headers
