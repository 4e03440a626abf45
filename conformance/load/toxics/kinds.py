"""The toxics as a table, and what each does to the bytes of one direction, as functions of them and of time.

Words, attributes and units are those of Toxiproxy (README, "Toxics"); `loss` is ours: TCP hides a lost packet, and what is
seen of it is the wait until it is sent again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from conformance.load.dice import Dice
from conformance.load.toxics.toxic import Toxic

PACKET = 1460
"""Bytes that a packet carries over Ethernet."""
SLOT = 0.1
"""Seconds of a slow line that are sent as one piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes, and the instant (seconds of a monotonic clock) before which they are not passed on."""

    data: bytes
    due: float


class Effect:
    """A toxic on one direction of one connection. By itself it changes nothing."""

    passes_end = True
    """Whether the other side is told that this one has ended."""
    resets = False
    """Whether the connection ends by a reset."""

    def lasts(self) -> float | None:
        """Seconds after which the connection is ended; None where it is not."""
        return None

    def through(self, piece: Piece, /) -> Iterator[Piece]:
        yield piece

    def lingers(self) -> float:
        """Seconds by which the end is held back."""
        return 0.0

    @property
    def spent(self) -> bool:
        """Whether no more can pass, so that the connection ends."""
        return False


class Latency(Effect):
    """All bytes come later by `latency` plus or minus `jitter` milliseconds."""

    def __init__(self, given: Mapping[str, float], dice: Dice) -> None:
        self._latency, self._jitter, self._dice = given["latency"], given["jitter"], dice

    def through(self, piece: Piece) -> Iterator[Piece]:
        delay = self._latency + self._dice.between(-self._jitter, self._jitter)
        yield Piece(piece.data, piece.due + max(0.0, delay) / 1000)


class Loss(Effect):
    """A share `rate` of packets is lost; what they carried, and all behind it, waits `rto` milliseconds."""

    def __init__(self, given: Mapping[str, float], dice: Dice) -> None:
        self._rate, self._rto, self._dice = given["rate"], given["rto"], dice

    def through(self, piece: Piece) -> Iterator[Piece]:
        for packet in _cut(piece.data, PACKET):
            lost = self._dice.share() < self._rate
            yield Piece(packet, piece.due + (self._rto / 1000 if lost else 0))


class Bandwidth(Effect):
    """No more than `rate` kilobytes (of 1,000 bytes) a second."""

    def __init__(self, given: Mapping[str, float], _: Dice) -> None:
        self._bytes, self._free = given["rate"] * 1000, 0.0

    def through(self, piece: Piece) -> Iterator[Piece]:
        for part in _cut(piece.data, max(1, int(self._bytes * SLOT))):
            self._free = max(self._free, piece.due) + len(part) / self._bytes
            yield Piece(part, self._free)


class Slicer(Effect):
    """Pieces of `average_size` plus or minus `size_variation` bytes, `delay` microseconds apart."""

    def __init__(self, given: Mapping[str, float], dice: Dice) -> None:
        self._size, self._more = int(given["average_size"]), int(given["size_variation"])
        self._delay, self._dice = given["delay"] / 1e6, dice

    def through(self, piece: Piece) -> Iterator[Piece]:
        data, due = piece.data, piece.due
        while data:
            size = max(1, self._size + self._dice.whole(-self._more, self._more))
            yield Piece(data[:size], due)
            data, due = data[size:], due + self._delay


class LimitData(Effect):
    """The connection is closed once `bytes` have passed."""

    def __init__(self, given: Mapping[str, float], _: Dice) -> None:
        self._left = int(given["bytes"])

    def through(self, piece: Piece) -> Iterator[Piece]:
        data, self._left = piece.data[: self._left], self._left - min(self._left, len(piece.data))
        if data:
            yield Piece(data, piece.due)

    @property
    def spent(self) -> bool:
        return self._left == 0


class SlowClose(Effect):
    """The end of the connection comes `delay` milliseconds later."""

    def __init__(self, given: Mapping[str, float], _: Dice) -> None:
        self._delay = given["delay"] / 1000

    def lingers(self) -> float:
        return self._delay


class Timeout(Effect):
    """Nothing passes, and after `timeout` milliseconds the connection is closed. With 0 it stays, half open: what went in
    is gone, and neither side is told."""

    passes_end = False

    def __init__(self, given: Mapping[str, float], _: Dice) -> None:
        self._timeout = given["timeout"] / 1000

    def lasts(self) -> float | None:
        return self._timeout or None

    def through(self, _: Piece) -> Iterator[Piece]:
        yield from ()


class ResetPeer(Timeout):
    """Nothing passes, and after `timeout` milliseconds, or at once, the connection is reset."""

    resets = True

    def lasts(self) -> float | None:
        return self._timeout


class Down(ResetPeer):
    """Nobody can be reached: the connection is reset as soon as it is there."""

    def lasts(self) -> float | None:
        return 0.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of toxic: its attributes with what they are where nothing is said (None: it must be said), and its effect."""

    attributes: Mapping[str, float | None]
    make: Callable[[Mapping[str, float], Dice], Effect]


KINDS: Mapping[str, Kind] = {
    "latency": Kind({"latency": None, "jitter": 0}, Latency),
    "loss": Kind({"rate": None, "rto": 200}, Loss),
    "bandwidth": Kind({"rate": None}, Bandwidth),
    "slicer": Kind({"average_size": None, "size_variation": 0, "delay": 0}, Slicer),
    "limit_data": Kind({"bytes": None}, LimitData),
    "slow_close": Kind({"delay": None}, SlowClose),
    "timeout": Kind({"timeout": 0}, Timeout),
    "reset_peer": Kind({"timeout": 0}, ResetPeer),
    "down": Kind({"timeout": 0}, Down),
}
STREAMS = ("upstream", "downstream")


def effect(toxic: Toxic, dice: Dice) -> Effect:
    """What a toxic, without faults, does to one connection."""
    kind = KINDS[toxic.type]
    usual = {name: usual for name, usual in kind.attributes.items() if usual is not None}
    return kind.make({**usual, **toxic.attributes}, dice)


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    for begin in range(0, len(data), size):
        yield data[begin : begin + size]
