"""What was measured: nothing lost, nothing estimated, whoever wrote it down."""

from __future__ import annotations

import math
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.load.result import curves, measured, steps
from conformance.load.result.percentiles import ranked
from tests.load.result.days import OPENS, STARTS, a_day, line, written


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=300), st.floats(0.001, 1.0))
def test_a_percentile_is_the_value_at_its_rank(values: list[float], share: float) -> None:
    (found,) = ranked(np.array(values), [share])
    assert found == round(sorted(values)[math.ceil(share * len(values)) - 1], 3)


def test_of_nothing_there_is_no_percentile() -> None:
    assert ranked(np.array([]), [0.5]) == ()


@pytest.mark.parametrize("files", [2, 3, 7])
def test_several_workers_files_are_as_one(files: int, tmp_path: Path) -> None:
    for number in (1, files):
        (tmp_path / str(number)).mkdir()
    one = measured.read(written(tmp_path / "1", a_day()))
    many = measured.read(written(tmp_path / str(files), a_day(), files))
    assert {row.step: row for row in steps.steps(one)} == {row.step: row for row in steps.steps(many)}
    assert curves.day(one) == curves.day(many)
    assert steps.arrivals(one) == steps.arrivals(many)


def test_a_line_cut_off_by_a_kill_is_left_out_and_a_broken_one_is_named(tmp_path: Path) -> None:
    (path,) = written(tmp_path, a_day(2))
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    assert len(measured.read([path]).at) == len(whole.splitlines()) - 1
    path.write_bytes(b"{no JSON}\n" + whole)
    with pytest.raises(ValueError, match="line 1"):
        measured.read([path])


def test_steps_come_in_the_days_order_with_what_went_wrong(tmp_path: Path) -> None:
    rush = [
        line("k1/main", "rush", "enter", OPENS, ms=5, status=200, late_ms=0),
        line("k2/main", "rush", "enter", OPENS, ms=7, status=409, late_ms=0),
        line("k3/main", "rush", "enter", OPENS, ms=9, status=503, late_ms=0),
        line("k4/main", "rush", "enter", OPENS, ms=11, status=429, late_ms=0),
        line("k5/main", "rush", "enter", OPENS, ms=30_000, status=0, late_ms=0),
    ]
    found = steps.steps(
        measured.read(written(tmp_path, [line("k1/main", "late", "heartbeat", STARTS), *rush]))
    )
    assert [row.step for row in found] == ["rush", "late"]
    assert (found[0].requests, found[0].errors, found[0].refused) == (5, 3, 1)
    assert (found[0].p50, found[0].p99, found[0].max) == (9, 30_000, 30_000)


def test_what_the_plan_cuts_or_spoils_is_no_error_of_the_platform(tmp_path: Path) -> None:
    cut = line("k1/main", "upload", "uploadBytes", STARTS, status=0) | {"cause": "cut"}
    reset = line("k2/main", "upload", "uploadBytes", STARTS, status=0) | {"cohort": "poor", "cause": "reset"}
    away = line("k3/main", "upload", "uploadBytes", STARTS, status=0) | {"cause": "reset"}
    full = line("k4/main", "upload", "uploadBytes", STARTS, status=507) | {"cohort": "poor"}
    (row,) = steps.steps(measured.read(written(tmp_path, [cut, reset, away, full]), spoilt=["poor"]))
    assert (row.requests, row.lost, row.errors) == (4, 2, 2)


def test_requests_a_second_are_the_walls(tmp_path: Path) -> None:
    """One each exam second at sixty exam seconds a second: sixty a second of the wall."""
    beats = [line("k1/main", "exam", "heartbeat", STARTS + timedelta(seconds=n)) for n in range(601)]
    (row,) = steps.steps(measured.read(written(tmp_path, beats)))
    assert row.rps == pytest.approx(60.1, abs=0.05)


def test_skew_is_from_the_intended_instant_by_the_wall(tmp_path: Path) -> None:
    meant = [line(f"k{n}/main", "rush", "enter", OPENS, ms=200, late_ms=n) for n in range(100)]
    lost = line("k/main", "rush", "enter", OPENS, ms=30_000, late_ms=3, status=0)
    unmeant = line("k/main", "exam", "heartbeat", STARTS)
    found = steps.arrivals(measured.read(written(tmp_path, [*meant, lost, unmeant])))
    assert found.intended == 101
    assert found.skew_p50_ms == pytest.approx(49)
    assert found.skew_max_ms == pytest.approx(99)


def test_a_curve_loses_nothing_and_counts_phones_once_a_piece(tmp_path: Path) -> None:
    day = curves.day(measured.read(written(tmp_path, a_day())))
    assert sum(piece.arrivals for piece in day) == len(a_day())
    assert 60 < len(day) <= curves.MOST
    assert day[0].at == OPENS.isoformat(timespec="milliseconds")
    assert day[0].active == 40
    assert day[0].arrivals == 40


def test_a_pieces_percentiles_are_those_of_what_was_meant_for_it(tmp_path: Path) -> None:
    """A request that the stall delayed belongs to the instant at which it was meant."""
    stalled = line("k1/main", "rush", "enter", OPENS, ms=60_000, late_ms=59_000)
    after = line("k2/main", "rush", "enter", OPENS + timedelta(minutes=59), ms=4, late_ms=0)
    day = curves.day(measured.read(written(tmp_path, [stalled, after])))
    assert day[0].p99 == 60_000
    assert day[-1].p99 == 4
    assert all(piece.p50 is None for piece in day[1:-1])


def test_what_stands_to_be_uploaded(tmp_path: Path) -> None:
    found = measured.read(written(tmp_path, a_day()))
    day = curves.day(found)
    standing = [piece.backlog_bytes for piece in day]
    assert max(standing) == 40_000_000
    assert standing[0] == standing[-1] == 0
    assert 24_000_000 in standing, "when everybody's first piece is there"


def test_an_upload_that_has_expired_does_not_stand_to_be_uploaded(tmp_path: Path) -> None:
    begun = line("k1/main", "uploads", "uploadCreate", STARTS, status=201, upload="u1", length=100)
    gone = line("k1/main", "uploads", "uploadOffset", STARTS + timedelta(hours=1), status=410, upload="u1")
    found = measured.read(written(tmp_path, [begun, gone]))
    assert [piece.backlog_bytes for piece in curves.day(found)][-1] == 0


def test_a_zoom_shows_the_step_that_had_intended_instants_only(tmp_path: Path) -> None:
    (zoom,) = curves.zooms(measured.read(written(tmp_path, a_day())))
    assert zoom.step == "rush"
    assert sum(piece.arrivals for piece in zoom.curve) == 40
    assert len(zoom.curve) == 96, "nineteen seconds in pieces of a fifth"


@given(st.floats(0, 1e8), st.integers(2, 500))
def test_a_width_makes_no_more_pieces_than_wanted(span: float, most: int) -> None:
    assert span / curves.width(span, most) + 1 <= most + 1e-6
