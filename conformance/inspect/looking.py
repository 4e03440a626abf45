"""One file, looked at: each measure that fits it, and no more of the file than the measure needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path

from conformance.inspect import continuity, light, media, pages
from conformance.inspect.continuity import Silence, Stillness
from conformance.inspect.finding import Finding, clock, finding, measures
from conformance.inspect.media import Film, Grey, NoMedia, Picture, Source, grey
from reports.form import Text

KEPT = 2000
"""Frames that are kept for light and change; of a longer film, evenly chosen ones."""
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a file is held against: the instants it has to cover, how it is turned, the sheets that it shows."""

    since: datetime | None = None
    until: datetime | None = None
    orientation: str = ""
    sheets: tuple[Grey, ...] = ()
    shown_from: datetime | None = None


NOTHING_ASKED = Asked()


@dataclass
class Viewing:
    """A film being looked at; its pictures and its sound are decoded once, and only if a measure asks for them."""

    film: Film
    asked: Asked = NOTHING_ASKED
    still: Stillness = field(default_factory=Stillness)

    @cached_property
    def silence(self) -> Silence:
        heard = Silence()
        for at, rate, samples in self.film.blocks():
            heard.hear(at, rate, samples)
        return heard

    @cached_property
    def frames(self) -> list[tuple[float, Grey]]:
        """At most about `KEPT` of the film's frames. NoMedia where none can be decoded."""
        kept: list[tuple[float, Grey]] = []
        due = 0.0
        for at, picture in self.film.frames():
            dots = grey(picture)
            self.still.see(at, dots)
            if at >= due:
                kept.append((at, light.small(dots)))
                due = at + self.step
        if not kept:
            raise NoMedia("no picture can be decoded")
        return kept

    @property
    def step(self) -> float:
        """Seconds from one kept frame to the next, at least."""
        return self.film.seconds / KEPT

    @cached_property
    def lighting(self) -> Mapping[str, Finding]:
        keys = [light.small(grey(picture)) for _, picture in self.film.frames(key_only=True)]
        told = light.lighting(keys or [dots for _, dots in self.frames])
        return {one.measure.id: one for one in told}


@dataclass(frozen=True, slots=True)
class Looked:
    """A file with what was found; `kind` is film or photo."""

    kind: str
    about: Text
    findings: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        """Whether no measure finds a defect; what only a person can tell is none."""
        return all(found.good is not False for found in self.findings)


def inspect(source: Source, asked: Asked = NOTHING_ASKED) -> Looked:
    """Look at a film or a photo. NoMedia where it is neither; OSError where it cannot be read."""
    if isinstance(source, Path) and source.suffix.lower() in PICTURES:
        return _photo(media.photo(source), asked)
    try:
        viewing = Viewing(media.film(source), asked)
        found = [one for measure in MEASURES.values() if (one := measure(viewing))]
        return Looked("film", _about(viewing.film), tuple(found))
    except NoMedia:
        return _photo(media.photo(source), asked)


def measure(name: str, source: Source, asked: Asked = NOTHING_ASKED) -> Finding:
    """What one measure of `measures.toml` says of a film. NoMedia where it is none, KeyError for another name."""
    (found,) = measured((name,), source, asked)
    return found


def measured(names: Sequence[str], source: Source, asked: Asked = NOTHING_ASKED) -> list[Finding]:
    """As `measure`, for several measures of one film."""
    viewing = Viewing(media.film(source), asked)
    found = {name: MEASURES[name](viewing) for name in names}
    if lacking := [name for name, one in found.items() if one is None]:
        raise KeyError(f"{lacking} ask for more than was given")
    return [one for one in found.values() if one is not None]


def sheets(sources: Sequence[Source]) -> tuple[Grey, ...]:
    """The pages in some photos, straightened. NoMedia or OSError for a file that is none."""
    return tuple(pages.straightened(media.photo(source)) for source in sources)


def _photo(seen: Picture, asked: Asked) -> Looked:
    size = (seen.shape[1], seen.shape[0])
    about = Text(f"photo, {size[0]} x {size[1]}", f"照片，{size[0]} x {size[1]}")
    findings = (*light.lighting([grey(seen)]), light.turned(size, asked.orientation), _people())
    return Looked("photo", about, findings)


def _alive(view: Viewing) -> Finding:
    assert view.frames
    return view.still.told(view.film)


def _covers(view: Viewing) -> Finding | None:
    """Whether the film was running from one instant to another."""
    one, asked = view.film, view.asked
    if asked.since is None or asked.until is None:
        return None
    if one.begun is None:
        said = Text("the file does not say when it begins", "文件未注明开始时间")
        return finding("covers", None, said)
    slack = timedelta(seconds=measures()["covers"].limit)
    ended = one.begun + timedelta(seconds=one.seconds)
    zone = asked.since.tzinfo
    first, last = (at.astimezone(zone).isoformat(" ", "seconds") for at in (one.begun, ended))
    good = one.begun <= asked.since + slack and ended >= asked.until - slack
    return finding("covers", good, Text(f"from {first} to {last}", f"{first} 至 {last}"))


def _pages(view: Viewing) -> Finding | None:
    """The pages shown after `shown_from`, or in the whole film."""
    sheets = view.asked.sheets
    if not sheets:
        return None
    return pages.told(pages.shown(_display(view), sheets, view.film.seconds), len(sheets))


def _display(view: Viewing) -> Iterator[tuple[float, Grey]]:
    begin, begun = 0.0, view.film.begun
    if view.asked.shown_from is not None and begun is not None:
        begin = (view.asked.shown_from - begun).total_seconds()
    return ((at, grey(picture)) for at, picture in view.film.frames() if at >= begin)


def _people() -> Finding:
    return finding("people", None, measures()["people"].why)


MEASURES: Mapping[str, Callable[[Viewing], Finding | None]] = {
    "one_take": lambda view: continuity.one_take(view.film, view.silence.heard),
    "whole": lambda view: continuity.whole(view.film),
    "time": lambda view: continuity.forward(view.film),
    "picture_alive": _alive,
    "sound": lambda view: view.silence.told(view.film),
    "covers": _covers,
    "bright": lambda view: view.lighting["bright"],
    "glare": lambda view: view.lighting["glare"],
    "backlight": lambda view: view.lighting["backlight"],
    "sharp": lambda view: view.lighting["sharp"],
    "turned": lambda view: light.turned(view.film.size, view.asked.orientation),
    "moved": lambda view: light.moved(view.frames, max(view.film.usual, view.step)),
    "pages": _pages,
    "people": lambda _: _people(),
}
"""The measures of a film, in the order in which they are told."""


def _about(one: Film) -> Text:
    shape = f"{one.size[0]} x {one.size[1]}"
    en = f"film of {clock(one.seconds)}, {shape}, {len(one.pictures)} frames"
    zh = f"录像 {clock(one.seconds)}，{shape}，{len(one.pictures)} 帧"
    factor = one.label.get("factor")
    if isinstance(factor, int | float) and factor > 0:
        en, zh = f"{en}; one byte stands for {factor:.0f}", f"{zh}；每字节代表 {factor:.0f} 字节"
    return Text(en, zh)
