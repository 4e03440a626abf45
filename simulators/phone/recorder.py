"""The recorder: one recording at a time, of one or more segments, with nominal and real bytes.

Nominal bytes grow with time and fill the storage. The file itself is a real one, made when it is sealed, and smaller by
a factor that stands in its label. What was recorded is known until then as what camera and microphone took in.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import floor
from pathlib import Path

from simulators.core.clock import Clock, Wakeup
from simulators.core.instants import iso
from simulators.phone import film
from simulators.phone.film import FLUSH, Glimpse, Take
from simulators.phone.film_picture import Still
from simulators.phone.storage import Storage, StorageFull


class RecorderError(Exception):
    """The recorder cannot do that now; the text says why."""


@dataclass(slots=True)
class Segment:
    """A span without interruption; `end` and `cause` are empty while it lasts."""

    start: datetime
    end: datetime | None = None
    cause: str | None = None
    glimpses: list[Glimpse] = field(default_factory=list)

    def take(self, now: datetime) -> Take:
        end = self.end or now
        return Take(
            self.start, end, tuple(one for one in self.glimpses if one.since == self.start or one.since < end)
        )


@dataclass(slots=True)
class Recording:
    """One recording of an app."""

    name: str
    owner: str
    segments: list[Segment] = field(default_factory=list)
    cut: bool = False
    """Whether some of it was lost: the power went, or the app's process, and only what was flushed is left."""

    def takes(self, now: datetime) -> list[Take]:
        """What there is to see; the first segment, where nothing has any length."""
        takes = [segment.take(now) for segment in self.segments]
        return [take for take in takes if take.end > take.start] or takes[:1]

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


@dataclass(frozen=True, slots=True)
class Senses:
    """What a recording is made of: what the camera sees now, whether an app's microphone hears, what else there is to hear."""

    look: Callable[[], Callable[[], Still]]
    hears: Callable[[str], bool]
    sound: Callable[[], str] = str


class Recorder:
    """Records at `rate` nominal bytes a second; `ended(owner, name, cause)` hears what ends by itself."""

    def __init__(
        self, world: Clock, owner: str, storage: Storage, rate: int, senses: Senses,
        ended: Callable[[str, str, str], None],
    ) -> None:  # fmt: skip
        self.recordings: dict[str, Recording] = {}
        self.active: str | None = None
        self._world, self._owner, self._storage, self._rate = world, owner, storage, rate
        self._senses, self._ended = senses, ended
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
        begun = since or self._world.now()
        segment = Segment(begun, glimpses=[self._glimpse(begun, owner)])
        self.recordings.setdefault(name, Recording(name, owner)).segments.append(segment)
        self._storage.files.pop(name, None)
        self.active = name
        self._watch()

    def notice(self) -> None:
        """What the camera sees, or whether the microphone hears, may have changed."""
        if self.active is None:
            return
        now, recording = self._world.now(), self.recordings[self.active]
        segment = recording.segments[-1]
        seen = [glimpse for glimpse in segment.glimpses if glimpse.since < now]
        segment.glimpses = [*seen, self._glimpse(now, recording.owner)]

    def stop(self, cause: str) -> None:
        """End the segment under way, if there is one."""
        self._end(cause, self._world.now())

    def cut(self, cause: str) -> None:
        """Whoever recorded is gone at once: of the segment under way only what was flushed is left."""
        if self.active is None:
            return
        recording = self.recordings[self.active]
        start = recording.segments[-1].start
        recording.cut = True
        self._end(cause, start + (self._world.now() - start) // FLUSH * FLUSH)

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
        nominal, recording = self.nominal(name), self.recordings[name]
        facts = {
            "recording": name, "device": self._owner, "app": recording.owner, "cut": recording.cut,
            "segments": self.state()[name],
        }  # fmt: skip
        takes = recording.takes(self._world.now())
        content = film.write(takes, self._owner, facts, nominal, cut=recording.cut)
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

    def _glimpse(self, since: datetime, owner: str) -> Glimpse:
        return Glimpse(since, self._senses.look(), self._senses.hears(owner), self._senses.sound())

    def _end(self, cause: str, at: datetime) -> None:
        if self.active is None:
            return
        name, segment = self.active, self.recordings[self.active].segments[-1]
        segment.end, segment.cause = at, cause
        size = self._size(self.recordings[name], at)
        self.active = None
        self._storage.hold(name, min(size, self._storage.free))

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
