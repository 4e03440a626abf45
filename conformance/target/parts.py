"""What a target consists of: its two apps, where it is reached, how its elements are found, who answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Driver = Literal["android", "ios"]
"""Who speaks to a phone: Appium's UiAutomator2 driver or its XCUITest driver."""
SECONDS = 120.0
"""An operator has so long to answer, unless the file says otherwise."""


@dataclass(frozen=True, slots=True)
class App:
    """One of the two apps as the phone knows it: by its package, on iPhones by its bundle id."""

    package: str
    label: str
    bundle: str

    def id(self, driver: Driver) -> str:
        """The name by which this driver launches it."""
        return {"android": self.package, "ios": self.bundle}[driver]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a target is reached: the WebDriver endpoint, the bench, and the bench's token; both empty where there is none."""

    webdriver: str
    bench: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """How an element is found: `how` is one of id, text, has, desc, class, ui, predicate, chain, xpath.

    `package` is that of the app whose element it is; empty for elements of the system.
    """

    name: str
    how: str
    value: str
    package: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.how}={self.value})"


@dataclass(frozen=True, slots=True)
class Attendant:
    """Who answers at this target: `kind` is scripted, terminal or page; `looks` tells a scripted one where to read.

    `does` are the controls that this person takes the place of: told what to do, and asked whether it is done.
    """

    kind: str
    seconds: float
    looks: Mapping[str, str]
    does: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seeding:
    """How a target is started as a release with a seeded defect: `listing` prints them, the others follow `start`."""

    listing: tuple[str, ...]
    start: tuple[str, ...]
    further: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Features:
    """What the target declares to have: controls of its bench, and for which seasons apps and platform are made."""

    controls: tuple[str, ...]
    abilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masked:
    """Ids of the elements whose words are a secret, or somebody's name, wherever else they stand; `names` are those of secrets."""

    secrets: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


UNMASKED = Masked()
