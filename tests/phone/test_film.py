"""Recordings are real files: what is in them, how they go on after a gap, what is left after a cut."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from simulators.core.clock import DrivenClock
from simulators.phone import film, film_picture
from simulators.phone.camera import Scene, Screen, Sheet
from simulators.phone.film_picture import EVERY, HEIGHT, WIDTH
from simulators.phone.phone import Phone
from simulators.phone.scanner import Frame
from tests.phone.films import Seen, boxes, pictures, watch
from tests.phone.kit import PACKAGE, phone

NAME = "a.mp4"
MEGABYTES_AN_HOUR = 3
Made = tuple[Phone, DrivenClock]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    device, _, clock = phone(tmp_path)
    device.camera.person = "王芳"
    device.camera.lens = "front"
    return device, clock


def later(clock: DrivenClock, seconds: float) -> None:
    clock.advance(clock.now() + timedelta(seconds=seconds))


def sealed(device: Phone) -> Seen:
    return watch(device.recorder.seal(NAME).path.read_bytes())


def differ(one: Frame, other: Frame, rows: slice = slice(film_picture.BAR + 4, None)) -> float:
    """Grey levels by which two frames differ, below the time."""
    return float(np.abs(one[rows].astype(np.int16) - other[rows]).mean())


def test_a_recording_is_a_film_with_sound_as_long_as_it_lasted(made: Made) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 333)
    seen = sealed(device)
    assert seen.codecs == ("h264", "flac")
    assert seen.duration == pytest.approx(333, abs=0.05)
    assert [at for at, _ in seen.frames] == pytest.approx(list(range(0, 333, EVERY)))
    assert {frame.shape for _, frame in seen.frames} == {(HEIGHT, WIDTH, 3)}
    assert sum(len(block) for _, block in seen.sounds) == 333 * 3000
    assert 0.05 < seen.loud < 0.2


def test_the_label_says_whose_it_is_and_how_many_bytes_each_byte_stands_for(made: Made) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 600)
    file = device.recorder.seal(NAME)
    label = film.label(file.path.read_bytes())
    assert label["factor"] == pytest.approx(file.nominal_bytes / file.bytes)
    assert (label["device"], label["app"], label["recording"]) == (device.udid, PACKAGE, NAME)
    assert label["segments"] == device.recorder.state()[NAME]
    assert label["nominal_bytes"] == file.nominal_bytes
    assert label["cut"] is False


def test_time_is_burnt_into_each_frame_and_the_person_stays(made: Made) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 60)
    frames = [frame for _, frame in sealed(device).frames]
    bar = slice(0, film_picture.BAR)
    assert all(differ(one, other, bar) > 0.5 > differ(one, other) for one, other in pairwise(frames))


def test_a_film_shows_what_the_camera_is_turned_to_from_that_moment_on(made: Made) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 30)
    device.camera.scene = Scene(darkness=0.7)
    later(clock, 30)
    device.camera.lens = "back"
    device.camera.scene = Scene(Sheet(1))
    later(clock, 30)
    seen = dict(sealed(device).frames)
    assert seen[0].mean() > 120 > 40 > seen[30].mean()
    assert differ(seen[25], seen[0]) < 1
    assert differ(seen[60], seen[0]) > 20
    assert differ(seen[60], seen[85]) < 1


def test_a_screen_is_filmed_as_it_was_when_the_camera_was_turned_to_it(made: Made) -> None:
    device, clock = made
    shown = [np.full((2340, 1080, 3), 250, np.uint8)]
    device.camera.lens = "back"
    device.camera.scene = Scene(Screen(lambda: shown[0]), distance_cm=10)
    device.recorder.start(NAME, PACKAGE)
    later(clock, 20)
    shown[0] = np.zeros_like(shown[0])
    assert all(frame[100:150, 60:130].mean() > 200 for _, frame in sealed(device).frames)


def test_a_muted_microphone_leaves_zeros_and_a_denied_one_too(made: Made, tmp_path: Path) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 40)
    device.settings.set({"microphone_muted": True})
    later(clock, 40)
    seen = sealed(device)
    assert np.count_nonzero(seen.heard(0, 40)) > 1000
    assert np.count_nonzero(seen.heard(40, 80)) == 0
    assert seen.duration == pytest.approx(80, abs=0.05)

    denied, app, other = phone(tmp_path / "denied", "iphone-13")
    denied.permissions.revoke(app.package)
    denied.recorder.start(NAME, PACKAGE)
    later(other, 40)
    assert sealed(denied).loud == 0


def test_a_gap_between_two_takes_is_a_gap_in_the_film(made: Made) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 32)
    device.recorder.stop("call_answered")
    later(clock, 600)
    device.recorder.start(NAME, PACKAGE)
    later(clock, 11)
    seen = sealed(device)
    assert [at for at, _ in seen.frames] == pytest.approx([0, 5, 10, 15, 20, 25, 30, 632, 637, 642])
    assert seen.duration == pytest.approx(643, abs=0.05)
    assert sum(len(block) for _, block in seen.sounds) == 43 * 3000
    assert np.count_nonzero(seen.heard(40, 630)) == 0
    assert device.recorder.elapsed(NAME) == timedelta(seconds=43)


def test_after_a_loss_of_power_the_film_has_what_was_flushed_and_says_so(made: Made) -> None:
    device, clock = made
    device.launch(PACKAGE)
    device.recorder.start(NAME, PACKAGE)
    later(clock, 63)
    device.power_off()
    later(clock, 30)
    device.power_on()
    content = device.recorder.seal(NAME).path.read_bytes()
    seen = watch(content)
    assert seen.label["cut"] is True
    assert seen.duration == pytest.approx(60, abs=0.05)
    assert len(seen.frames) == 12
    assert boxes(content).count("moof") > 5
    assert "moof" not in boxes(_orderly(made[0].folder.parent / "orderly"))


def _orderly(folder: Path) -> bytes:
    device, _, clock = phone(folder)
    device.recorder.start(NAME, PACKAGE)
    later(clock, 63)
    return device.recorder.seal(NAME).path.read_bytes()


@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_cut_film_plays_as_far_as_it_goes(made: Made, part: float) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 300)
    device.recorder.cut("power_loss")
    content = device.recorder.seal(NAME).path.read_bytes()
    assert 60 * part - 6 < pictures(content[: round(len(content) * part)]) < 60


def test_a_recording_of_no_length_is_still_a_film(made: Made) -> None:
    device, _ = made
    device.recorder.start(NAME, PACKAGE)
    seen = sealed(device)
    assert len(seen.frames) == 1
    assert seen.label["nominal_bytes"] == seen.label["factor"] == 0


def test_phones_and_recordings_have_films_of_their_own(tmp_path: Path) -> None:
    def content(folder: str, name: str = NAME, person: str = "王芳", room: str = "phone-1") -> bytes:
        device, _, clock = phone(tmp_path / folder)
        device.recorder._owner = room
        device.camera.person, device.camera.lens = person, "front"
        device.recorder.start(name, PACKAGE)
        later(clock, 90)
        return device.recorder.seal(name).path.read_bytes()

    films = [
        content("1"),
        content("2", person="李强"),
        content("3", room="phone-2"),
        content("4", name="b.mp4"),
    ]
    assert len(set(films)) == 4
    assert films[0] == content("5")
    one, other = watch(films[0]), watch(films[2])
    assert not np.array_equal(one.heard(0, 20), other.heard(0, 20))


def test_a_film_has_the_same_bytes_whether_its_groups_were_kept_or_made(tmp_path: Path) -> None:
    def content(folder: str, seconds: float) -> bytes:
        device, _, clock = phone(tmp_path / folder)
        device.recorder.start(NAME, PACKAGE)
        later(clock, seconds)
        return device.recorder.seal(NAME).path.read_bytes()

    content("longer", 1900)
    kept = content("kept", 1100)
    film_picture._group.cache_clear()
    assert content("made", 1100) == kept


def test_an_hour_is_small(made: Made) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 3600)
    assert device.recorder.seal(NAME).bytes < MEGABYTES_AN_HOUR * 1_000_000


@pytest.mark.parametrize("content", [b"", b"no film", b"\0\0\0\x08ftyp"])
def test_what_is_no_film_has_no_label(content: bytes) -> None:
    with pytest.raises(ValueError, match=f"{len(content)} bytes"):
        film.label(content)


MICROSECONDS = st.one_of(
    st.integers(0, 3000), st.integers(0, 40_000_000), st.sampled_from([5_000_000, 5_000_300])
)
DEEDS = st.lists(st.tuples(st.sampled_from(["start", "stop", "cut", "turn"]), MICROSECONDS), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS)
@example([("stop", 5_000_300), ("start", 0), ("stop", 100)])
def test_whatever_happens_the_film_holds_what_was_recorded(
    tmp_path_factory: pytest.TempPathFactory, deeds: list[tuple[str, int]]
) -> None:
    device, _, clock = phone(tmp_path_factory.mktemp("film"))
    recorder = device.recorder
    recorder.start(NAME, PACKAGE)
    for deed, microseconds in deeds:
        clock.advance(clock.now() + timedelta(microseconds=microseconds))
        if deed == "start" and recorder.active is None:
            recorder.start(NAME, PACKAGE)
        elif deed == "turn":
            device.camera.lens = "front" if device.camera.lens == "back" else "back"
        elif deed != "start":
            (recorder.stop if deed == "stop" else recorder.cut)(deed)
    seen = sealed(device)
    spans = [(part.start, part.end) for part in recorder.recordings[NAME].segments if part.end]
    lengths = [end - start for start, end in spans]
    frames = sum(-(-length // timedelta(seconds=EVERY)) for length in lengths)
    turns = sum(deed == "turn" for deed, _ in deeds)
    assert max(frames, 1) <= len(seen.frames) <= max(frames, 1) + turns
    heard = sum(len(block) for _, block in seen.sounds) / 3000 if seen.sounds else 0
    assert heard == pytest.approx(sum(lengths, timedelta(0)).total_seconds(), abs=0.01)
    assert all(one < other for (one, _), (other, _) in pairwise(seen.frames))


def test_what_is_held_before_the_lens_is_filmed_from_the_instant_it_is_held(made: Made) -> None:
    device, clock = made
    device.camera.lens = "front"
    device.recorder.start(NAME, PACKAGE)
    later(clock, 7)
    device.camera.scene = Scene(held=Sheet(1, "王芳"))
    later(clock, 2.5)
    device.camera.scene = Scene()
    later(clock, 3)
    seen = sealed(device)
    assert [at for at, _ in seen.frames] == [0, 5, 7, 9.5, 10]
    light = [float(frame[120:200, 60:130].mean()) for _, frame in seen.frames]
    assert light[2] != pytest.approx(light[1], abs=5)
    assert light[3] == pytest.approx(light[1], abs=1)


# in a browser

PLAY = """
const done = arguments[1], film = document.createElement("video");
film.muted = true;
film.onerror = () => done({error: film.error.message});
film.onloadedmetadata = () => { film.currentTime = film.duration / 2; };
film.onseeked = () => film.play().catch(error => done({error: `${error}`}));
film.ontimeupdate = () => {
    if (film.webkitAudioDecodedByteCount && film.getVideoPlaybackQuality().totalVideoFrames && !film.seeking) {
        done({duration: film.duration, width: film.videoWidth, height: film.videoHeight, at: film.currentTime});
    }
};
film.src = arguments[0];
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    profile = tmp_path_factory.mktemp("chromium")
    for switch in ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"):
        options.add_argument(switch)
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    driver.set_script_timeout(30)
    yield driver
    driver.quit()


@pytest.mark.needs_chromium
@pytest.mark.parametrize("ends", ["stop", "cut"])
def test_a_browser_plays_both_tracks_from_the_middle_on(
    made: Made, browser: webdriver.Chrome, ends: str
) -> None:
    device, clock = made
    device.recorder.start(NAME, PACKAGE)
    later(clock, 1800)
    device.recorder.stop("home")
    later(clock, 120)
    device.recorder.start(NAME, PACKAGE)
    later(clock, 3600)
    getattr(device.recorder, ends)("power_loss")
    path = device.recorder.seal(NAME).path
    browser.get(f"file://{path.parent}/")
    seen: dict[str, Any] = browser.execute_async_script(PLAY, f"file://{path}")
    assert "error" not in seen, seen
    assert seen["duration"] == pytest.approx(5520, abs=0.5)
    assert (seen["width"], seen["height"]) == (WIDTH, HEIGHT)
    assert seen["at"] >= 2760
