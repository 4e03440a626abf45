"""The recorder: one recording at a time, of one or more segments, with nominal and real bytes.

Nominal bytes grow with time and fill the storage. The file itself is smaller by a factor, and its content
follows from the phone's chance and the recording's name.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import floor
from pathlib import Path

from simulators.core.chance import Chance
from simulators.core.clock import Clock, Wakeup
from simulators.core.instants import iso
from simulators.phone.storage import Storage, StorageFull

FACTOR = 16_384
"""Nominal bytes for one real byte."""
HEAD = bytes.fromhex("0000001c6674797069736f6d0000020069736f6d69736f326d703431") + b"\0\0\0\0mdat"
"""The beginning of an MP4 file: its brands, and a box of media data that lasts to the end."""


class RecorderError(Exception):
    """The recorder cannot do that now; the text says why."""


@dataclass(slots=True)
class Segment:
    """A span without interruption; `end` and `cause` are empty while it lasts."""

    start: datetime
    end: datetime | None = None
    cause: str | None = None


@dataclass(slots=True)
class Recording:
    """One recording of an app."""

    name: str
    owner: str
    segments: list[Segment] = field(default_factory=list)

    def elapsed(self, now: datetime) -> timedelta:
        """How long has been recorded, gaps left out."""
        return sum(((part.end or now) - part.start for part in self.segments), timedelta(0))


@dataclass(frozen=True, slots=True)
class VideoFile:
    """A finished file as a submission announces it."""

    name: str
    path: Path
    bytes: int
    nominal_bytes: int
    sha256: str


class Recorder:
    """Records at `rate` nominal bytes a second; `ended(owner, name, cause)` hears what ends by itself."""

    def __init__(
        self, world: Clock, owner: str, storage: Storage, chance: Chance, rate: int,
        ended: Callable[[str, str, str], None],
    ) -> None:  # fmt: skip
        self.recordings: dict[str, Recording] = {}
        self.active: str | None = None
        self._world, self._owner, self._storage, self._chance, self._rate = (
            world,
            owner,
            storage,
            chance,
            rate,
        )
        self._ended = ended
        self._full: Wakeup | None = None
        storage.growing = self._growing
        storage.watch(self._watch)

    def start(self, name: str, owner: str, since: datetime | None = None) -> None:
        """Begin, or go on with, the recording `name`; `since` lets it have begun earlier.

        RecorderError where the camera is in use, StorageFull where there is no room.
        """
        if self.active is not None:
            raise RecorderError(f"the camera is in use by the recording {self.active}")
        if self._storage.free <= 0:
            raise StorageFull(f"{name} needs room to grow, and nothing is free")
        recording = self.recordings.setdefault(name, Recording(name, owner))
        self._storage.files.pop(name, None)
        recording.segments.append(Segment(since or self._world.now()))
        self.active = name
        self._watch()

    def stop(self, cause: str) -> None:
        """End the segment under way, if there is one."""
        if self.active is None:
            return
        name, now = self.active, self._world.now()
        segment = self.recordings[name].segments[-1]
        segment.end, segment.cause = now, cause
        size = self._size(self.recordings[name], now)
        self.active = None
        self._storage.hold(name, min(size, self._storage.free))

    def nominal(self, name: str) -> int:
        """Nominal bytes so far."""
        held = self._storage.files.get(name)
        return self._size(self.recordings[name], self._world.now()) if held is None else held

    def elapsed(self, name: str) -> timedelta:
        known = self.recordings.get(name)
        return known.elapsed(self._world.now()) if known else timedelta(0)

    def seal(self, name: str) -> VideoFile:
        """Write the file that a submission announces; the same recording always gives the same bytes."""
        if self.active == name:
            self.stop("finished")
        nominal = self.nominal(name)
        size = max(len(HEAD), nominal // FACTOR)
        content = HEAD + self._chance.child(name).bytes(size - len(HEAD))
        path = self._storage.write(name, content, nominal)
        return VideoFile(name, path, len(content), nominal, hashlib.sha256(content).hexdigest())

    def discard(self, name: str) -> None:
        """Forget a recording that nobody needs."""
        if self.active == name:
            self.stop("discarded")
        self.recordings.pop(name, None)
        self._storage.drop(name)

    def state(self) -> dict[str, list[list[str | None]]]:
        """The segments of every recording, for whoever looks at the phone."""
        return {
            name: [
                [iso(part.start), iso(part.end) if part.end else None, part.cause]
                for part in recording.segments
            ]
            for name, recording in self.recordings.items()
        }

    def _size(self, recording: Recording, now: datetime) -> int:
        return floor(recording.elapsed(now).total_seconds() * self._rate)

    def _growing(self) -> int:
        return self._size(self.recordings[self.active], self._world.now()) if self.active else 0

    def _watch(self) -> None:
        """Wake up when the storage will be full."""
        if self._full is not None:
            self._full.cancel()
        self._full = None
        if self.active is not None:
            left = timedelta(seconds=self._storage.free / self._rate)
            self._full = self._world.call_at(self._world.now() + left, self._owner, self._run_full)

    def _run_full(self) -> None:
        if self.active is None:
            return
        name = self.active
        self.stop("storage_full")
        self._ended(self.recordings[name].owner, name, "storage_full")
