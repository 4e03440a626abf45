"""The reviewer who looks through two films: where, and from when to when, something is otherwise than at the beginning.

What is compared is pixels and samples of the films that the platform kept, with how the candidate sat down. The exam's own
display of the sheet is left out of the main phone's film (C22).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import cv2
import numpy as np

from conformance.bench.forms import Dossier, Recording
from conformance.inspect.media import Picture
from conformance.reviewing import film, hearing

CHANGED = 26
"""Grey levels by which a pixel must differ: a film's own noise stays below."""
SHARE = 0.35
"""How much of a zone must have changed."""
TINTED, TINT = 0.8, 7
"""A filter changes nearly every pixel, if only a little."""
BLURRED = 0.7
"""What is left of the edges of a picture that shakes."""
TURNS = tuple(range(-15, 16, 3))
STRAIGHTER = 0.6
"""A turned picture, turned back, differs so much less from how it was."""
NOBODY = "out_of_the_picture"
BARE, LIKE_WALL = 8.0, 0.06
"""By how many grey levels a bare wall varies within a zone, and by what part of its hue from one zone to another."""
CLOCK_ROWS = 0.1
"""The share of the picture in which the time stands."""
TOGETHER = timedelta(seconds=21)
"""What is seen again within this time has not been away."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sign in a phone's recording, from its first to its last picture, or second of sound, in exam time."""

    sign: str
    phone: str
    begins: datetime
    ends: datetime


def look_through(dossier: Dossier, fetch: Callable[[str], bytes]) -> list[Sighting]:
    """Everything that strikes the reviewer in both recordings; `fetch` gives a film by its digest."""
    found: list[Sighting] = []
    for phone in ("main", "aux"):
        recording = dossier.recording(phone)
        if recording is None or not recording.arrived:
            continue
        content = fetch(recording.sha256)
        until = datetime.fromisoformat(dossier.plan["end"]) if phone == "main" else None
        found += together(_seen(recording, content, until), phone)
        found += together(_heard(recording, content), phone)
        found += [Sighting("gap", phone, gap.begins, gap.ends) for gap in recording.gaps]
    return sorted(found, key=lambda one: (one.begins, one.phone, one.sign))


def exam_time(recording: Recording, second: float) -> datetime:
    """The instant of a second of the film, at the scale that the recording declares."""
    return recording.takes[0].begins + timedelta(seconds=second * (recording.scale or 1.0))


def together(noted: Iterable[tuple[str, datetime]], phone: str) -> Iterator[Sighting]:
    """Signs at instants as sightings with a beginning and an end."""
    open_now: dict[str, Sighting] = {}
    for sign, at in noted:
        last = open_now.get(sign)
        if last is not None and at - last.ends <= TOGETHER:
            open_now[sign] = Sighting(sign, phone, last.begins, at)
            continue
        if last is not None:
            yield last
        open_now[sign] = Sighting(sign, phone, at, at)
    yield from open_now.values()


def _seen(recording: Recording, content: bytes, until: datetime | None) -> Iterator[tuple[str, datetime]]:
    """A picture that shows what the one before did, but for the time in it, is not looked at twice."""
    first: Picture | None = None
    before: Picture | None = None
    seen: list[str] = []
    for second, picture in film.pictures(content, CLOCK_ROWS):
        at = exam_time(recording, second)
        if until is not None and at >= until:
            return
        first = picture if first is None else first
        if picture is not before:
            seen = signs_in(picture, first, recording.phone)
        before = picture
        yield from ((sign, at) for sign in seen)


def _heard(recording: Recording, content: bytes) -> Iterator[tuple[str, datetime]]:
    """What is heard while the recording lasts; a gap is silent, and told by itself."""
    window = timedelta(seconds=hearing.WINDOW_S)
    for second, sign in hearing.signs_in(film.sound(content)):
        at = exam_time(recording, second)
        if not any(gap.begins < at + window and at < gap.ends for gap in recording.gaps):
            yield sign, at


def signs_in(picture: Picture, first: Picture, phone: str) -> list[str]:
    """What is to be seen in a picture that was not there in the first one."""
    apart = np.abs(picture.astype(np.int16) - first).max(axis=2)
    apart[: int(CLOCK_ROWS * len(apart))] = 0
    if (apart > CHANGED).mean() < 0.0005 and (apart > TINT).mean() < TINTED / 2:
        return []
    zones = _book().zones[phone]
    changed = {name for name, box in zones.items() if (_part(apart, box) > CHANGED).mean() > SHARE}
    if _nobody(picture, changed, phone):
        return [NOBODY]
    whole = _of_the_whole(picture, first, apart)
    return [whole] if whole else list(_named(changed, phone))


def _nobody(picture: Picture, changed: set[str], phone: str) -> bool:
    """Whether there is nothing but wall where the candidate sat."""
    zones, where = _book().zones[phone], _book().signs[NOBODY][phone]
    wall = _hue(_part(picture, zones[_book().bare[phone]]))
    parts = [_part(picture, zones[name]) for name in where]
    even = all(part.reshape(-1, 3).std(axis=0).max() < BARE for part in parts)
    like = all(np.abs(_hue(part) - wall).max() < LIKE_WALL for part in parts)
    return changed.issuperset(where) and even and like


def _hue(part: Any) -> Any:
    """The mean colour, whatever light falls on it."""
    mean = part.reshape(-1, 3).mean(axis=0)
    return mean / max(1.0, float(mean.max()))


def _of_the_whole(picture: Picture, first: Picture, apart: Any) -> str:
    """Whether it is not a thing but the whole picture that is otherwise."""
    below = slice(int(CLOCK_ROWS * len(apart)), None)
    if (apart[below] > TINT).mean() > TINTED:
        return "filter"
    edges = [_sharpest(one[below]) for one in (picture, first)]
    if edges[0] < BLURRED * edges[1]:
        return "shaken"
    return "askew" if (apart > CHANGED).mean() > 0.1 and _turned(picture, first) else ""


def _sharpest(picture: Picture) -> float:
    """How steep the steepest edges are: something steep is left wherever the picture stands still."""
    return float(np.percentile(np.abs(cv2.Laplacian(picture, cv2.CV_32F)), 99.7))


def _turned(picture: Picture, first: Picture) -> bool:
    height, width = first.shape[:2]
    middle = (slice(height // 4, -height // 8), slice(width // 6, -width // 6))

    def apart(degrees: int) -> float:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
        other = cv2.warpAffine(first, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
        return float(np.abs(other[middle].astype(np.int16) - picture[middle]).mean())

    return min(apart(degrees) for degrees in TURNS if degrees) < STRAIGHTER * apart(0)


def _named(changed: set[str], phone: str) -> Iterator[str]:
    """The signs of the changed zones, those of most zones first; a zone belongs to one sign."""
    left, book = set(changed), _book()
    for sign, zones in sorted(book.signs.items(), key=lambda row: -len(row[1].get(phone, ()))):
        mine = set(zones.get(phone, ()))
        if mine and mine <= left and sign != NOBODY:
            left -= mine | set(book.explains.get(sign, {}).get(phone, ()))
            yield sign


def _part(picture: Any, box: list[float]) -> Any:
    height, width = picture.shape[:2]
    left, top, right, bottom = box
    return picture[int(top * height) : int(bottom * height) + 1, int(left * width) : int(right * width) + 1]


@dataclass(frozen=True, slots=True)
class Book:
    """signs.toml: zones of each film, signs with their zones, what a sign explains besides, and where there is wall."""

    zones: Mapping[str, Mapping[str, list[float]]]
    signs: Mapping[str, Mapping[str, list[str]]]
    explains: Mapping[str, Mapping[str, list[str]]]
    bare: Mapping[str, str]


@cache
def _book() -> Book:
    raw = tomllib.loads(files("conformance.reviewing").joinpath("signs.toml").read_text(encoding="utf-8"))
    return Book(**raw)
