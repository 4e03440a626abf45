"""Recorder and storage: bytes by the second, segments, what happens when there is no room."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.core.clock import DrivenClock
from simulators.core.instants import parse
from simulators.phone.film import FLUSH
from simulators.phone.model import load
from simulators.phone.phone import Phone
from simulators.phone.recorder import RecorderError
from simulators.phone.storage import Storage, StorageFull
from tests.phone.kit import NOON, PACKAGE, SmallApp, phone

RATE = load("xiaomi-redmi-9a").video_bytes_per_second


@pytest.fixture
def made(tmp_path: Path) -> tuple[Phone, SmallApp, DrivenClock]:
    return phone(tmp_path)


def later(clock: DrivenClock, seconds: float) -> None:
    clock.advance(clock.now() + timedelta(seconds=seconds))


def test_nominal_bytes_grow_with_time_and_fill_the_storage(made: tuple[Phone, SmallApp, DrivenClock]) -> None:
    device, _, clock = made
    free = device.storage.free
    device.recorder.start("a.mp4", PACKAGE)
    later(clock, 90)
    assert device.recorder.nominal("a.mp4") == 90 * RATE
    assert device.storage.free == free - 90 * RATE


def test_a_gap_counts_for_nothing_and_is_kept_as_two_segments(
    made: tuple[Phone, SmallApp, DrivenClock],
) -> None:
    device, _, clock = made
    device.recorder.start("a.mp4", PACKAGE)
    later(clock, 10)
    device.recorder.stop("crash")
    later(clock, 100)
    device.recorder.start("a.mp4", PACKAGE)
    later(clock, 5)
    file = device.recorder.seal("a.mp4")
    assert file.nominal_bytes == 15 * RATE
    assert file.bytes == file.path.stat().st_size < file.nominal_bytes / 500
    assert file.sha256 == hashlib.sha256(file.path.read_bytes()).hexdigest()
    assert [part[2] for part in device.recorder.state()["a.mp4"]] == ["crash", "finished"]


def test_the_same_recording_gives_the_same_bytes_and_another_others(tmp_path: Path) -> None:
    def content(name: str, folder: str) -> bytes:
        device, _, clock = phone(tmp_path / folder)
        device.recorder.start(name, PACKAGE)
        later(clock, 60)
        return device.recorder.seal(name).path.read_bytes()

    assert content("a.mp4", "1") == content("a.mp4", "2") != content("b.mp4", "3")


@pytest.mark.parametrize("seconds", [0, 3, 5, 62.5])
@pytest.mark.parametrize("how", ["crash", "power_loss"])
def test_whoever_is_cut_off_keeps_what_was_flushed(
    made: tuple[Phone, SmallApp, DrivenClock], how: str, seconds: float
) -> None:
    device, _, clock = made
    device.launch(PACKAGE)
    device.recorder.start("a.mp4", PACKAGE)
    later(clock, seconds)
    device.crash(PACKAGE) if how == "crash" else device.power_off()
    kept = timedelta(seconds=seconds) // FLUSH * FLUSH
    assert device.recorder.elapsed("a.mp4") == kept
    assert device.recorder.nominal("a.mp4") == device.storage.files["a.mp4"] == kept.total_seconds() * RATE
    ((start, end, cause),) = device.recorder.state()["a.mp4"]
    assert cause == how
    assert start is not None
    assert end is not None
    assert parse(end) - parse(start) == kept


def test_what_the_person_ends_is_kept_whole(made: tuple[Phone, SmallApp, DrivenClock]) -> None:
    device, _, clock = made
    device.recorder.start("a.mp4", PACKAGE)
    later(clock, 62.5)
    device.recorder.stop("home")
    assert device.recorder.elapsed("a.mp4") == timedelta(seconds=62.5)
    assert not device.recorder.recordings["a.mp4"].cut


def test_a_full_storage_ends_the_recording_at_the_exact_instant(
    made: tuple[Phone, SmallApp, DrivenClock],
) -> None:
    device, app, clock = made
    device.recorder.start("a.mp4", PACKAGE)
    device.storage.set_free(20 * RATE)
    later(clock, 60)
    assert app.log == ["ended a.mp4 storage_full"]
    assert device.recorder.recordings["a.mp4"].segments[-1].end == NOON + timedelta(seconds=20)
    assert device.storage.free == 0
    assert device.recorder.seal("a.mp4").nominal_bytes == 20 * RATE


def test_room_that_is_made_in_time_lets_the_recording_go_on(
    made: tuple[Phone, SmallApp, DrivenClock],
) -> None:
    device, app, clock = made
    device.storage.set_free(20 * RATE)
    device.recorder.start("a.mp4", PACKAGE)
    later(clock, 10)
    device.storage.set_free(1_000_000_000)
    later(clock, 60)
    assert app.log == []
    assert device.recorder.active == "a.mp4"


def test_one_camera_records_one_thing(made: tuple[Phone, SmallApp, DrivenClock]) -> None:
    device, _, _ = made
    device.recorder.start("a.mp4", PACKAGE)
    with pytest.raises(RecorderError, match=r"a\.mp4"):
        device.recorder.start("b.mp4", PACKAGE)


def test_nothing_starts_without_room(made: tuple[Phone, SmallApp, DrivenClock]) -> None:
    device, _, _ = made
    device.storage.set_free(0)
    with pytest.raises(StorageFull, match=r"a\.mp4"):
        device.recorder.start("a.mp4", PACKAGE)


def test_a_discarded_recording_gives_its_room_back(made: tuple[Phone, SmallApp, DrivenClock]) -> None:
    device, _, clock = made
    free = device.storage.free
    device.recorder.start("a.mp4", PACKAGE)
    later(clock, 9)
    device.recorder.discard("a.mp4")
    assert device.storage.free == free


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 400)), max_size=12), st.integers(0, 900))
def test_free_is_what_is_left_after_every_file(steps: list[tuple[str, int]], kept: int) -> None:
    storage = Storage(1000, 100, Path())
    files: dict[str, int] = {}
    for name, size in steps:
        room = 900 - sum(files.values()) + files.get(name, 0)
        if size > room:
            with pytest.raises(StorageFull):
                storage.hold(name, size)
        else:
            storage.hold(name, size)
            files[name] = size
        assert storage.free == 900 - sum(files.values())
    storage.set_free(kept)
    assert storage.free == kept
