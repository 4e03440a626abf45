"""What a file shows by itself: each defect is found where it is, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conformance import cli
from conformance.inspect import light, looking, pages
from conformance.inspect.finding import Finding, Span, clock, measures
from conformance.inspect.looking import Asked
from conformance.inspect.media import NoMedia, grey
from tests.conformance.films import Picture, film, hum, scene

SECONDS = 30
TIMES = tuple(float(second) for second in range(SECONDS))
SOUND = ((0.0, hum(SECONDS)),)
BEGUN = datetime.fromisoformat("2023-01-12T10:00:00+08:00")


def found(path: Path, name: str, asked: Asked | None = None) -> Finding:
    looked = looking.inspect(path, asked or Asked())
    return next(one for one in looked.findings if one.measure.id == name)


def blurred(number: int) -> Picture:
    return np.asarray(cv2.GaussianBlur(scene(number), (0, 0), 9), np.uint8)


def dimmed(number: int) -> Picture:
    return (scene(number) * 0.15).astype(np.uint8)


def dazzled(number: int) -> Picture:
    picture = scene(number)
    height, width = picture.shape[:2]
    lit = np.full_like(picture, 255)
    lit[height // 5 : -height // 5, width // 5 : -width // 5] = 45
    return np.clip(lit.astype(int) + (picture - 150) // 8, 0, 255).astype(np.uint8)


def standing(number: int) -> Picture:
    return scene(min(number, 5) if number < 20 else number)


MUTED = hum(SECONDS)
MUTED[3000 * 10 : 3000 * 14] = 0
GOOD: dict[str, Any] = {"times": TIMES, "sounds": SOUND}
DEFECTS: dict[str, dict[str, Any]] = {
    "one_take": {
        "times": (*TIMES[:10], *TIMES[18:]),
        "sounds": ((0.0, hum(10)), (18.0, hum(12))),
    },
    "whole": {"tags": {"comment": json.dumps({"cut": True})}},
    "picture_alive": {"picture": standing},
    "sound": {"sounds": ((0.0, MUTED),)},
    "bright": {"picture": dimmed},
    "backlight": {"picture": dazzled},
    "sharp": {"picture": blurred},
}
WHERE = {"one_take": Span(10, 18), "picture_alive": Span(5, 19), "sound": Span(10, 14)}


def test_a_sound_film_has_no_defect(tmp_path: Path) -> None:
    looked = looking.inspect(film(tmp_path / "a.mkv", **GOOD))
    assert [one.measure.id for one in looked.findings if one.good is False] == []
    assert looked.kind == "film"


@pytest.mark.parametrize("name", DEFECTS)
def test_each_defect_is_found_and_no_other(name: str, tmp_path: Path) -> None:
    looked = looking.inspect(film(tmp_path / "a.mkv", **{**GOOD, **DEFECTS[name]}))
    assert [one.measure.id for one in looked.findings if one.good is False] == [name]


@pytest.mark.parametrize("name", WHERE)
def test_a_defect_is_found_where_it_is(name: str, tmp_path: Path) -> None:
    (span,) = found(film(tmp_path / "a.mkv", **{**GOOD, **DEFECTS[name]}), name).spans
    assert (span.since, span.until) == pytest.approx((WHERE[name].since, WHERE[name].until), abs=0.02)


def test_a_gap_shows_in_the_frames_where_there_is_no_sound(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mkv", (*TIMES[:10], *TIMES[18:]))
    assert found(path, "one_take").good is False
    assert found(path, "sound").good is False


def test_a_file_that_breaks_off_is_not_whole(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mkv", **GOOD)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    looked = looking.inspect(path)
    assert "whole" in [one.measure.id for one in looked.findings if one.good is False] or (
        found(path, "covers", Asked(BEGUN, BEGUN + timedelta(seconds=29))).good is not True
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(2, 9), st.integers(0, 9)), min_size=1, max_size=4))
def test_as_many_gaps_are_found_as_there_are(
    tmp_path_factory: pytest.TempPathFactory, takes: list[tuple[int, int]]
) -> None:
    at, sounds, times, gaps = 0.0, [], [], []
    for number, (lasts, pause) in enumerate(takes):
        sounds.append((at, hum(lasts)))
        times += [at + second for second in range(lasts)]
        at += lasts
        if pause and number < len(takes) - 1:
            gaps.append((at, at + pause))
        at += pause
    path = film(tmp_path_factory.mktemp("film") / "a.mkv", times, sounds=sounds)
    spans = found(path, "one_take").spans
    assert [(span.since, span.until) for span in spans] == [pytest.approx(gap, abs=0.02) for gap in gaps]


@pytest.mark.parametrize(
    ("since", "until", "good"),
    [(0, 29, True), (-1, 30, True), (-1.1, 29, False), (0, 31.2, False)],
)
def test_a_film_covers_what_lies_inside_it(since: float, until: float, good: bool, tmp_path: Path) -> None:
    path = film(tmp_path / "a.mkv", **GOOD, tags={"creation_time": BEGUN.isoformat()})
    asked = Asked(BEGUN + timedelta(seconds=since), BEGUN + timedelta(seconds=until))
    assert found(path, "covers", asked).good is good


def test_a_film_that_does_not_say_when_it_begins_is_for_a_person(tmp_path: Path) -> None:
    asked = Asked(BEGUN, BEGUN + timedelta(seconds=5))
    assert found(film(tmp_path / "a.mkv", **GOOD), "covers", asked).good is None


def test_somebody_who_comes_in_is_for_a_person_to_look_at(tmp_path: Path) -> None:
    def visited(number: int) -> Picture:
        picture = scene(number)
        if 12 <= number < 16:
            picture[20:120, 120:180] = 230
        return picture

    moved = found(film(tmp_path / "a.mkv", **{**GOOD, "picture": visited}), "moved")
    assert moved.good is None
    (span,) = moved.spans
    assert (span.since, span.until) == pytest.approx((12, 16), abs=0.1)


@pytest.mark.parametrize(("wanted", "good"), [("", True), ("landscape", True), ("portrait", False)])
def test_how_the_picture_lies_is_held_against_what_is_wanted(wanted: str, good: bool, tmp_path: Path) -> None:
    assert found(film(tmp_path / "a.mkv", **GOOD), "turned", Asked(orientation=wanted)).good is good


def test_a_film_that_runs_fast_is_looked_at_by_its_key_frames(tmp_path: Path) -> None:
    times = [number / 25 for number in range(250)]
    path = film(tmp_path / "a.mkv", times, sounds=((0.0, hum(10)),), every=0.04)
    assert looking.inspect(path).good


# pages


def page(number: int) -> Picture:
    """A page: a frame, and notes that differ from page to page."""
    paper = np.full((840, 594, 3), 228, np.uint8)
    cv2.rectangle(paper, (30, 60), (564, 810), (120, 120, 120), 3)
    draws = np.random.default_rng(number)
    for x, y in draws.integers((50, 80), (540, 780), (140, 2)):
        cv2.ellipse(paper, (int(x), int(y)), (11, 8), 0, 0, 360, (40, 30, 30), -1)
    return paper


SHEETS = tuple(grey(page(number)) for number in (1, 2, 3))


def held(number: int | None) -> Picture:
    room = scene(0, (480, 640))
    if number is not None:
        room[120:540, 90:387] = cv2.resize(page(number), (297, 420), interpolation=cv2.INTER_AREA)
    return room


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_page_is_known_by_what_is_written_on_it(number: int) -> None:
    assert pages.Finder(SHEETS).which(grey(held(number))) == number


@pytest.mark.parametrize("number", [None, 9])
def test_no_page_and_another_page_are_none(number: int | None) -> None:
    assert pages.Finder(SHEETS).which(grey(held(number))) is None


def test_a_picture_in_which_only_the_burnt_in_time_runs_is_not_searched_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finder, frame = pages.Finder(SHEETS), grey(held(2))
    assert finder.which(frame) == 2
    monkeypatch.setattr("conformance.inspect.pages.cv2.matchTemplate", None)
    later = frame.copy()
    later[: later.shape[0] // 10] = 0
    assert finder.which(later) == 2


SHOWINGS: list[tuple[str, list[tuple[int | None, float]], int, bool]] = [
    ("in order", [(1, 2.0), (2, 3.0), (3, 2.5)], 3, True),
    ("with pauses", [(1, 2.0), (None, 1.0), (2, 2.0), (3, 2.0)], 3, True),
    ("a single page for long", [(1, 20.0)], 1, True),
    ("out of order", [(2, 2.5), (1, 2.5), (3, 2.5)], 3, False),
    ("one left out", [(1, 2.5), (3, 2.5)], 3, False),
    ("one shown again", [(1, 2.5), (2, 2.5), (1, 2.5), (3, 2.5)], 3, False),
    ("too short", [(1, 1.8), (2, 2.5), (3, 2.5)], 3, False),
    ("too long", [(1, 2.5), (2, 3.2), (3, 2.5)], 3, False),
    ("none", [(None, 5.0)], 3, False),
]


@pytest.mark.parametrize(
    ("shown", "count", "good"), [row[1:] for row in SHOWINGS], ids=[r[0] for r in SHOWINGS]
)
def test_pages_are_shown_in_order_and_long_enough(
    shown: list[tuple[int | None, float]], count: int, good: bool
) -> None:
    at, frames = 0.0, []
    for number, lasts in shown:
        frames.append((at, grey(held(number))))
        at += lasts
    assert pages.told(pages.shown(frames, SHEETS[:count], at), count).good is good


def test_a_sheet_is_straightened_whichever_way_it_was_photographed() -> None:
    desk = np.full((960, 720, 3), (60, 90, 120), np.uint8)
    corners = np.array([[130, 90], [640, 140], [600, 880], [90, 820]], np.float32)
    flat = np.array([[0, 0], [594, 0], [594, 840], [0, 840]], np.float32)
    turn = cv2.getPerspectiveTransform(flat, corners)
    photo = cv2.warpPerspective(page(2), turn, (720, 960), desk.copy(), borderMode=cv2.BORDER_TRANSPARENT)
    sheets = [SHEETS[0], pages.straightened(np.asarray(photo, np.uint8))]
    assert pages.Finder(sheets).which(grey(held(2))) == 2


# stills and the command


@pytest.mark.parametrize(("spoil", "name"), [(dimmed, "bright"), (dazzled, "backlight"), (blurred, "sharp")])
def test_a_spoilt_photo_is_found(spoil: Callable[[int], Picture], name: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    cv2.imwrite(str(path), spoil(1))
    assert found(path, name).good is False
    cv2.imwrite(str(path), scene(1))
    assert found(path, name).good is True


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\0\0\0\x08ftyp"])
@pytest.mark.parametrize("name", ["a.png", "a.mp4", "a"])
def test_what_is_neither_is_refused(content: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NoMedia):
        looking.inspect(tmp_path / name)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_command_says_what_is_wrong_and_where(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = film(tmp_path / "good.mkv", **GOOD), film(tmp_path / "bad.mkv", **GOOD | DEFECTS["sound"])
    assert cli.main(["inspect", str(good), "--lang", lang]) == 0
    assert cli.main(["inspect", str(good), str(bad), "--lang", lang]) == 1
    said = capsys.readouterr().out
    assert ("defect" if lang == "en" else "缺陷") in said
    assert "0:00:10.0-0:00:14.0" in said
    assert cli.main(["inspect", str(bad), "--json"]) == 1
    (one,) = json.loads(capsys.readouterr().out)
    assert one["good"] is False


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["no-such-file.mp4"],
        ["{good}", "--subject", "opera"],
        ["{good}", "--subject", "song", "--session", "mock-9"],
        ["{good}", "--sheet", "no-such.jpg"],
        ["{good}", "--orientation", "askew"],
    ],
)
def test_bad_input_is_a_sentence(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = film(tmp_path / "good.mkv", **GOOD)
    assert cli.main(["inspect", *(word.format(good=good) for word in words)]) == 3
    assert capsys.readouterr().err.startswith("examgate")


def test_every_measure_has_its_words() -> None:
    for one in measures().values():
        assert one.name.en
        assert one.name.zh
        assert one.why.en
        assert one.why.zh
        assert one.most is None or one.most > one.limit


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0:00:00.0"), (59.96, "0:01:00.0"), (3725.44, "1:02:05.4")]
)
def test_a_place_in_a_film_is_told_as_a_clock(seconds: float, told: str) -> None:
    assert clock(seconds) == told


def test_light_does_not_depend_on_size() -> None:
    small, large = grey(scene(1)), grey(scene(1, (960, 720)))
    assert light.brightness(small) == pytest.approx(light.brightness(large), abs=3)
