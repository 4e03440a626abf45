"""Every screen of both apps: complete tables, lawful layout, whatever the state holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.apps import AuxApp, MainApp, basis
from simulators.apps.aux.app import AUX_BOOK
from simulators.apps.basis import Assumed
from simulators.apps.main.app import MAIN_BOOK
from simulators.apps.main.phase import SCREENS, TIMED, phase
from simulators.apps.screenbook import State
from simulators.core.instants import iso
from simulators.phone.draw import draw
from simulators.phone.element import Element
from simulators.phone.layout import lay_out
from simulators.phone.look import PLAIN, Look
from tests.apps import states
from tests.apps.stand import START

HOSTILE = [
    "考" * 10_000,
    "<script>alert('x')</script>" * 400,
    "\u202e\u2066反转\u2069" * 50,
    "😀🎵" * 500,
    "\0\r\n\t",
    "王芳",
]
BOOKS = ((MAIN_BOOK, states.main_states), (AUX_BOOK, states.aux_states))
SMALL = (360, 568)
"""The smallest phone that the apps meet, 320 by 568 points, as many dp high as it is."""
WORDS = st.sampled_from([word[:300] for word in HOSTILE]) | st.text(max_size=40)
MAIN_NAMES, AUX_NAMES = tuple(states.main_states()), tuple(states.aux_states())


def assert_lawful(page: Element) -> None:
    ids = [element.id for _, element in page.walk() if element.id]
    assert len(ids) == len(set(ids)), sorted(ids)
    for _, element in page.walk():
        assert all(element.bounds.contains(child.bounds) for child in element.children), element.id
    tappable = [(path, element) for path, element in page.walk() if element.tap]
    for (one, first), (other, second) in combinations(tappable, 2):
        nested = one == other[: len(one)] or other == one[: len(other)]
        assert nested or not first.bounds.overlaps(second.bounds), (first.id, second.id)


def assert_complete(book: Any, state: State, minutes: int, size: tuple[int, int, Look]) -> None:
    now = START + timedelta(minutes=minutes)
    screen = book.shown(state, now)
    root = book.draw(state, now)
    actions = {element.tap for _, element in root.walk() if element.tap}
    assert {action for action in actions if (screen, action) not in book.transitions} == set()
    assert_lawful(lay_out(Element("screen", "screen", children=(replace(root, id=""),)), *size))


SIZES = st.tuples(
    st.sampled_from([720, 640, 1080, 750]),
    st.sampled_from([1136, 1600, 2340]),
    st.sampled_from([PLAIN, replace(PLAIN, text=1.45)]),
)
"""Width and height in pixels, and how large the candidate has set the letters."""


@given(st.sampled_from(MAIN_NAMES), WORDS, st.integers(-20, 90), SIZES)
def test_every_tap_on_the_main_app_has_a_row_and_every_screen_is_lawful(
    name: str, word: str, minutes: int, size: tuple[int, int, Look]
) -> None:
    assert_complete(MAIN_BOOK, states.main_states(word)[name], minutes, size)


@given(st.sampled_from(AUX_NAMES), WORDS, st.integers(-20, 90), SIZES)
def test_every_tap_on_the_aux_app_has_a_row_and_every_screen_is_lawful(
    name: str, word: str, minutes: int, size: tuple[int, int, Look]
) -> None:
    assert_complete(AUX_BOOK, states.aux_states(word)[name], minutes, size)


@pytest.mark.parametrize(
    "word", HOSTILE, ids=["long", "markup", "right-to-left", "emoji", "control", "plain"]
)
@pytest.mark.parametrize(("book", "made"), BOOKS, ids=["main", "aux"])
def test_hostile_texts_are_drawn_and_every_control_can_be_brought_into_view(
    book: Any, made: Callable[[str], dict[str, State]], word: str
) -> None:
    for name, state in made(word).items():
        root = book.draw(state, START)
        page = lay_out(Element("screen", "screen", children=(replace(root, id=""),)), *SMALL)
        assert draw(page, *SMALL).shape == (SMALL[1], SMALL[0], 3)
        for _, control in page.walk():
            if control.tap:
                assert control.frame.width > 0, (name, control.id)
                assert control.frame.height >= 24, (name, control.id)


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


@pytest.mark.parametrize("state", states.STEPS)
def test_every_step_has_a_screen(state: str) -> None:
    assert SCREENS.get(state, state) in MAIN_BOOK.screens


@pytest.mark.parametrize("state", sorted(TIMED))
def test_a_step_is_over_at_its_very_end_and_not_before(state: str) -> None:
    ends, after = TIMED[state]
    seen = states.view(state, "x")
    seen |= {"answering_from": iso(START + timedelta(minutes=5))}
    end = START + timedelta(
        minutes={"answering_from": 5, "end": 60, "display_ends": 60.5, "photo_ends": 70.5}[ends]
    )
    assert phase(seen, end - timedelta(milliseconds=1)) == state
    assert phase(seen, end) == after


def test_a_subject_without_sheets_goes_from_the_end_to_the_submission() -> None:
    seen = {**states.view("answering", "x", sheet=False), "display_ends": None}
    assert phase(seen, START + timedelta(minutes=60)) == "ready"
    assert phase(seen, START + timedelta(minutes=71)) == "not_submitted"


def test_the_packages_are_those_of_the_target() -> None:
    assert (MainApp.package, MainApp.label) == ("com.xiaoyibang.main", "小艺帮")
    assert (AuxApp.package, AuxApp.label) == ("com.xiaoyibang.aux", "小艺助手")
