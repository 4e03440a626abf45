"""A target: what is judged, how it is reached, and what its screens call things (TOML, `target.schema.json`)."""

from conformance.target.model import Target, TargetError
from conformance.target.parts import (
    SECONDS,
    Address,
    App,
    Attendant,
    Driver,
    Features,
    Locator,
    Masked,
    Seeding,
)
from conformance.target.reading import load, names

__all__ = [
    "SECONDS",
    "Address",
    "App",
    "Attendant",
    "Driver",
    "Features",
    "Locator",
    "Masked",
    "Seeding",
    "Target",
    "TargetError",
    "load",
    "names",
]
