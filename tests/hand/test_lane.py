"""The script as far as it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.hand.answers import CHOICES, FILE, Answer, Kept
from conformance.hand.lane import Lane, NotOpen, NotSo, Standing
from tests.hand.conftest import answer, joined, sheet

OPEN = [
    {(0, "main"), (0, "aux")},
    {(1, "main")},
    {(2, "main")},
    {(3, "main"), (4, "platform")},
]
"""What is asked one after the other, of a sheet with two Givens, a When and two Thens."""


def opened(lane: Lane) -> set[tuple[int, str]]:
    current = lane.current()
    return {(line.number, place) for line, place in current.open()} if current else set()


def test_sentences_open_one_after_the_other_and_thens_side_by_side(lane: Lane) -> None:
    for group in OPEN:
        assert opened(lane) == group
        for line, place in sorted(group):
            lane.answer(answer(line, place))  # type: ignore[arg-type]
    assert lane.current() is None
    assert lane.done() == (1, 1)
    assert [one.over for one in lane.finished()] == [True]


def test_a_sheet_ends_with_what_is_not_as_it_should_be(lane: Lane) -> None:
    lane.answer(answer(0, "main", "not_done", "验证码收不到"))
    assert opened(lane) == {(0, "aux")}
    lane.answer(answer(0, "aux"))
    assert lane.current() is None


REFUSED: dict[str, tuple[Callable[[], Answer], type[Exception]]] = {
    "a sentence whose turn has not come": (lambda: answer(2), NotOpen),
    "another's sentence": (lambda: answer(0, "platform"), NotOpen),
    "a sheet that is none": (lambda: replace(answer(0), case="none"), NotOpen),
    "what may be said of a Then only": (lambda: answer(0, "main", "seen"), NotSo),
    "a word that is none": (lambda: answer(0, "main", "perhaps"), NotSo),
    "no reason": (lambda: answer(0, "main", "not_done"), NotSo),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_asked_is_not_taken(lane: Lane, what: str) -> None:
    said, error = REFUSED[what]
    with pytest.raises(error):
        lane.answer(said())
    assert lane.version == 0
    assert opened(lane) == OPEN[0]


def test_an_answer_that_is_sent_twice_counts_once_and_another_one_is_too_late(lane: Lane) -> None:
    lane.answer(answer(0))
    lane.answer(replace(answer(0), at="2026-03-01T09:00:05.000+08:00"))
    with pytest.raises(NotOpen):
        lane.answer(answer(0, "main", "not_done", "其实没有完成"))
    assert lane.version == 1


def test_a_run_that_goes_on_knows_what_was_said(tmp_path: Path) -> None:
    before = Lane([sheet()], Kept(tmp_path))
    before.join(joined())
    before.answer(answer(0, "main"))
    with (tmp_path / FILE).open("ab") as file:
        file.write(b'{"answer":{"case":"wait')  # the line at which it was cut off
    after = Lane([sheet()], Kept(tmp_path))
    assert after.joined == {"main": joined()}
    assert opened(after) == {(0, "aux")}
    after.answer(answer(0, "aux"))
    assert opened(Lane([sheet()], Kept(tmp_path))) == OPEN[1]


def test_a_page_that_waits_is_told_of_a_change_and_of_the_end(lane: Lane) -> None:
    assert lane.after(5, 60) == 0
    lane.close()
    assert lane.after(0, 60) == 0


@given(st.data())
def test_whatever_is_said_a_sheet_ends_and_nothing_opens_after_what_went_wrong(data: st.DataObject) -> None:
    standing = Standing(sheet())
    for _ in range(100):
        asked = list(standing.open())
        if not asked:
            break
        line, place = data.draw(st.sampled_from(asked))
        said = data.draw(st.sampled_from(CHOICES[line.kind]))
        standing = replace(standing, answers=(*standing.answers, answer(line.number, place, said, "因故")))
    assert standing.over
    wrong = [one.line for one in standing.answers if one.said not in ("done", "seen")]
    last = max(one.line for one in standing.answers)
    kinds = {line.kind for line in sheet().lines[min(wrong) : last + 1]} if wrong else {"then"}
    assert kinds == {"then"} or last == min(wrong)
    assert len({(one.line, one.place) for one in standing.answers}) == len(standing.answers)
