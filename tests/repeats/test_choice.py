"""The part of the scenarios that is repeated: all parts are the whole, and none leaves a chapter out."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.repeats import choice
from conformance.repeats.choice import Part
from conformance.saying import Stopped
from conformance.sentences import suite
from conformance.sentences.scenes import Case

CASES = suite.read().cases()


@given(cases=st.lists(st.sampled_from(CASES), unique_by=lambda case: case.id), of=st.integers(1, 12))
def test_all_parts_together_are_every_case_once(cases: list[Case], of: int) -> None:
    parts = [Part(which, of).among(cases) for which in range(1, of + 1)]
    assert sorted(case.id for part in parts for case in part) == sorted(case.id for case in cases)


@pytest.mark.parametrize("of", [1, 2, 3, 9, 20])
def test_the_first_part_has_its_share_of_every_chapter(of: int) -> None:
    whole, chosen = (
        Counter(case.scene.file.parent for case in cases) for cases in (CASES, Part(1, of).among(CASES))
    )
    assert {chapter: -(-many // of) for chapter, many in whole.items()} == chosen


def test_it_is_written_as_one_of_so_many() -> None:
    assert choice.part("2/3") == Part(2, 3)
    assert str(choice.part("1/1")) == "1/1"


@pytest.mark.parametrize("text", ["", "3", "0/3", "4/3", "1/0", "-1/3", "a/b", "1/3/5", "1 / 3"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Stopped, match="such as 1/3"):
        choice.part(text)
