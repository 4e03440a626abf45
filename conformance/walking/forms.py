"""What a walk over a target's screens finds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from conformance.verdict import NOT_JUDGED
from reports.form import NOTHING, Text

State = Literal["found", "absent", "open"]
"""`open`: the locator has a hole that only an exam fills, so it was not looked for."""
SCHEMA = "examgate-walk/1"


class Hop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One screen and the way to it from the one before. `only`, `unless`: an element by which the hop is made, or is not."""

    screen: str
    taps: tuple[str, ...] = ()
    fills: Mapping[str, str] = msgspec.field(default_factory=dict)
    account: bool = False
    only: str = ""
    unless: str = ""
    back: int = 0


@cache
def hops() -> Mapping[str, tuple[Hop, ...]]:
    """By role."""
    raw = tomllib.loads((files("conformance.walking") / "walk.toml").read_text(encoding="utf-8"))
    return msgspec.convert(raw, dict[str, tuple[Hop, ...]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of a screen: what the file calls it and how it is looked for."""

    name: str
    locator: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen. ``missed`` says why it was not reached; ``texts`` are what it shows, to choose labels from."""

    name: str
    missed: Text = NOTHING
    elements: tuple[Element, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """By its page, or by anything of it where the file names no page."""
        pages = [one for one in self.elements if one.name.endswith(".page")]
        return any(one.state == "found" for one in pages or self.elements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """One phone."""

    pair: str = ""
    role: str
    udid: str
    driver: str
    screens: tuple[Screen, ...] = ()
    fault: Text = NOTHING
    quoted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A target. ``labels``: where each of its texts was seen, nowhere where the list is empty.

    ``controls``: who offers each control that the file declares or that was found: bench, driver, operator, or nobody.
    """

    schema: str = SCHEMA
    target: str
    phones: tuple[Walked, ...]
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    controls: dict[str, str] = field(default_factory=dict)
    undeclared: tuple[str, ...] = ()
    exit_code: int = 0


def exit_code(phones: tuple[Walked, ...], controls: Mapping[str, str]) -> int:
    """3: no phone was reached; 1: a screen was and is not known again, or a declared control is nobody's; 2: a screen was not."""
    if all(phone.fault and not phone.screens for phone in phones):
        return NOT_JUDGED
    screens = [screen for phone in phones for screen in phone.screens]
    if any(not one.missed and not one.known for one in screens) or "nobody" in controls.values():
        return 1
    return 2 if any(phone.fault for phone in phones) or any(one.missed for one in screens) else 0
