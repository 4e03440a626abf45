"""Two candidates on one platform, each with both phones, brought to the same step of the same exam."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from conformance.season import Season
from simulators.platform.past import Candidate
from simulators.platform.tables import SCHEMA
from tests.platform.exam import World, a_file, picture, portrait
from tests.platform.test_uploads import Uploader

OTHER, WORD = "13900000002", "another secret"
AUXES = ("aux", "second-aux")


@dataclass
class Two:
    """`first` tries what is the `second`'s; who is enrolled only has confirmed nothing."""

    first: World
    second: World
    uploads: dict[str, str]

    @property
    def worlds(self) -> tuple[World, World]:
        return self.first, self.second

    def both(self, operation: str, payload: Any = None, **how: Any) -> None:
        for world in self.worlds:
            assert world.main(operation, payload, **how).status == 200

    def kept(self) -> dict[str, Any]:
        """Everything that the platform keeps but refusals: its tables, and its files by name and content."""
        house = self.first.platform._house
        tables = {
            name: sorted(
                repr(dict(row)) for row in house.store.rows(table.select()) if row.get("what") != "refused"
            )
            for name, table in SCHEMA.tables.items()
        }
        files = {
            path.relative_to(house.store.files).as_posix(): path.read_bytes()
            for path in sorted(house.store.files.rglob("*"))
            if path.is_file()
        }
        return {**tables, "files": files}


@contextmanager
def two(root: Path, season: Season, *, submitted: bool, store: str | None = None) -> Iterator[Two]:
    """Both in the midst of answering, or with their submissions on the way."""
    first = World(root, season, store=store)
    first.platform.register(
        Candidate(OTHER, WORD, "李强", majors=(season.subject(first.subject).major,)),
    )
    second = copy(first)
    second.device = "main-2"
    second.seat = first.seat_of(first.subject, first.session, OTHER)
    second.token, second.bindings = first.platform.token_for(OTHER, "main-2"), {}
    made = Two(first, second, {})
    try:
        _to_answering(made)
        if submitted:
            _to_uploading(made)
        yield made
    finally:
        first.close()


def _to_answering(made: Two) -> None:
    made.both("open")
    for number, world in enumerate(made.worlds, 1):
        for aux in AUXES:
            assert world.pair(f"{aux}-{number}").status == 200
            assert world.aux("record", device=f"{aux}-{number}").status == 200
    made.first.at(timedelta(minutes=-10))
    made.both("enter")
    made.both("face", body=portrait())
    _beat_until(made, timedelta(minutes=1), "start")


def _to_uploading(made: Two) -> None:
    _beat_until(made, timedelta(0), "display_ends")
    for number, world in enumerate(made.worlds, 1):
        for page in range(1, world.seat.schedule.pages + 1):
            assert world.photo(page, picture(shade=10 * number + page)).status == 200
        assert world.submit([a_file(f"{name}.mp4", _film(name, number)) for name in FILMS]).status == 200
        assert world.aux("stop", {"cause": "finished"}, device=f"aux-{number}").status == 200
        files = [a_file("aux.mp4", _film("aux", number))]
        body = {"idempotency_key": "a", "files": files}
        assert world.aux("submit", body, device=f"aux-{number}").status == 200
    made.uploads = {name: _begun(made.second, name) for name in FILMS}
    made.uploads["aux"] = _begun(made.second, "aux")
    made.uploads["own"] = _begun(made.first, "active")
    made.uploads["own aux"] = _begun(made.first, "aux")


FILMS = ("active", "done", "given up")
"""The files of a main phone, by what becomes of their uploads."""


def _film(name: str, number: int) -> bytes:
    return f"film {name} of {number}".encode() * 9


def _begun(world: World, name: str) -> str:
    """An upload of that file, and what its name says done with it."""
    number = 1 if world.device == "main-1" else 2
    data = _film(name, number)
    told = a_file(f"{name}.mp4", data)
    uploader = Uploader(world)
    if name == "aux":
        uploader.headers["Authorization"] = f"Bearer {world.bindings[f'aux-{number}'][1]}"
    uploader.headers["X-Device"] = f"aux-{number}" if name == "aux" else world.device
    assert uploader.create(**told).status == 201
    assert uploader.patch(0, data if name == "done" else data[:20]).status == 204
    if name == "given up":
        assert world.http("DELETE", uploader.path, b"", uploader.headers).status == 204
    return uploader.path.rpartition("/")[2]


def _beat_until(made: Two, offset: timedelta, since: str) -> None:
    before = made.first.clock.now()
    made.first.at(offset, since)
    made.both("heartbeat", {"beats": int((made.first.clock.now() - before) / timedelta(seconds=1))})
