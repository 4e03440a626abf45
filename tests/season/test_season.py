"""The shipped season, value by value, and every fault that a season file may have."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from conformance import season
from conformance.season import SeasonError

SHIPPED = Path(season.__file__).parents[1] / "seasons" / "zjcm-2023.toml"
CST = timezone(timedelta(hours=8))
Content = dict[str, object]

WINDOWS = {
    "song": ("10T10:00 10T11:00", "11T10:00 11T11:00", "11T16:00 11T17:00", "12T10:00 12T11:00"),
    "harmony": ("10T13:00 10T15:00", "11T13:00 11T15:00", "11T17:30 11T19:30", "12T13:00 12T15:00"),
    "choral-harmony": ("10T13:00 10T15:00", "11T13:00 11T15:00", "11T17:30 11T19:30", "12T13:00 12T15:00"),
    "orchestral-harmony": (
        "10T13:00 10T15:00",
        "11T13:00 11T15:00",
        "11T17:30 11T19:30",
        "12T13:00 12T15:00",
    ),
    "design-general": ("10T10:00 10T11:30", "11T10:00 11T11:30", "11T14:00 11T15:30", "12T10:00 12T11:30"),
    "arttech-general": ("10T10:00 10T11:30", "11T10:00 11T11:30", "11T14:00 11T15:30", "12T10:00 12T11:30"),
}


@pytest.mark.parametrize("subject", WINDOWS)
def test_the_windows_are_those_of_the_notice(subject: str) -> None:
    windows = season.load("zjcm-2023").subject(subject).windows
    assert [f"{w.start:%dT%H:%M} {w.end:%dT%H:%M}" for w in windows] == list(WINDOWS[subject])
    assert [w.session for w in windows] == ["mock-1", "mock-2", "mock-3", "formal"]
    assert [w.formal for w in windows] == [False, False, False, True]


def test_instants_carry_the_zone_of_the_season() -> None:
    window = season.load("zjcm-2023").subject("song").window("formal")
    assert window.start == datetime(2023, 1, 12, 10, tzinfo=CST)
    assert window.start.utcoffset() == timedelta(hours=8)


def test_only_subjects_with_a_sheet_have_pages() -> None:
    pages = {subject.id: subject.pages for subject in season.load("zjcm-2023").subjects}
    sheets = {subject.id: subject.has_sheet for subject in season.load("zjcm-2023").subjects}
    assert {name for name, has in sheets.items() if not has} == {"design-general", "arttech-general"}
    assert {name for name, count in pages.items() if count == 0} == {"design-general", "arttech-general"}


def test_every_limit_says_where_it_comes_from() -> None:
    loaded = season.load("zjcm-2023")
    assert loaded.limit("phones_per_code") == 3
    assert {name for name, limit in loaded.limits.items() if limit.origin == "assumed"} == {
        "photo_minutes",
        "submit_minutes",
        "aux_margin_minutes",
        "sheet_pages",
        "battery_percent",
        "charger_minutes",
        "signal_bars",
    }


def test_dates_and_minimums_are_those_of_the_notice() -> None:
    loaded = season.load("zjcm-2023")
    assert {name: f"{date.value:%d %H:%M}" for name, date in loaded.dates.items()} == {
        "confirmation_opens": "10 09:00",
        "identity_deadline": "09 00:00",
        "sheets_from": "09 15:00",
        "sheets_until": "10 15:00",
        "posting_deadline": "12 17:00",
    }
    assert loaded.date("confirmation_opens") == datetime(2023, 1, 10, 9, tzinfo=CST)
    assert {name: one.value for name, one in loaded.minimums.items()} == {
        "android": "7.0",
        "harmonyos": "2.0",
        "ios": "10.0",
        "released_within_years": 2,
        "advised_against": ("Redmi",),
        "mainstream": ("HUAWEI", "Xiaomi", "OPPO", "vivo", "Apple"),
    }


def test_a_season_without_dates_and_minimums_is_whole(tmp_path: Path) -> None:
    content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    del content["dates"], content["minimums"]
    path = tmp_path / "season.toml"
    path.write_text(tomli_w.dumps(content), encoding="utf-8")
    loaded = season.load(path)
    assert (loaded.date("confirmation_opens"), loaded.minimum("android")) == (None, None)


def test_an_unknown_name_is_told_the_known_ones() -> None:
    loaded = season.load("zjcm-2023")
    with pytest.raises(KeyError, match="there are song, harmony"):
        loaded.subject("singing")
    with pytest.raises(KeyError, match="formal"):
        loaded.subject("song").window("mock-4")
    with pytest.raises(SeasonError, match="one of baotou-2022-dance, .*did you mean zjcm-2023"):
        season.load("zjcm-1999")


def test_expected_instants_name_every_sitting() -> None:
    expected = tomllib.loads(SHIPPED.with_suffix(".expected.toml").read_text(encoding="utf-8"))
    subjects = season.load("zjcm-2023").subjects
    del expected["dates"]
    assert {(s, w) for s, windows in expected.items() for w in windows} == {
        (subject.id, window.session) for subject in subjects for window in subject.windows
    }
    for subject in subjects:
        for window in subject.windows:
            assert expected[subject.id][window.session]["starts"] == window.start
            assert expected[subject.id][window.session]["ends"] == window.end


# --- faults ------------------------------------------------------------------------------------------------


def faults(tmp_path: Path, *changes: Callable[[Content], object]) -> list[tuple[str, str, str]]:
    content: Content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    for change in changes:
        change(content)
    path = tmp_path / "season.toml"
    path.write_text(tomli_w.dumps(content), encoding="utf-8")
    with pytest.raises(SeasonError) as caught:
        season.load(path)
    assert all(fault.file == path for fault in caught.value.faults)
    return [(fault.key, fault.found.en, fault.expected.en) for fault in caught.value.faults]


def put(where: str, value: object) -> Callable[[Content], object]:
    """Puts a value at a key such as `subjects.0.windows.3.end`; None takes the key away."""
    *steps, last = [int(step) if step.isdigit() else step for step in where.split(".")]

    def change(content: Content) -> None:
        place: object = content
        for step in steps:
            place = place[step]  # type: ignore[index]
        if value is None:
            del place[last]  # type: ignore[attr-defined]
        else:
            place[last] = value  # type: ignore[index]

    return change


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2023-01-{text}")


FAULTS: list[tuple[str, object, str, str]] = [
    ("zone", "east eight", "zone", "an offset from UTC, such as +08:00"),
    ("edition", None, "edition", "the catalogue's edition, such as 2023.1"),
    ("subjects.0.name", "", "subjects[0].name", "a text that is not empty"),
    ("subjects.0.pages", 0, "subjects[0].pages", "a whole number of pages from 1 on"),
    ("subjects.0.major", "piano", "subjects[0].major", "one of composition"),
    ("subjects.1.id", "song", "subjects.id", "each id once"),
    ("subjects.4.pages", 2, "subjects[4].pages", "no pages, as the subject has no answer sheet"),
    ("subjects.0.colour", "red", "subjects[0].colour", "one of id"),
    ("subjects.0.windows.0.session", "rehearsal", "subjects[0].windows[0].session", "formal, or mock-1"),
    ("subjects.0.windows.1.session", "mock-1", "subjects[0].windows.session", "each session once"),
    ("subjects.0.windows.3.session", "mock-4", "subjects[0].windows", "one window with session formal"),
    ("subjects.0.windows.0.end", at("10T09:00:00"), "subjects[0].windows[0].end", "after the start"),
    ("subjects.0.windows.0.end", at("10T10:00:00"), "subjects[0].windows[0].end", "after the start"),
    ("subjects.0.windows.0.start", "2023-02-30T10:00:00", "subjects[0].windows[0].start", "that exist"),
    ("subjects.0.windows.1.end", at("11T16:00:01"), "subjects[0].windows[1].end", "that do not overlap"),
    ("dates.confirmation_opens.value", "2023-02-30T09:00:00", "dates.confirmation_opens.value", "that exist"),
    ("dates.confirmation_opens.value", 9, "dates.confirmation_opens.value", "a local date and time"),
    ("dates.confirmation_opens.source", None, "dates.confirmation_opens.source", "a text that is not empty"),
    ("dates.sheets_until.value", at("09T15:00:00"), "dates.sheets_until.value", "an instant after"),
    ("dates.easter", {}, "dates.easter", "one of confirmation_opens"),
    ("dates", [], "dates", "a [dates] table"),
    ("minimums.android.value", 7, "minimums.android.value", 'a version in quotes, such as "7.0"'),
    ("minimums.advised_against.value", [], "minimums.advised_against.value", "a list of at least one name"),
    ("minimums.symbian", {}, "minimums.symbian", "one of android"),
    ("limits.waiting_minutes", None, "limits.waiting_minutes", "a table with value, origin and source"),
    ("limits.waiting_minutes.value", 0, "limits.waiting_minutes.value", "a whole number above zero"),
    (
        "limits.waiting_minutes.origin",
        "guessed",
        "limits.waiting_minutes.origin",
        "published, read or assumed",
    ),
]


@pytest.mark.parametrize(("where", "value", "key", "expected"), FAULTS)
def test_a_fault_names_its_key_and_what_is_expected(
    tmp_path: Path, where: str, value: object, key: str, expected: str
) -> None:
    (fault,) = faults(tmp_path, put(where, value))
    assert fault[0] == key
    assert expected in fault[2]


def test_windows_that_touch_are_no_fault(tmp_path: Path) -> None:
    content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    content["subjects"][0]["windows"][1]["end"] = at("11T16:00:00")
    path = tmp_path / "season.toml"
    path.write_text(tomli_w.dumps(content), encoding="utf-8")
    assert season.load(path).subject("song").window("mock-2").end.hour == 16


def test_a_mock_exam_after_the_formal_one_is_a_fault(tmp_path: Path) -> None:
    later = (
        put("subjects.0.windows.0.start", at("13T10:00:00")),
        put("subjects.0.windows.0.end", at("13T11:00:00")),
    )
    ((key, found, expected),) = faults(tmp_path, *later)
    assert (key, found) == ("subjects[0].windows[0].start", "2023-01-13T10:00:00")
    assert expected == "a mock exam before the formal start 2023-01-12T10:00:00"


APART = ("zone", "edition", "subjects.0.name", "subjects.0.major", "subjects.4.pages", "subjects.1.id")
"""Faults that do not hide one another."""


@given(chosen=st.sets(st.sampled_from([fault for fault in FAULTS if fault[0] in APART]), min_size=2))
def test_all_faults_come_at_once(
    tmp_path_factory: pytest.TempPathFactory, chosen: set[tuple[str, object, str, str]]
) -> None:
    overlap = put("subjects.5.windows.1.end", at("11T14:00:01"))
    changes = [put(where, value) for where, value, _, _ in chosen]
    keys = [key for key, _, _ in faults(tmp_path_factory.mktemp("season"), overlap, *changes)]
    assert sorted(keys) == sorted(["subjects[5].windows[1].end", *(key for _, _, key, _ in chosen)])


def test_a_file_that_is_no_toml_is_one_fault(tmp_path: Path) -> None:
    path = tmp_path / "season.toml"
    path.write_text("zone = ", encoding="utf-8")
    with pytest.raises(SeasonError, match="a TOML document in UTF-8"):
        season.load(path)
