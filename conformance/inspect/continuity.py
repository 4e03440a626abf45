"""Whether a film is one take: no gap, nothing cut off, time that runs forward, a picture that lives."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import numpy as np

from conformance.inspect.finding import Finding, Span, finding, listed, measures
from conformance.inspect.media import Film, Grey, Samples, Tick
from reports.form import Text

SLACK = 2.5
"""Without sound a gap shows only as a frame that lasts so many times as long as the others."""


def one_take(film: Film, heard: Iterable[tuple[float, float]]) -> Finding:
    """Gaps between what was recorded. `heard`: each block of sound as its seconds and how long it really lasts."""
    gaps = tuple(_holes(heard) if film.sounds else _long_frames(film))
    if not gaps:
        return finding("one_take", True, Text("one take without a gap", "一镜到底，没有中断"))
    many = len(gaps)
    told = Text(f"{many} gap{'s'[: many > 1]}: {listed(gaps)}", f"中断{many}处：{listed(gaps)}")
    return finding("one_take", False, told, gaps)


def whole(film: Film) -> Finding:
    """A file that breaks off, or whose own label says that it was cut."""
    if film.broken:
        return finding("whole", False, Text("the file breaks off", "文件中途断开"))
    if film.label.get("cut"):
        return finding("whole", False, Text("its label says that it was cut off", "文件标注录制曾被截断"))
    return finding("whole", True, Text("whole", "完整"))


def forward(film: Film) -> Finding:
    """Whether any packet stands before the one that it follows."""
    back = tuple(
        Span(later.decoded, earlier.decoded)
        for ticks in (film.pictures, film.sounds)
        for earlier, later in itertools.pairwise(ticks)
        if later.decoded <= earlier.decoded
    )
    if not back:
        return finding("time", True, Text("time runs forward throughout", "时间始终递增"))
    return finding(
        "time", False, Text(f"time runs back at {listed(back)}", f"时间倒退：{listed(back)}"), back
    )


class Stillness:
    """Told frame by frame: stretches in which no dot of the picture changes."""

    def __init__(self) -> None:
        self._since, self._last = 0.0, 0.0
        self._shown: Grey | None = None
        self._still: list[Span] = []

    def see(self, at: float, picture: Grey) -> None:
        if self._shown is not None and not np.array_equal(picture, self._shown):
            self._close()
            self._since = at
        self._shown, self._last = picture, at

    def told(self, film: Film) -> Finding:
        """After the last frame, which lasts as long as the film does."""
        self._last = max(self._last, film.seconds - film.usual)
        self._close()
        still = tuple(self._still)
        if not still:
            return finding("picture_alive", True, Text("the picture lives", "画面有变化"))
        return finding(
            "picture_alive", False, Text(f"frozen at {listed(still)}", f"画面静止：{listed(still)}"), still
        )

    def _close(self) -> None:
        if self._last - self._since >= measures()["picture_alive"].limit:
            self._still.append(Span(self._since, self._last))


class Silence:
    """Told block by block: stretches in which the sound is nothing but zeros."""

    def __init__(self) -> None:
        self.heard: list[tuple[float, float]] = []
        self._spans: list[Span] = []

    def hear(self, at: float, rate: int, samples: Samples) -> None:
        self.heard.append((at, len(samples) / rate))
        for since, until in _zeros(samples, rate):
            if self._spans and at + since - self._spans[-1].until < 1 / rate * 2:
                since = self._spans.pop().since - at
            self._spans.append(Span(at + since, at + until))

    def told(self, film: Film) -> Finding:
        if not film.sounds:
            return finding("sound", False, Text("no sound track", "没有音轨"))
        long = tuple(span for span in self._spans if span.seconds >= measures()["sound"].limit)
        if not long:
            return finding("sound", True, Text("live sound throughout", "全程有声"))
        return finding("sound", False, Text(f"mute at {listed(long)}", f"静音：{listed(long)}"), long)


def _zeros(samples: Samples, rate: int) -> Iterator[tuple[float, float]]:
    """Runs of zeros in a block, in seconds; those that touch its ends are given however short they are."""
    quiet = np.concatenate(([False], samples == 0, [False]))
    first, end = np.flatnonzero(quiet[1:] != quiet[:-1]).reshape(-1, 2).T
    told = (first == 0) | (end == len(samples)) | ((end - first) / rate >= measures()["sound"].limit)
    yield from zip(first[told] / rate, end[told] / rate, strict=True)


def _holes(heard: Iterable[tuple[float, float]]) -> Iterator[Span]:
    limit, until = measures()["one_take"].limit, 0.0
    for at, lasts in heard:
        if at - until > limit:
            yield Span(until, at)
        until = max(until, at + lasts)


def _long_frames(film: Film) -> Iterator[Span]:
    shown = sorted(film.pictures, key=_when)
    for earlier, later in itertools.pairwise(shown):
        usual_end = earlier.shown + film.usual
        if later.shown - earlier.shown > max(film.usual * SLACK, film.usual + measures()["one_take"].limit):
            yield Span(usual_end, later.shown)


def _when(tick: Tick) -> float:
    return tick.shown
