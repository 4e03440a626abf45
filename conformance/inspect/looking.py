"""One file, looked at once: every measure that fits it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from conformance.inspect import continuity, light, pages
from conformance.inspect.continuity import Silence, Stillness
from conformance.inspect.finding import Finding, clock, finding, measures
from conformance.inspect.media import Film, Grey, NoMedia, film, grey, photo
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


@dataclass(frozen=True, slots=True)
class Looked:
    """A file with what was found; `kind` is film or photo."""

    path: Path
    kind: str
    about: Text
    findings: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        """Whether no measure finds a defect; what only a person can tell is none."""
        return all(found.good is not False for found in self.findings)


def inspect(path: Path, asked: Asked = Asked()) -> Looked:
    """Look at a film or a photo. NoMedia where it is neither; OSError where it cannot be read."""
    try:
        return _film(film(path), asked) if path.suffix.lower() not in PICTURES else _photo(path, asked)
    except NoMedia:
        if path.suffix.lower() in PICTURES:
            raise
        return _photo(path, asked)


def _photo(path: Path, asked: Asked) -> Looked:
    seen = photo(path)
    size = (seen.shape[1], seen.shape[0])
    about = Text(f"photo, {size[0]} x {size[1]}", f"照片，{size[0]} x {size[1]}")
    findings = (*light.lighting([grey(seen)]), light.turned(size, asked.orientation), _people())
    return Looked(path, "photo", about, findings)


def _film(one: Film, asked: Asked) -> Looked:
    still, silence, kept = Stillness(), Silence(), _Kept(one)
    for at, picture in one.frames():
        dots = grey(picture)
        still.see(at, dots)
        kept.see(at, dots)
    if not kept.frames:
        raise NoMedia(f"{one.path}: no picture can be decoded")
    for at, rate, samples in one.blocks():
        silence.hear(at, rate, samples)
    findings = [
        continuity.one_take(one, silence.heard),
        continuity.whole(one),
        continuity.forward(one),
        still.told(one),
        silence.told(one),
        *_covers(one, asked),
        *light.lighting([dots for _, dots in kept.frames]),
        light.turned(one.size, asked.orientation),
        light.moved(kept.frames, max(one.usual, kept.step)),
        *_pages(one, asked),
        _people(),
    ]
    return Looked(one.path, "film", _about(one), tuple(findings))


class _Kept:
    """Every so many frames, so that a long film takes no more room than a short one."""

    def __init__(self, one: Film) -> None:
        self.frames: list[tuple[float, Grey]] = []
        self.step = one.seconds / KEPT
        self._next = 0.0

    def see(self, at: float, picture: Grey) -> None:
        if at >= self._next:
            self.frames.append((at, light.small(picture)))
            self._next = at + self.step * 0.99


def _covers(one: Film, asked: Asked) -> list[Finding]:
    """Whether the film was running from one instant to another."""
    if asked.since is None or asked.until is None:
        return []
    if one.begun is None:
        said = Text("the file does not say when it begins", "文件未注明开始时间")
        return [finding("covers", None, said)]
    slack = timedelta(seconds=measures()["covers"].limit)
    ended = one.begun + timedelta(seconds=one.seconds)
    zone = asked.since.tzinfo
    first, last = (at.astimezone(zone).isoformat(" ", "seconds") for at in (one.begun, ended))
    good = one.begun <= asked.since + slack and ended >= asked.until - slack
    return [finding("covers", good, Text(f"from {first} to {last}", f"{first} 至 {last}"))]


def _pages(one: Film, asked: Asked) -> list[Finding]:
    """The pages shown after `shown_from`, or in the whole film."""
    if not asked.sheets:
        return []
    begin = 0.0
    if asked.shown_from is not None and one.begun is not None:
        begin = (asked.shown_from - one.begun).total_seconds()
    frames = ((at, grey(picture)) for at, picture in one.frames() if at >= begin)
    return [pages.told(pages.shown(frames, asked.sheets, one.seconds), len(asked.sheets))]


def _people() -> Finding:
    return finding("people", None, measures()["people"].why)


def _about(one: Film) -> Text:
    shape = f"{one.size[0]} x {one.size[1]}"
    rate = f"{len(one.pictures)}"
    en = f"film of {clock(one.seconds)}, {shape}, {rate} frames"
    zh = f"录像 {clock(one.seconds)}，{shape}，{rate} 帧"
    factor = one.label.get("factor")
    if isinstance(factor, int | float) and factor > 0:
        en, zh = f"{en}; one byte stands for {factor:.0f}", f"{zh}；每字节代表 {factor:.0f} 字节"
    return Text(en, zh)


def sheets(paths: Sequence[Path]) -> tuple[Grey, ...]:
    """The pages in some photos, straightened. NoMedia or OSError for a file that is none."""
    return tuple(pages.straightened(photo(path)) for path in paths)
