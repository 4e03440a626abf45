"""The header of a photographed sheet: filled fields and ink, in good light and in worse."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from conformance.inspect.header import header, layout
from conformance.inspect.media import photo
from simulators.core.chance import Chance
from simulators.phone.camera import Camera, Scene, Sheet
from simulators.phone.sheet import FIELDS, Field, Ink

SCENES: list[dict[str, Any]] = [
    {},
    {"darkness": 0.3},
    {"tilt_deg": 12},
    {"turn_deg": -12},
    {"distance_cm": 35},
]
INKS: list[tuple[Ink, str]] = [("black", "black"), ("blue", "blue"), ("pencil", "pale")]


def measured(scene: dict[str, Any], fields: tuple[Field, ...] = FIELDS, ink: Ink = "black") -> dict[str, str]:
    """The ink of each field that is filled, by its id, of a photo taken so."""
    camera = Camera(Chance(f"{scene} {fields} {ink}"))
    camera.scene = Scene(pointed_at=Sheet(1, "王芳", fields, ink), **scene)
    return {field.id: field.ink for field in header(photo(camera.photo("back"))) if field.filled}


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize(("ink", "seen"), INKS)
def test_ink_is_told_apart(scene: dict[str, Any], ink: Ink, seen: str) -> None:
    assert measured(scene, ink=ink) == dict.fromkeys(FIELDS, seen)


@pytest.mark.parametrize("scene", SCENES, ids=str)
@pytest.mark.parametrize(
    "fields", [(), ("major",), ("name", "admission_number"), ("major", "admission_number")]
)
def test_what_is_not_written_is_empty(scene: dict[str, Any], fields: tuple[Field, ...]) -> None:
    assert set(measured(scene, fields)) == set(fields)


def test_a_picture_without_a_sheet_has_no_header() -> None:
    blank = np.full((960, 720, 3), 200, np.uint8)
    assert [field.filled for field in header(blank)] == [False] * len(layout()["fields"])
