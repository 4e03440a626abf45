"""Checks of what other notices add hold and fail on what they are about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from conformance.bench.forms import Record, Review
from reports.form import Text
from steps import checks
from steps.findings import Finding, View

START = datetime(2024, 3, 5, 14, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LABEL = "剩余录制机会"


def record(what: str, at: datetime = START, **detail: object) -> Record:
    return Record(1, at, what, "s1", "a1", "d1", dict(detail))


def view(*texts: str, shown: bool = True) -> View:
    return View(Text("page", "页面"), shown, texts)


def flag(*items: str, at: datetime = START) -> Record:
    return record("flagged", at, cause="not_shown", items=list(items))


def desk(cause: str = "not_shown") -> list[Review]:
    return [Review("1", "flag", "a1", "s1", START, {"cause": cause})]


def refused(cause: str) -> Record:
    return record("refused", operation="x", cause=cause)


CUT, BACK, FORFEIT, FAIL = map(record, ("interrupted", "returned", "forfeited", "failed"))
SHOWN = {"room": START, "face": START + SECOND}
ROOM, FACE = record("shown", item="room"), record("shown", START + SECOND, item="face")
PHOTOS, DISPLAY = record("photos_opened"), record("displayed")

HOLDS: list[Finding] = [
    checks.lists_all(["面部", "桌面"], ["正面面部", "桌面"]),
    checks.all_shown(SHOWN, [ROOM, FACE]),
    checks.all_shown({}, []),
    checks.both_film({"main": True, "aux": True}),
    checks.flagged_exactly(["room"], START, [flag("room")], desk()),
    checks.flagged_exactly([], START, [], desk("screenshot")),
    checks.reading_only(view(), ["q"], False),
    checks.may_answer(view(), ["q"], False),
    checks.no_early_end(False, []),
    checks.ended_as("failed", [CUT, record("failed", cause="second_device")], "second_device"),
    checks.ended_as("failed", [FAIL]),
    checks.forfeited_by_interruption([CUT, BACK, CUT, FORFEIT]),
    checks.not_ended([CUT, BACK]),
    checks.asked_to_go_on(view(), [CUT]),
    checks.aux_makes_nothing_good(view(), False, []),
    checks.chances_left(2, LABEL, f"{LABEL} 2 次，共 3 次", [record("recording_lost", chances_left=2)]),
    checks.chances_left(3, LABEL, f"{LABEL} 3 次，共 3 次", []),
    checks.another_recording(True, [record("record_again")]),
    checks.no_other_recording(False, [refused("no_chances")]),
    checks.formal_barred(view(shown=False), [refused("mocks_missing")]),
    checks.formal_open(view(), [record("opened")]),
    checks.photos_at_once(view(), [PHOTOS], START),
]

FAILS: list[Finding] = [
    checks.lists_all(["面部", "桌面"], ["正面面部"]),
    checks.all_shown(SHOWN, [ROOM]),
    checks.all_shown(SHOWN, [ROOM, FACE, FACE]),
    checks.all_shown(SHOWN, [ROOM, record("shown", START + 3 * SECOND, item="face")]),
    checks.all_shown({"room": START}, [FACE]),
    checks.both_film({"main": True, "aux": False}),
    checks.flagged_exactly(["room"], START, [], desk()),
    checks.flagged_exactly(["room"], START, [flag("room")], []),
    checks.flagged_exactly(["room"], START, [flag("room", at=START + SECOND)], desk()),
    checks.flagged_exactly(["room"], START, [flag("room", "face")], desk()),
    checks.flagged_exactly([], START, [flag("room")], desk()),
    checks.reading_only(view(), ["q"], True),
    checks.reading_only(view(), [], False),
    checks.reading_only(view(shown=False), ["q"], False),
    checks.may_answer(view(), ["q"], True),
    checks.may_answer(view(shown=False), ["q"], False),
    checks.no_early_end(True, []),
    checks.ended_as("failed", [record("failed", cause="interruption")], "second_device"),
    checks.ended_as("failed", [FAIL, FORFEIT]),
    checks.ended_as("failed", []),
    checks.forfeited_by_interruption([FORFEIT]),
    checks.forfeited_by_interruption([CUT, BACK, FORFEIT]),
    checks.forfeited_by_interruption([CUT, FAIL]),
    checks.not_ended([FORFEIT]),
    checks.asked_to_go_on(view(), [CUT, BACK]),
    checks.asked_to_go_on(view(shown=False), [CUT]),
    checks.aux_makes_nothing_good(view(), True, []),
    checks.aux_makes_nothing_good(view(), False, [record("aux_resumed")]),
    checks.aux_makes_nothing_good(view(shown=False), False, []),
    checks.chances_left(2, LABEL, f"{LABEL} 3 次，共 3 次", [record("recording_lost", chances_left=2)]),
    checks.chances_left(2, LABEL, f"{LABEL} 2 次，共 3 次", [record("recording_lost", chances_left=1)]),
    checks.chances_left(2, LABEL, "", []),
    checks.another_recording(False, [record("record_again")]),
    checks.another_recording(True, [record("record_again"), refused("no_chances")]),
    checks.no_other_recording(True, [refused("no_chances")]),
    checks.no_other_recording(False, []),
    checks.no_other_recording(False, [record("record_again")]),
    checks.formal_barred(view(shown=False), [refused("too_late")]),
    checks.formal_barred(view(), [refused("mocks_missing")]),
    checks.formal_barred(view(shown=False), []),
    checks.formal_open(view(shown=False), [record("opened")]),
    checks.formal_open(view(), []),
    checks.photos_at_once(view(), [DISPLAY, PHOTOS], START),
    checks.photos_at_once(view(), [PHOTOS], START + SECOND),
    checks.photos_at_once(view(shown=False), [PHOTOS], START),
]


@pytest.mark.parametrize("finding", HOLDS)
def test_holds(finding: Finding) -> None:
    assert finding.holds


@pytest.mark.parametrize("finding", FAILS)
def test_fails(finding: Finding) -> None:
    assert not finding.holds
    assert all([finding.expected.en, finding.expected.zh, finding.seen.en, finding.seen.zh])
