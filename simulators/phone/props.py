"""What may be seen besides what is always there, as a table: props.toml. A thing is drawn small, but to be recognised."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import cv2
import numpy as np

from simulators.phone import film_noises
from simulators.phone.lettering import FONT, drawable
from simulators.phone.scanner import Frame

View = Literal["front", "room"]
TURN_DEG = 9.0
"""By how much a picture is turned that was not to be."""
SHAKE = 41
"""Pixels over which a picture that shakes is smeared."""
MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Prop:
    """One thing: its shapes in each view, whom or what it stands in for, and how it spoils the picture."""

    name: str
    shapes: Mapping[str, tuple[Mapping[str, Any], ...]]
    replaces: str = ""
    spoils: str = ""
    covers: bool = False
    """Whether it is behind everything: drawn where there was nothing but wall."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a phone takes in besides what is always there. ValueError for a thing or a sound that is not in its table.

    `words` are what a writing says; `heard` is a sound of `film_noises`, none where it is empty.
    """

    seen: tuple[str, ...] = ()
    words: str = ""
    heard: str = ""

    def __post_init__(self) -> None:
        for name in self.seen:
            if name not in table():
                raise ValueError(f"no thing {name!r} to be seen; there are {', '.join(table())}")
        if self.heard and self.heard not in film_noises.SOUNDS:
            raise ValueError(f"no sound {self.heard!r}; there are {', '.join(film_noises.SOUNDS)}")
        if len(self.words) > MOST_WORDS:
            raise ValueError(f"{len(self.words)} characters to be seen; at most {MOST_WORDS} can be read")

    @property
    def props(self) -> tuple[Prop, ...]:
        return tuple(table()[name] for name in self.seen)

    def stands_in(self, what: str) -> bool:
        """Whether a thing replaces somebody or something: `nobody`, `other` or `sheet`."""
        return any(prop.replaces == what for prop in self.props)


@cache
def table() -> Mapping[str, Prop]:
    """Every thing there is, by its name."""
    raw = tomllib.loads(files("simulators.phone").joinpath("props.toml").read_text(encoding="utf-8"))
    return {name: _prop(name, row) for name, row in raw.items()}


def _prop(name: str, row: Mapping[str, Any]) -> Prop:
    shapes = {view: tuple(row[view]) for view in ("front", "room") if view in row}
    return Prop(name, shapes, row.get("replaces", ""), row.get("spoils", ""), row.get("covers", False))


def dressed(place: Frame, view: View, around: Around, wall: Frame | None = None) -> Frame:
    """The place with the things in it, a picture of its own; `wall` says where there is nothing but wall."""
    seen = place.copy()
    for prop in around.props:
        behind = seen.copy() if prop.covers else seen
        for shape in prop.shapes.get(view, ()):
            _draw(behind, shape, around.words)
        if prop.covers:
            where = wall_of(place) if wall is None else wall
            seen[where] = behind[where]
    return seen


def wall_of(place: Frame) -> Any:
    """Where a place, before light falls on it, is as even as its upper right corner."""
    corner = place[5, place.shape[1] - 5].astype(np.int16)
    return np.abs(place.astype(np.int16) - corner).max(axis=2) < 4


def spoilt(picture: Frame, around: Around) -> Frame:
    """The picture as a turned phone, one without a stand, or one with a filter takes it."""
    for prop in around.props:
        picture = SPOILS.get(prop.spoils, _as_it_is)(picture)
    return picture


def _as_it_is(picture: Frame) -> Frame:
    return picture


def _turned(picture: Frame) -> Frame:
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), TURN_DEG, 1.0)
    return np.asarray(
        cv2.warpAffine(picture, turn, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def _shaken(picture: Frame) -> Frame:
    smear = np.eye(SHAKE, dtype=np.float32) / SHAKE
    return np.asarray(cv2.filter2D(picture, -1, smear), np.uint8)


def _filtered(picture: Frame) -> Frame:
    """Smoother, lighter and rosier than life."""
    smooth = cv2.bilateralFilter(picture, 9, 60, 9).astype(np.float32)
    rosy = smooth * np.array([1.0, 0.94, 1.08], np.float32) + np.array([12, 4, 18], np.float32)
    return np.asarray(np.clip(rosy, 0, 255), np.uint8)


SPOILS: Mapping[str, Callable[[Frame], Frame]] = {
    "turned": _turned,
    "shaken": _shaken,
    "filtered": _filtered,
}


def _draw(picture: Frame, shape: Mapping[str, Any], words: str) -> None:
    colour = tuple(shape["colour"])
    if "box" in shape:
        left, top, right, bottom = shape["box"]
        cv2.rectangle(picture, (left, top), (right, bottom), colour, -1)
    elif "oval" in shape:
        x, y, wide, high = shape["oval"]
        cv2.ellipse(picture, (x, y), (wide, high), 0, 0, 360, colour, -1, cv2.LINE_AA)
    elif "line" in shape:
        x, y, to_x, to_y = shape["line"]
        cv2.line(picture, (x, y), (to_x, to_y), colour, shape["wide"], cv2.LINE_AA)
    else:
        x, y, size = shape["words"]
        for number, line in enumerate(words.split("\n")):
            said = "".join(map(drawable, line))
            cv2.putText(picture, said, (x, y + number * round(size * 1.3)), colour, FONT, size, 600)
