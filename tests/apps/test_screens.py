"""Every screen of both apps: complete tables, lawful layout, whatever the state holds."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.apps import AuxApp, MainApp, basis
from simulators.apps.aux.app import AUX_BOOK
from simulators.apps.aux.records import STATE_WORDS
from simulators.apps.basis import Assumed
from simulators.apps.main.app import MAIN_BOOK
from simulators.apps.main.phase import SCREENS, TIMED, phase
from simulators.apps.screenbook import State
from simulators.core.instants import iso
from simulators.phone.draw import draw
from simulators.phone.element import Element
from simulators.phone.layout import lay_out
from tests.apps.stand import START

STATES = (
    "exam_page", "face_check", "face_review", "waiting", "answering", "interrupted", "display", "photos", "ready",
    "submitted", "forfeited", "terminated", "failed", "not_submitted",
)  # fmt: skip
HOSTILE = [
    "考" * 10_000,
    "<script>alert('x')</script>" * 400,
    "\u202e\u2066反转\u2069" * 50,
    "😀🎵" * 500,
    "\0\r\n\t",
    "王芳",
]
WORDS = st.sampled_from([word[:300] for word in HOSTILE]) | st.text(max_size=40)
AT = {name: iso(START + timedelta(minutes=m)) for name, m in (
    ("opens_at", -15), ("start", 0), ("end", 60), ("display_ends", 60.5), ("photo_ends", 70.5), ("auto_end", 75.5),
)}  # fmt: skip


def view(
    state: str, word: str, sheet: bool = True, review: str = "none", accepted: int = 0
) -> dict[str, Any]:
    return {
        "sitting": "s1", "state": state, "status": "进行中", "session": "formal",
        "subject": {"id": "song", "name": word, "has_sheet": sheet, "pages": 2},
        "major": {"id": "m", "name": word}, "server_time": AT["start"], "next_change": None, **AT,
        "candidate": {"account": word, "name": word, "admission_number": word},
        "code": {"payload": "XYB1:s1:token", "text": "ABCDEFGH"}, "aux": {"recording": True, "phones": 1},
        "face": {"failures": 1, "review": review}, "interruptions": {"count": 0, "since": None},
        "paper": {"title": word, "question": word}, "answer": word, "submitted_at": AT["end"],
        "pages": {"required": 2, "accepted": list(range(1, accepted + 1))},
        "content": {"考试内容": word, "拍摄要求": word, "拍摄时间": word, "注意事项": word},
    }  # fmt: skip


def upload(number: int, word: str, status: str) -> dict[str, Any]:
    return {
        "sitting": "s1",
        "name": f"{number}{word}",
        "kind": "video",
        "bytes": 10,
        "offset": 4,
        "status": status,
    }


@st.composite
def main_states(draw_: st.DrawFn) -> State:
    word = draw_(WORDS)
    sitting = {
        "sitting": "s1", "subject": {"id": "song", "name": word}, "start": AT["start"], "end": AT["end"],
        "state": draw_(st.sampled_from(STATES)), "status": "已结束",
    }  # fmt: skip
    sheet, accepted = draw_(st.booleans()), draw_(st.integers(0, 2))
    review = draw_(st.sampled_from(["none", "needed", "requested", "approved"]))
    return {
        "screen": draw_(st.sampled_from(["login", "exams", "exam_detail", "exam", "code", "submission_status"])),
        "view": view(draw_(st.sampled_from(STATES)), word, sheet, review, accepted),
        "fields": {"account": word, "password": word, "answer": word}, "notice": draw_(st.sampled_from(["", word])),
        "exams": [{"major": {"id": "m", "name": word}, "admission_number": word,
                   "sittings": [{**sitting, "session": name} for name in ("mock-1", "mock-2", "mock-3", "formal")]}],
        "candidate": {"name": word}, "major": draw_(st.sampled_from(["m", "gone"])), "sitting": "s1",
        "pledges": draw_(st.sampled_from([[], ["m"]])), "collapsed": draw_(st.booleans()), "zoomed": draw_(st.booleans()),
        "resources": 40, "recording": None, "submission": None, "anchor": None,
        "uploads": [upload(n, word, draw_(st.sampled_from(["queued", "failed", "done"]))) for n in range(2)],
    }  # fmt: skip


@st.composite
def aux_states(draw_: st.DrawFn) -> State:
    word = draw_(WORDS)
    records = {
        name: {
            "binding": name, "key": f"song_{name}", "since": AT["start"],
            "view": {**view("answering", word), "state": draw_(st.sampled_from(sorted(STATE_WORDS))),
                     "main_submitted": draw_(st.booleans()), "session": "formal"},
        }
        for name in ("b1", "b2", "b3")
    }  # fmt: skip
    return {
        "screen": draw_(st.sampled_from(sorted(AUX_BOOK.screens))), "fields": {"exam_code": word},
        "notice": draw_(st.sampled_from(["", word])), "records": records, "agreed": draw_(st.booleans()),
        "binding": draw_(st.sampled_from(["b1", "gone"])), "lens": "back", "anchor": None,
        "uploads": [upload(n, word, draw_(st.sampled_from(["paused", "done"]))) for n in range(2)],
    }  # fmt: skip


def assert_lawful(page: Element) -> None:
    ids = [element.id for _, element in page.walk() if element.id]
    assert len(ids) == len(set(ids)), sorted(ids)
    for _, element in page.walk():
        assert all(element.bounds.contains(child.bounds) for child in element.children), element.id
    tappable = [(path, element) for path, element in page.walk() if element.tap]
    for (one, first), (other, second) in combinations(tappable, 2):
        nested = one == other[: len(one)] or other == one[: len(other)]
        assert nested or not first.bounds.overlaps(second.bounds), (first.id, second.id)


def assert_complete(book: Any, state: State, minutes: int) -> None:
    now = START + timedelta(minutes=minutes)
    screen = book.shown(state, now)
    root = book.draw(state, now)
    actions = {element.tap for _, element in root.walk() if element.tap}
    assert {action for action in actions if (screen, action) not in book.transitions} == set()
    page = lay_out(Element("screen", "screen", children=(replace(root, id=""),)), 720, 1600)
    assert_lawful(page)


@given(main_states(), st.integers(-20, 90))
def test_every_tap_on_the_main_app_has_a_row_and_every_screen_is_lawful(state: State, minutes: int) -> None:
    assert_complete(MAIN_BOOK, state, minutes)


@given(aux_states(), st.integers(-20, 90))
def test_every_tap_on_the_aux_app_has_a_row_and_every_screen_is_lawful(state: State, minutes: int) -> None:
    assert_complete(AUX_BOOK, state, minutes)


@pytest.mark.parametrize(
    "word", HOSTILE, ids=["long", "markup", "right-to-left", "emoji", "control", "plain"]
)
def test_hostile_texts_are_drawn(word: str) -> None:
    state = {**MainApp.first_state(MainApp.__new__(MainApp)), "screen": "exam", "notice": word}
    for step in STATES:
        drawn = MAIN_BOOK.draw({**state, "view": view(step, word)}, START)
        assert draw(Element("screen", children=(drawn,)), 360, 800).shape == (800, 360, 3)


@pytest.mark.parametrize("book", [MAIN_BOOK, AUX_BOOK], ids=["main", "aux"])
def test_every_transition_starts_from_a_screen_of_its_book(book: Any) -> None:
    assert {screen for screen, _ in book.transitions} <= set(book.screens)


def test_every_row_has_a_basis_and_the_counts_add_up() -> None:
    counted = basis()
    assert (
        counted["screens"] + counted["transitions"]
        == counted["text"] + counted["assumed"]
        == len(counted["rows"])
    )
    assert counted["screens"] == len(MAIN_BOOK.screens) + len(AUX_BOOK.screens)
    assert all(row["source"] for row in counted["rows"])
    rows: list[Any] = [
        *MAIN_BOOK.screens.values(),
        *MAIN_BOOK.transitions.values(),
        *AUX_BOOK.screens.values(),
        *AUX_BOOK.transitions.values(),
    ]
    named = {atom for row in rows if not isinstance(row.basis, Assumed) for atom in row.basis}
    assert {atom for atom in named if not (atom[0] in "RC" and atom[1:].isdigit())} == set()


@pytest.mark.parametrize("state", STATES)
def test_every_step_has_a_screen(state: str) -> None:
    assert SCREENS.get(state, state) in MAIN_BOOK.screens


@pytest.mark.parametrize("state", sorted(TIMED))
def test_a_step_is_over_at_its_very_end_and_not_before(state: str) -> None:
    ends, after = TIMED[state]
    seen = view(state, "x")
    end = START + timedelta(minutes={"end": 60, "display_ends": 60.5, "photo_ends": 70.5}[ends])
    assert phase(seen, end - timedelta(milliseconds=1)) == state
    assert phase(seen, end) == after


def test_a_subject_without_sheets_goes_from_the_end_to_the_submission() -> None:
    seen = {**view("answering", "x", sheet=False), "display_ends": None}
    assert phase(seen, START + timedelta(minutes=60)) == "ready"
    assert phase(seen, START + timedelta(minutes=71)) == "not_submitted"


def test_the_packages_are_those_of_the_target() -> None:
    assert (MainApp.package, MainApp.label) == ("com.xiaoyibang.main", "小艺帮")
    assert (AuxApp.package, AuxApp.label) == ("com.xiaoyibang.aux", "小艺助手")
