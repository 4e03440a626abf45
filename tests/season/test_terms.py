"""How an exam is held: what the tables of a season file say, what their absence says, and what does not fit together."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from conformance import season
from conformance.season import Season, SeasonError

SHIPPED = Path(season.__file__).parents[1] / "seasons" / "zjcm-2023.toml"
SAID = {"origin": "published", "source": "a test"}
TERMS = ("exam", "apps", "waiting", "display", "interruption", "recording")


def content(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The shipped season without its terms, with changes by dotted key; None takes a key away."""
    raw = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    for name in TERMS:
        raw.pop(name, None)
    for key, value in changes.items():
        place: Any = raw
        *steps, last = key.split(".")
        for step in steps:
            place = place[int(step)] if step.isdigit() else place.setdefault(step, {})
        if value is None:
            del place[last]
        else:
            place[last] = value
    return raw


def load(folder: Path, changes: Mapping[str, Any]) -> Season:
    path = folder / "season.toml"
    path.write_text(tomli_w.dumps(content(changes)), encoding="utf-8")
    return season.load(path)


def term(**values: Any) -> dict[str, Any]:
    return {**values, **SAID}


ONE_PHONE = {"exam": term(cameras=1), "limits.phones_per_code": None, "limits.aux_margin_minutes": None}


def test_a_season_without_terms_has_two_phones_and_a_fixed_start(tmp_path: Path) -> None:
    found = load(tmp_path, {})
    assert (found.exam.cameras, found.exam.start, found.exam.early_end) == (2, "fixed", False)
    assert {role: app.name for role, app in found.apps.items()} == {"main": "小艺帮", "aux": "小艺助手"}
    assert (found.waiting.shows, found.display.with_face) == ((), False)
    assert (found.interruption.beyond, found.interruption.repaired_on) == ("fail", ("main", "aux"))
    assert (found.interruption.second_device_login, found.recording.chances) == ("refuse", 1)
    assert found.exam.origin == "assumed"


def test_terms_are_read_as_they_stand(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        {
            "exam": term(start="free", early_end=True, recordings_viewable=True),
            "limits.answer_minutes": term(value=45),
            "limits.reading_minutes": term(value=5),
            "apps": {"main": term(name="甲", aliases=["甲一"]), "aux": term(name="乙")},
            "waiting": term(shows=["room", "face"]),
            "display": term(with_face=True),
            "interruption": term(beyond="forfeit", repaired_on=["main"], second_device_login="fails_exam"),
            "recording": term(chances=3, interrupted_costs_chance=True),
            "minimums.banned_models": term(value=["Redmi 9"], force="advice"),
        },
    )
    assert (found.exam.start, found.exam.early_end, found.exam.origin) == ("free", True, "published")
    assert (found.limit("answer_minutes"), found.limit_or("video_minutes", 7)) == (45, 7)
    assert (found.apps["main"].name, found.apps["main"].aliases) == ("甲", ("甲一",))
    assert found.waiting.shows == ("room", "face")
    assert found.display.with_face
    assert found.interruption.repaired_on == ("main",)
    assert (found.recording.chances, found.recording.interrupted_costs_chance) == (3, True)
    assert found.minimums["banned_models"].force == "advice"


def test_an_exam_with_one_phone_has_no_aux_app_and_needs_none_of_its_limits(tmp_path: Path) -> None:
    found = load(tmp_path, ONE_PHONE)
    assert list(found.apps) == ["main"]
    assert found.interruption.repaired_on == ("main",)
    assert found.limit_or("phones_per_code", 0) == 0


@pytest.mark.parametrize(
    "limit", ["display_seconds", "interruptions_allowed", "reading_minutes", "mocks_required"]
)
def test_what_may_not_be_at_all_may_be_zero(tmp_path: Path, limit: str) -> None:
    assert load(tmp_path, {f"limits.{limit}": term(value=0)}).limit(limit) == 0


def test_pages_need_no_usual_number_where_every_subject_says_its_own(tmp_path: Path) -> None:
    pages = {f"subjects.{number}.pages": 12 for number in range(4)}
    found = load(tmp_path, {**pages, "limits.sheet_pages": None})
    assert found.subject("song").pages == 12


SHEETLESS = {f"subjects.{number}.has_sheet": False for number in range(4)}


def test_a_season_without_answer_sheets_needs_none_of_their_limits(tmp_path: Path) -> None:
    gone = {f"limits.{name}": None for name in ("display_seconds", "photo_minutes", "sheet_pages")}
    assert load(tmp_path, {**SHEETLESS, **gone}).subject("song").pages == 0


FAULTS: list[tuple[Mapping[str, Any], str, str]] = [
    ({"limits.phones_per_code": None}, "limits.phones_per_code", "as there is an aux phone"),
    ({"limits.aux_margin_minutes": None}, "limits.aux_margin_minutes", "as there is an aux phone"),
    ({"limits.display_seconds": None}, "limits.display_seconds", "as a subject has an answer sheet"),
    ({"limits.photo_minutes": None}, "limits.photo_minutes", "as a subject has an answer sheet"),
    ({"limits.sheet_pages": None}, "limits.sheet_pages", "names no pages"),
    ({"limits.submit_minutes": None}, "limits.submit_minutes", "as a subject has no answer sheet"),
    ({"limits.reading_minuets": term(value=1)}, "limits.reading_minuets", "did you mean reading_minutes"),
    ({"limits.interruptions_allowed.value": -1}, "limits.interruptions_allowed.value", "from zero on"),
    ({"exam": term(cameras=3)}, "exam.cameras", "1 or 2"),
    ({"exam": term(cameras=True)}, "exam.cameras", "1 or 2"),
    ({"exam": term(start="soon")}, "exam.start", "fixed or free"),
    ({"exam": {"cameras": 2}}, "exam.origin", "published, read or assumed"),
    ({"exam": term(start="free")}, "limits.answer_minutes", "as the start is free"),
    ({"limits.answer_minutes": term(value=30)}, "limits.answer_minutes", "as the start is fixed"),
    ({**ONE_PHONE, "apps": {"aux": term(name="乙")}}, "apps.aux", "nothing of an aux phone"),
    ({**ONE_PHONE, "waiting": term(shows=["desk"])}, "waiting.shows", "nothing of an aux phone"),
    ({**ONE_PHONE, "interruption": term(repaired_on=["aux"])}, "interruption.repaired_on", "nothing of an aux"),
    ({"waiting": term(shows=["shoes"])}, "waiting.shows[0]", "one of room, desk"),
    ({"display": term(with_face=True), "limits.display_seconds.value": 0}, "display.with_face", "false, as"),
    ({"recording": term(chances=0)}, "recording.chances", "a whole number above zero"),
    ({"interruption": term(beyond="shout")}, "interruption.beyond", "fail or forfeit"),
    ({"minimums.banned_models": term(value=["Redmi 9"])}, "minimums.banned_models.force", "rule or advice"),
    ({"support.closes": "08:00"}, "support.closes", "a time after 08:00"),
    ({"support.opens": "8:00"}, "support.opens", "a time of the day"),
    ({"support.days": [0]}, "support.days[0]", "a day of the week"),
    ({"addresses.postcode": "31002"}, "addresses.postcode", "six digits"),
    ({"addresses.school_site": "zs.zjcm.edu.cn"}, "addresses.school_site", "http://"),
    ({"limits.mocks_required": term(value=4)}, "subjects[0].windows", "at least 4 mock exams"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "key", "expected"), FAULTS)
def test_what_does_not_fit_is_named_in_both_languages(
    tmp_path: Path, changes: Mapping[str, Any], key: str, expected: str
) -> None:
    with pytest.raises(SeasonError) as caught:
        load(tmp_path, changes)
    fault = caught.value.faults[0]
    assert fault.key == key
    assert expected in fault.expected.en
    assert fault.expected.zh != fault.expected.en


@pytest.mark.parametrize(("reading", "sound"), [(59, True), (60, False), (61, False)])
def test_reading_leaves_time_to_answer(tmp_path: Path, reading: int, sound: bool) -> None:
    """The shortest window of the shipped season lasts an hour."""
    changes = {"limits.reading_minutes": term(value=reading)}
    if sound:
        assert load(tmp_path, changes).limit("reading_minutes") == reading
        return
    with pytest.raises(SeasonError, match=f"room for {reading} minutes"):
        load(tmp_path, changes)


@pytest.mark.parametrize(("answer", "sound"), [(59, True), (60, True), (61, False)])
def test_a_free_start_leaves_time_to_answer_within_the_window(
    tmp_path: Path, answer: int, sound: bool
) -> None:
    changes = {"exam": term(start="free"), "limits.answer_minutes": term(value=answer)}
    if sound:
        assert load(tmp_path, changes).limit("answer_minutes") == answer
        return
    with pytest.raises(SeasonError, match=f"room for {answer} minutes"):
        load(tmp_path, changes)


def test_the_shipped_season_says_whom_to_turn_to() -> None:
    found = season.load("zjcm-2023")
    assert (found.support.opens, found.support.closes) == (8 * 60, 24 * 60)
    assert found.support.days == (1, 2, 3, 4, 5, 6, 7)
    assert found.support.wechat_menu == ("答疑解惑", "客服")
    assert found.addresses.postcode == "310024"


def test_a_season_need_not_say_whom_to_turn_to(tmp_path: Path) -> None:
    found = load(tmp_path, {"support": None, "addresses": None})
    assert found.support.days == ()
    assert found.addresses.mailing == ""
