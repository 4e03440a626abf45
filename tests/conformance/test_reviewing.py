"""The reviewer's eyes and ears, tried on pictures and sounds of our own making, and the checklist of the catalogue."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from conformance import catalogue
from conformance.bench.forms import Recording, Take
from conformance.inspect.media import Picture
from conformance.outcome import NotMet
from conformance.reviewing import checklist, film, hearing, watching
from conformance.reviewing.film import Sound
from conformance.season import load
from steps.phrases.conduct import SIGN
from tests.phone.kit import PACKAGE, phone

WALL, SKIN, INK = (214, 220, 224), (150, 190, 226), (40, 40, 60)
RATE = 3000
Wave = NDArray[np.float64]
ONE_PHONE = "baotou-2022-dance"
BEGIN = datetime.fromisoformat("2023-01-12T09:45:00+08:00")


def sitting(phone: str = "main") -> Picture:
    """Somebody before a wall: a head, and clothes below; lines at the side show whether it is sharp."""
    picture = np.full((256, 192, 3), WALL, np.uint8)
    picture[70:160, 58:134] = SKIN
    picture[185:] = INK
    picture[40:100:6, 4:14] = INK
    if phone == "aux":
        picture[85:105, 55:85] = SKIN
    return picture


def zone(picture: Picture, phone: str, name: str, colour: tuple[int, int, int]) -> Picture:
    height, width = picture.shape[:2]
    left, top, right, bottom = watching._book().zones[phone][name]
    changed = picture.copy()
    changed[int(top * height) : int(bottom * height) + 1, int(left * width) : int(right * width) + 1] = colour
    return changed


def signs(phone: str) -> list[str]:
    book = watching._book()
    return [name for name, zones in book.signs.items() if phone in zones and name != watching.NOBODY]


@pytest.mark.parametrize("phone", ["main", "aux"])
def test_each_sign_is_known_by_its_zones_and_by_no_other(phone: str) -> None:
    for sign in signs(phone):
        picture = sitting(phone)
        for name in watching._book().signs[sign][phone]:
            picture = zone(picture, phone, name, (20, 200, 20))
        assert watching.signs_in(picture, sitting(phone), phone) == [sign]


def test_what_did_not_change_strikes_nobody() -> None:
    picture, draws = sitting(), np.random.default_rng(1)
    noisy = np.clip(picture + draws.normal(0, 3, picture.shape), 0, 255).astype(np.uint8)
    assert watching.signs_in(picture, picture, "main") == watching.signs_in(noisy, picture, "main") == []


def test_the_clock_in_the_picture_is_no_sign() -> None:
    picture = sitting()
    picture[:22] = INK
    assert watching.signs_in(picture, sitting(), "main") == []


def test_a_small_thing_in_a_zone_is_not_enough() -> None:
    picture = sitting()
    picture[50:54, 80:90] = INK
    assert watching.signs_in(picture, sitting(), "main") == []


def test_an_empty_wall_is_somebody_gone_and_another_skin_is_not() -> None:
    gone = sitting()
    gone[60:, 16:] = WALL
    assert watching.signs_in(gone, sitting(), "main") == [watching.NOBODY]
    other = sitting()
    other[70:160, 58:134] = (90, 120, 160)
    assert watching.NOBODY not in watching.signs_in(other, sitting(), "main")


def test_the_whole_picture_may_be_otherwise() -> None:
    first = sitting()
    tinted = np.clip(first.astype(np.int16) + np.array([0, 4, 14]), 0, 255).astype(np.uint8)
    blurred = np.mean([np.roll(first, (n, n), (0, 1)).astype(np.float32) for n in range(12)], axis=0).astype(
        np.uint8
    )
    assert watching.signs_in(tinted, first, "main") == ["filter"]
    assert watching.signs_in(blurred, first, "main") == ["shaken"]


def at(*seconds: float) -> list[datetime]:
    return [BEGIN + timedelta(seconds=one) for one in seconds]


def test_pictures_of_one_sign_are_one_sighting_until_it_has_been_away() -> None:
    times = at(0, 5, 10, 31, 60)
    found = list(watching.together([("hat", one) for one in times], "main"))
    assert [(one.begins, one.ends) for one in sorted(found, key=lambda one: one.begins)] == [
        (times[0], times[3]),
        (times[4], times[4]),
    ]


def test_exam_time_follows_the_scale_that_is_declared() -> None:
    take = Take(begins=BEGIN, ends=BEGIN + timedelta(hours=1))
    recording = Recording(
        phone="main", name="a", sha256="", bytes=1, received=1, state="done", seconds=360, scale=10.0, takes=(take,)
    )  # fmt: skip
    assert watching.exam_time(recording, 6) == BEGIN + timedelta(minutes=1)


def heard(*parts: Wave) -> Sound:
    return Sound(RATE, np.concatenate(parts).astype(np.float32))


def quiet(seconds: int) -> Wave:
    return np.random.default_rng(3).normal(0, 0.0006, seconds * RATE)


def tone(hertz: float, seconds: int) -> Wave:
    return np.asarray(0.1 * np.sin(2 * np.pi * hertz * np.arange(seconds * RATE) / RATE), np.float64)


def syllables(hertz: float, seconds: int) -> Wave:
    when = np.arange(seconds * RATE) / RATE
    buzz = np.sum([np.sin(2 * np.pi * hertz * n * when) / n for n in (1, 2, 3)], axis=0)
    return np.asarray(0.1 * buzz * np.clip(np.sin(2 * np.pi * 3 * when), 0, None), np.float64)


SOUNDS = {
    "talk": syllables(200, 10),
    "another_voice": syllables(110, 10),
    "music": tone(440, 10) + tone(660, 10),
    "wind": tone(30, 10),
    "noise": np.random.default_rng(4).normal(0, 0.1, 10 * RATE),
    "covered": quiet(10) / 5,
    "muted": np.zeros(10 * RATE),
}


@pytest.mark.parametrize("sound", SOUNDS)
def test_each_sound_is_known_and_only_while_it_lasts(sound: str) -> None:
    found = list(hearing.signs_in(heard(quiet(20), SOUNDS[sound], quiet(20))))
    assert {sign for _, sign in found} == {sound}
    assert [second for second, _ in found] == [20.0, 25.0]


def test_a_quiet_room_is_quiet_and_a_film_without_any_sound_is_muted() -> None:
    assert list(hearing.signs_in(heard(quiet(60)))) == []
    assert [sign for _, sign in hearing.signs_in(heard(np.zeros(60 * RATE)))] == ["muted"]


@pytest.mark.parametrize("content", [b"", b"no film", b"\x00" * 5000])
def test_what_cannot_be_played_is_no_film(content: bytes) -> None:
    with pytest.raises(NotMet):
        list(film.pictures(content))
    with pytest.raises(NotMet):
        film.sound(content)


def test_a_film_is_watched_with_its_own_times(tmp_path: Path) -> None:
    device, _, clock = phone(tmp_path)
    device.camera.lens = "front"
    device.recorder.start("a.mp4", PACKAGE)
    clock.advance(clock.now() + timedelta(seconds=62))
    content = device.recorder.seal("a.mp4").path.read_bytes()
    seconds = [second for second, _ in film.pictures(content)]
    assert (seconds[0], seconds[-1]) == (0.0, 60.0)
    assert len(film.sound(content).samples) == pytest.approx(62 * film.sound(content).rate, rel=0.02)


def test_the_checklist_is_what_the_rows_look_for() -> None:
    rules, season = catalogue.load(), load("zjcm-2023")
    items = checklist.of(rules, season)
    by_id = {item.id: item for item in items}
    assert len(by_id) == len(items) > 20
    assert by_id["hat"].classes == ("violation",)
    assert by_id["hand_signal"].classes == ("cheating",)
    assert by_id["gap"].classes == ("forfeit",)
    for item in items:
        assert rules.row(item.rule).consequence == item.classes
        assert item.en
        assert item.zh


def test_the_checklist_leaves_out_what_a_season_does_not_have() -> None:
    items = {item.id for item in checklist.of(catalogue.load(), load(ONE_PHONE))}
    assert "hat" in items
    assert not items & {"second_phone", "gap", "no_sheet"}


def test_every_sign_that_a_sentence_names_is_looked_for() -> None:
    known = {*watching._book().signs, *SOUNDS, "gap", "filter", "shaken", "askew"}
    assert {sign for _, sign in SIGN.values()} == known
