"""The practice: as often and as long as one likes, kept on this phone, handed in to nobody, and deletable."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.apps.newcomer import SUBJECT, Newcomer, newcomer


@pytest.fixture
def ready(tmp_path: Path) -> Iterator[Newcomer]:
    """On the page of the practice."""
    with newcomer(tmp_path) as new:
        new.to_confirmed()
        new.main.tap("practice")
        yield new


def practise(new: Newcomer, seconds: int) -> None:
    new.main.tap("begin_practice")
    new.main.allow()
    new.at(new.clock.now() + timedelta(seconds=seconds))
    new.main.tap("end_practice")


def test_it_is_recorded_here_and_told_to_the_platform(ready: Newcomer) -> None:
    phone = ready.main.phone
    before = phone.storage.free
    ready.main.tap("begin_practice")
    ready.main.allow()
    assert ready.main.screen == "practising"
    ready.at(ready.clock.now() + timedelta(seconds=75))
    assert ready.main.see("elapsed").text == "● 已录制 01:15"
    ready.main.tap("end_practice")
    assert phone.storage.free == before - 75 * phone.model.video_bytes_per_second
    assert ready.main.sees("practice_1")
    assert ready.what().count("practised") == 2
    assert not ready.main.app.state["uploads"]


def test_neither_times_nor_length_are_limited(ready: Newcomer) -> None:
    for _ in range(12):
        practise(ready, 5)
    practise(ready, 3 * 3600)
    assert [one["number"] for one in ready.main.app.state["practices"]] == list(range(1, 14))


def test_a_deleted_practice_gives_its_room_back(ready: Newcomer) -> None:
    before = ready.main.phone.storage.free
    practise(ready, 30)
    practise(ready, 40)
    ready.main.tap("delete_1")
    assert [one["number"] for one in ready.main.app.state["practices"]] == [2]
    ready.main.tap("delete_2")
    assert ready.main.phone.storage.free == before
    assert not ready.main.sees("practices")


@pytest.mark.parametrize("deed", ["home", "crash", "storage"])
def test_what_ends_it_otherwise_keeps_what_was_recorded(ready: Newcomer, deed: str) -> None:
    main = ready.main
    main.tap("begin_practice")
    main.allow()
    ready.at(ready.clock.now() + timedelta(seconds=20))
    {
        "home": lambda: main.phone.press("home"),
        "crash": lambda: main.phone.crash(main.package),
        "storage": lambda: main.phone.storage.set_free(0),
    }[deed]()
    ready.at(ready.clock.now() + timedelta(seconds=20))
    if deed != "storage":
        main.phone.launch(main.package)
    assert main.screen == "practice"
    assert main.sees("practice_1")
    assert main.phone.recorder.active is None
    assert ready.what().count("practised") == 2


def test_a_practice_that_was_cleaned_away_is_not_listed(ready: Newcomer) -> None:
    practise(ready, 5)
    ready.main.phone.recorder.discard("practice-1.mp4")
    ready.main.phone.press("home")
    ready.main.phone.launch(ready.main.package)
    assert not ready.main.sees("practice_1")


def test_there_is_a_way_back_to_the_exams(ready: Newcomer) -> None:
    practise(ready, 5)
    ready.main.tap("back")
    assert ready.main.sees(f"open_{SUBJECT}_formal")
