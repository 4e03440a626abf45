"""Checks of the sites around the apps hold and fail on what they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from conformance.bench.around_forms import (
    Both,
    Corrected,
    Download,
    Downloads,
    Mail,
    MailFinding,
    NotGiven,
    Offered,
    Queried,
)
from conformance.bench.forms import Candidate, Pair, Registration, SittingName
from conformance.inspect.header import Field
from conformance.paperwork import Page
from conformance.season import Subject
from steps import checks
from steps.findings import Finding
from tests.steps.test_checks import view

SONG = Subject("song", "composition", "歌曲写作", True, 2, ())
AT = datetime(2023, 1, 12, 8, tzinfo=UTC)
LATER = AT.replace(minute=1)
GIVEN = Downloads(True, None, (Offered("song", "歌曲写作", 2),), (Download("song", None, "JVBERi0="),))
NO = NotGiven("too_early", Both("no", "不行"))
REFUSED = replace(GIVEN, files=(Download("song", NO, None),))
LOCKED_OUT = Downloads(False, NotGiven("wrong_password", Both("no", "不行")), (), ())
ANSWER, DRAFT = Page(595, 842, "答题纸 歌曲写作"), Page(595, 842, "草稿纸 歌曲写作")
DOCUMENT = [ANSWER, ANSWER, DRAFT]
MAIL = Mail(1, "1", "2023.01.12", AT, "in_time")
ODD = replace(MAIL, findings=(MailFinding("not_bagged"),))
WAITING = Queried(1, AT, None, None, None)
SAID = replace(WAITING, answered_at=AT, answer=Both("so", "如此"))
SENT_ON = replace(SAID, referred_to="school")
HER = Registration("王芳", "1", "浙江省", "2", ("composition",))
CANDIDATE = Candidate(
    "1", "x", "王芳", "2023", "composition", Pair("a", "b"), (SittingName("s", "song", "formal"),), "1",
    registration=HER,
)  # fmt: skip
RIGHT = Corrected(("name",), CANDIDATE)


def header(*empty: str, ink: str = "black") -> list[Field]:
    names = ("major", "name", "admission_number")
    return [Field(name, 0.0, "") if name in empty else Field(name, 0.2, ink) for name in names]  # type: ignore[arg-type] # one of the inks


HOLDS: list[Finding] = [
    checks.sheets_offered(GIVEN, [SONG]),
    checks.sheets_given(GIVEN, [SONG]),
    checks.sheets_refused("too_early", REFUSED),
    checks.sheets_refused("wrong_password", LOCKED_OUT),
    checks.documents_whole({"song": DOCUMENT}, [SONG]),
    checks.put_right(RIGHT, [SONG]),
    checks.at_address("https://a.b/", "https://a.b"),
    checks.not_asked(False),
    checks.bar_at_bottom("免费", "认证免费", 0.9),
    checks.no_bar(view("报考"), ""),
    checks.header_told((), "black", [header(), header()], 2),
    checks.header_told(("name",), "blue", [header("name", ink="blue")], 1),
    checks.posted("in_time", [MAIL]),
    checks.noted((), [MAIL]),
    checks.noted(("not_bagged",), [ODD]),
    checks.answered(SAID, AT),
    checks.not_answered(WAITING),
    checks.answered_by_desk(SAID),
    checks.referred_to_school(SENT_ON),
]
FAILS: list[Finding] = [
    checks.sheets_offered(GIVEN, []),
    checks.sheets_offered(GIVEN, [replace(SONG, pages=3)]),
    checks.sheets_offered(replace(GIVEN, offered=GIVEN.offered * 2), [SONG]),
    checks.sheets_given(REFUSED, [SONG]),
    checks.sheets_given(replace(GIVEN, files=()), []),
    checks.sheets_refused("too_late", REFUSED),
    checks.sheets_refused("too_early", GIVEN),
    checks.sheets_refused("too_early", replace(GIVEN, files=(*REFUSED.files, *GIVEN.files))),
    checks.documents_whole({"song": DOCUMENT[:2]}, [SONG]),
    checks.documents_whole({"song": [DRAFT, *DOCUMENT]}, [SONG]),
    checks.documents_whole({"song": [*DOCUMENT[:2], replace(DRAFT, width=842, height=595)]}, [SONG]),
    checks.documents_whole({"song": [replace(ANSWER, text="答题纸"), *DOCUMENT[1:]]}, [SONG]),
    checks.documents_whole({}, [SONG]),
    checks.put_right(replace(RIGHT, corrected=()), [SONG]),
    checks.put_right(RIGHT, [replace(SONG, id="harmony")]),
    checks.put_right(replace(RIGHT, candidate=replace(CANDIDATE, name="王方")), [SONG]),
    checks.at_address("", ""),
    checks.at_address("https://a.b/", "https://b.a/"),
    checks.not_asked(True),
    checks.bar_at_bottom("免费", "认证", 0.9),
    checks.bar_at_bottom("免费", "认证免费", 0.5),
    checks.no_bar(view("报考"), "认证免费"),
    checks.no_bar(replace(view("报考"), shown=False), ""),
    checks.header_told((), "black", [header()], 2),
    checks.header_told((), "black", [header("name")], 1),
    checks.header_told((), "black", [header(), header(ink="blue")], 2),
    checks.posted("in_time", []),
    checks.posted("late", [MAIL]),
    checks.noted((), [ODD]),
    checks.noted((), []),
    checks.answered(SAID, LATER),
    checks.answered(WAITING, AT),
    checks.not_answered(SAID),
    checks.answered_by_desk(SENT_ON),
    checks.answered_by_desk(WAITING),
    checks.referred_to_school(SAID),
]


@pytest.mark.parametrize("finding", HOLDS, ids=range(len(HOLDS)))
def test_what_is_as_it_should_be_holds(finding: Finding) -> None:
    assert finding.holds


@pytest.mark.parametrize("finding", FAILS, ids=range(len(FAILS)))
def test_what_is_otherwise_does_not_hold_and_says_so_in_both_languages(finding: Finding) -> None:
    assert not finding.holds
    assert finding.seen.en
    assert finding.seen.zh
