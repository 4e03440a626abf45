"""What processes at one board tell each other."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulators.core.clock import DrivenClock
from simulators.core.instants import CST, parse
from simulators.platform import board
from simulators.platform.board import Board, BoardClock, NoPlace
from simulators.platform.stamps import Stamps

START = parse("2023-01-12T09:45:00.000+08:00")
MS = timedelta(milliseconds=1)


def test_one_clock_for_all_who_come(tmp_path: Path) -> None:
    with Board(tmp_path / "board", joins=False) as first, Board(tmp_path / "board", joins=True) as second:
        clock, other = BoardClock(START, first), BoardClock(START + timedelta(days=1), second)
        assert (clock.now(), clock.rate) == (START, 0)
        clock.follow(clock.changed(60))
        before = clock.now()
        assert before <= other.now() <= clock.now()
        other.follow(other.changed(1))
        assert (clock.rate, clock.pace) == (1, other.pace)


def test_who_begins_a_board_wipes_it(tmp_path: Path) -> None:
    with Board(tmp_path / "board", joins=False) as first:
        BoardClock(START, first).follow(BoardClock(START, first).changed(60))
        first.waits_since(START)
    with Board(tmp_path / "board", joins=False) as anew:
        assert (anew.pace, list(anew.others())) == (None, [])


def test_nothing_is_settled_past_a_request_that_waits_elsewhere(tmp_path: Path) -> None:
    """The other process's clock has gone on; what waits there was stamped before."""
    with Board(tmp_path / "board", joins=False) as first, Board(tmp_path / "board", joins=True) as second:
        here, there = DrivenClock(START), DrivenClock(START)
        ours, theirs = Stamps(here, CST, first), Stamps(there, CST, second)
        with theirs.take() as at:
            here.advance(START + 500 * MS)
            assert ours.settled() == at == START
            there.advance(START + 700 * MS)
            with theirs.take():
                assert ours.settled() == START
        assert ours.settled() == START + 500 * MS


def test_the_place_of_who_has_ended_counts_for_nothing(tmp_path: Path) -> None:
    with Board(tmp_path / "board", joins=False) as first:
        gone = Board(tmp_path / "board", joins=True)
        gone.waits_since(START)
        assert list(first.others()) == [START]
        gone.close()
        assert list(first.others()) == []


def test_a_board_has_so_many_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "PLACES", 2)
    with (
        Board(tmp_path / "board", joins=False),
        Board(tmp_path / "board", joins=True),
        pytest.raises(NoPlace, match="2 processes"),
    ):
        Board(tmp_path / "board", joins=True)
    Board(tmp_path / "board", joins=True).close()
