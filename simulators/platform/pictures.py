"""A picture that came with a request: looked at, measured and written down beside the queue, kept in a turn of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulators.platform import images
from simulators.platform.call import Answer, Later
from simulators.platform.disk import Disk, Draft
from simulators.platform.house import House
from simulators.platform.images import Picture

Judge = Callable[[bytes, Picture], tuple[dict[str, Any], list[str]]]
"""What a record says of a picture, and for which measures it will not do."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture that has been looked at: a fault, or what was found, and its draft."""

    disk: Disk
    fault: str
    size: tuple[int, int] = (0, 0)
    said: dict[str, Any] = field(default_factory=dict)
    poor: list[str] = field(default_factory=list)
    draft: Draft | None = None

    def kept(self) -> str:
        """The picture is accepted: its sha256."""
        if self.draft is None:
            raise ValueError(f"a picture with the fault {self.fault!r} cannot be kept")
        return self.disk.keep(self.draft)


def unjudged(_data: bytes, _picture: Picture) -> tuple[dict[str, Any], list[str]]:
    """Nothing is measured."""
    return {}, []


def seen(house: House, data: bytes, judge: Judge, then: Callable[[Seen], Answer]) -> Later:
    """Look at a picture, and make the answer of what was seen."""

    def look() -> Seen:
        picture = images.look(data)
        if picture.fault:
            return Seen(house.disk, picture.fault, picture.size)
        said, poor = judge(data, picture)
        return Seen(house.disk, "", picture.size, said, poor, house.disk.draft(data))

    def answer(found: Seen) -> Answer:
        try:
            return then(found)
        finally:
            if found.draft is not None:
                house.disk.discard(found.draft)

    return Later(look, answer)
