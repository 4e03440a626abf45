"""The auditor: during a run, over its files, and what it says where it cannot finish."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from conformance.load.audit import again, given
from conformance.load.audit.auditor import Auditor
from conformance.load.audit.forms import Breach, Record
from conformance.load.result.records import side_by_side
from conformance.load.told import Teller
from tests.load.audit import tampering
from tests.load.audit.days import SEASON, SEAT, Choices, Day, audit, honest, iso


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, day: Day) -> None:
    """A run's files."""
    start = given.Given("zjcm-2023", (day.seat,), until=day.records[-1].at.replace(hour=20))
    given.write(folder, start)
    (folder / given.RECORDS).write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in day.records))
    with (folder / "users-0.jsonl").open("wb") as file:
        teller = Teller(file)
        for one in day.told:
            teller.told(one)


def test_a_run_is_audited_again_by_its_files(folder: Path) -> None:
    day = honest(Choices(cuts=(30.0,)))
    write(folder, day)
    assert again.audit(folder).audit == audit(day).audit
    assert again.audit(folder).audit.finished


def test_what_was_found_by_the_files_names_both_journals(folder: Path) -> None:
    day = honest(Choices())
    tampering.offset_falls(day)
    write(folder, day)
    (found,) = again.audit(folder).audit.violations
    assert (found.rule, found.sitting, len(found.user)) == ("UPLD-11", SEAT.sitting, 2)


def test_a_line_that_is_half_written_is_left_out(folder: Path) -> None:
    day = honest(Choices())
    write(folder, day)
    with (folder / given.RECORDS).open("ab") as file:
        file.write(b'{"seq": 99, "at"')
    assert again.audit(folder).audit.finished


def test_without_what_it_started_from_a_run_is_not_audited(folder: Path) -> None:
    with pytest.raises(OSError, match=given.FILE):
        again.audit(folder)


def test_a_breach_is_told_once_while_the_run_goes_on() -> None:
    day = honest(Choices())
    tampering.one_phone_more(day)
    auditor = Auditor(SEASON, [SEAT])
    found: list[Breach] = []
    for one in day.records:
        auditor.recorded([one])
        found += auditor.so_far()
    assert [one.rule for one in found] == ["PAIR-03"]


def test_an_honest_day_is_clean_at_every_moment_of_it() -> None:
    day = honest(Choices(cuts=(30.0, 500.0), phones=5, early=True))
    auditor = Auditor(SEASON, [SEAT])
    for one in day.records:
        auditor.recorded([one])
        assert auditor.so_far() == []


@pytest.mark.parametrize(
    ("records", "until", "why"),
    [
        (lambda day: [], True, "no record of the run"),
        (lambda day: day.records, False, "to their end"),
        (lambda day: [*day.records[:3], *day.records[4:]], True, "1 gaps"),
    ],
)
def test_what_it_has_not_seen_whole_is_unfinished(
    records: Callable[[Day], list[Record]], until: bool, why: str
) -> None:
    day = honest(Choices())
    auditor = Auditor(SEASON, [SEAT])
    auditor.recorded(records(day))
    outcome = auditor.finish(day.limits.at.photos_end if until else None)
    assert not outcome.audit.finished
    assert why in outcome.unfinished[0].en


def test_other_sittings_of_the_same_platform_are_left_alone() -> None:
    day = honest(Choices())
    stray = Record(len(day.records) + 1, day.limits.at.ends, "entered", "s9", "13800000009", "x")
    day.records.append(stray)
    assert audit(day).audit.violations == ()


@pytest.mark.parametrize(
    ("told", "found"), [(["5"] * 60, 1), (["1", "2", "3", "4"] * 15, 0), (["5"] * 19, 0)]
)
def test_phones_that_are_put_off_are_not_all_sent_back_for_the_same_instant(
    told: list[str], found: int
) -> None:
    day = honest(Choices())
    beat = next(one for one in day.told if one.op == "heartbeat")
    day.told += [
        msgspec.structs.replace(beat, status=503, at=None, detail={"retry_after": delay}) for delay in told
    ]
    assert [one.rule for one in audit(day).audit.violations] == ["JOUR-01"] * found


def test_both_journals_stand_side_by_side_in_the_order_of_time() -> None:
    day = honest(Choices())
    tampering.older_photo_at_the_deadline(day)
    found = next(one for one in audit(day).audit.violations if one.user and one.platform)
    rows = side_by_side(found)
    assert all(bool(left) != bool(right) for left, right in rows)
    assert len(rows) == len(found.user) + len(found.platform)
    times = [(left or right)[:12] for left, right in rows]
    assert times == sorted(times)
    assert times[0] < iso(day.limits.at.photos_end)[11:16]
