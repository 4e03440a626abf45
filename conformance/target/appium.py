"""What a target file says of the lab's own Appium: which phones are reached through it, and with which capabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from conformance.faults import Words, quoted

DRIVERS = ("android", "ios")
START_TIMEOUT_S = 60.0
OUTSIDE = ("usbmuxd",)
"""Holes that the lab fills before the target starts: the path at which the target's phones are to be plugged in."""
CABLE_HOLES = ("adb", "wda", "usbmuxd")
"""Holes that a phone's cables fill, as the bench tells them."""
LAB_HOLES = ("udid", "adb_port", "port")
"""Holes that the lab fills: the bench's name of the phone, the port of its adb server, a free port for this phone alone."""


@dataclass(frozen=True, slots=True)
class Through:
    """How the phones of one driver are reached. `oldest` is the oldest system that the driver takes, 0 where it takes any."""

    capabilities: Mapping[str, Any]
    oldest: int = 0

    @property
    def cables(self) -> frozenset[str]:
        """The cables that a phone must have for it."""
        return holes(self.capabilities) & frozenset(CABLE_HOLES)


@dataclass(frozen=True, slots=True)
class AppiumForm:
    """The table `appium`: by driver, what goes through Appium; `start_timeout_s` are wall seconds."""

    drivers: Mapping[str, Through]
    start_timeout_s: float = START_TIMEOUT_S

    @property
    def cables(self) -> frozenset[str]:
        """Every kind of cable that is used."""
        return frozenset().union(*(way.cables for way in self.drivers.values()))


def read_form(raw: Mapping[str, Any]) -> AppiumForm:
    """The table as it fits the schema."""
    drivers = {
        name: Through(raw[name]["capabilities"], raw[name].get("oldest", 0))
        for name in DRIVERS
        if name in raw
    }
    return AppiumForm(drivers, raw.get("start_timeout_s", START_TIMEOUT_S))


def holes(capabilities: Mapping[str, Any]) -> frozenset[str]:
    """The names in braces; ValueError where the braces are no holes."""
    texts = [value for value in capabilities.values() if isinstance(value, str)]
    return frozenset(name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None)


def filled(capabilities: Mapping[str, Any], words: Mapping[str, str | int]) -> dict[str, Any]:
    """The capabilities with their holes filled; a value that is nothing but a hole keeps the kind of what fills it."""
    return {name: _filled(value, words) for name, value in capabilities.items()}


def _filled(value: Any, words: Mapping[str, str | int]) -> Any:
    if not isinstance(value, str):
        return value
    alone = value.removeprefix("{").removesuffix("}")
    return words[alone] if value == f"{{{alone}}}" and alone in words else value.format_map(words)


def hole_faults(raw: object) -> Iterator[tuple[str, Words, Words]]:
    """Holes that nothing fills."""
    known = frozenset((*CABLE_HOLES, *LAB_HOLES))
    wanted = " ".join(f"{{{hole}}}" for hole in (*CABLE_HOLES, *LAB_HOLES))
    expected = Words(
        f"no holes but {wanted}; other braces are written {{{{ and }}}}",
        f"占位符限于 {wanted}；其他花括号须写作 {{{{ 和 }}}}",
    )
    for driver in DRIVERS:
        way = raw.get(driver) if isinstance(raw, dict) else None
        table = way.get("capabilities") if isinstance(way, dict) else None
        for name, value in table.items() if isinstance(table, dict) else ():
            if not _sound(value, known):
                yield f"appium.{driver}.capabilities.{name}", quoted(value), expected


def _sound(value: object, known: frozenset[str]) -> bool:
    try:
        return not isinstance(value, str) or holes({"": value}) <= known
    except ValueError:
        return False
