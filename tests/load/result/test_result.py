"""The result of a load run: its verdict, its objectives, its form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

import contracts
from conformance.load.plan import Objective
from conformance.load.result import building, files, objectives
from conformance.load.result.form import Audit, Load, Violation
from reports.form import FormError, Text
from tests.load.result.days import INSTANTS, OPENS, STARTS, a_day, head, line, written

Row = tuple[str, str, float]
"""What is measured, of which step, and the limit."""
BROKEN = Audit(checked={"PAIR-05": 40}, violations=(Violation(rule="PAIR-05", says=Text("four", "四台")),))


LATE: Row = ("skew_p99", "", 1.0)


def built(folder: Path, audit: Audit, *wanted: Row, lines: list[dict[str, Any]] | None = None) -> Load:
    written(folder, lines or a_day())
    return building.built(head(), folder, audit, [objective(*one) for one in wanted], INSTANTS)


def objective(measure: str, step: str, limit: float) -> Objective:
    if measure == "rps":
        return Objective(id=f"wanted-{measure}", measure=measure, step=step, least=limit)
    return Objective(id=f"wanted-{measure}", measure=measure, step=step, most=limit)


@pytest.mark.parametrize(
    ("audit", "wanted", "verdict", "code"),
    [
        (Audit(), [], "passed", 0),
        (Audit(), [("errors", "", 0.0)], "passed", 0),
        (Audit(), [LATE], "missed", 1),
        (BROKEN, [], "violated", 1),
        (BROKEN, [LATE], "violated", 1),
        (replace(BROKEN, finished=False), [], "violated", 1),
        (Audit(finished=False), [], "incomplete", 2),
        (Audit(finished=False), [LATE], "incomplete", 2),
        (Audit(), [("p99", "no such step", 1.0)], "incomplete", 2),
    ],
)
def test_the_verdict(audit: Audit, wanted: list[Row], verdict: str, code: int, tmp_path: Path) -> None:
    found = built(tmp_path, audit, *wanted)
    assert (found.verdict, found.exit_code) == (verdict, code)
    assert bool(found.reason.en) == bool(found.reason.zh) == bool(found.unfinished)


def test_a_worker_that_died_leaves_a_run_incomplete(tmp_path: Path) -> None:
    died = replace(head(), unfinished=(Text("a worker died", "一个进程中途退出"),))
    written(tmp_path, a_day())
    found = building.built(died, tmp_path, Audit(), [], INSTANTS)
    assert found.verdict == "incomplete"
    assert "a worker died" in found.reason.en


@pytest.mark.parametrize(
    ("wanted", "seen", "met"),
    [
        (("errors", "", 0.0), "0", True),
        (("errors", "uploads", 0.0), "0", True),
        (("lockouts", "", 0), "0", True),
        (("skew_p99", "", 3), "4 ms", False),
        (("uploads_done", "", 4.2), "4.16 min", True),
        (("uploads_done", "", 4.1), "4.16 min", False),
        (("p50", "rush", 39), "39 ms", True),
        (("p50", "rush", 38.9), "39 ms", False),
        (("p999", "", 59), "59 ms", True),
        (("rps", "rush", 120), "126.3 /s", True),
        (("rps", "rush", 130), "126.3 /s", False),
    ],
)
def test_an_objective(wanted: Row, seen: str, met: bool, tmp_path: Path) -> None:
    (row,) = built(tmp_path, Audit(), wanted).objectives
    assert (row.seen, row.met) == (seen, met)


def test_every_measure_of_a_plan_is_taken(tmp_path: Path) -> None:
    measures = contracts.schema("load-plan")["properties"]["objectives"]["items"]["properties"]["measure"][
        "enum"
    ]
    assert set(measures) == {*objectives.OF_A_STEP, *objectives.OF_THE_RUN}
    lines = [
        *a_day(),
        line("k1/a", "look", "confirmations", OPENS),
        line("k1/a", "confirm", "confirm", OPENS),
    ]
    found = built(tmp_path, Audit(), *((measure, "", 1.0) for measure in measures), lines=lines)
    assert all(row.met is not None for row in found.objectives)


def test_an_upload_that_is_never_whole_misses_its_time(tmp_path: Path) -> None:
    begun = line("k1/main", "uploads", "uploadCreate", STARTS, status=201, upload="u1", length=100)
    (row,) = built(tmp_path, Audit(), ("uploads_done", "", 1e9), lines=[begun]).objectives
    assert (row.seen, row.met) == (objectives.NEVER, False)


@pytest.mark.parametrize(
    ("asked", "status", "locked_out"),
    [(OPENS, 503, 1), (OPENS, 0, 1), (OPENS, 200, 0), (STARTS, 403, 0)],
    ids=["overloaded", "no answer", "let in", "came late"],
)
def test_a_lockout_came_in_time(asked: Any, status: int, locked_out: int, tmp_path: Path) -> None:
    lines = [line("k1/main", "rush", "enter", asked, status=status)]
    assert built(tmp_path, Audit(), lines=lines).lockouts == locked_out


def test_who_is_let_in_at_last_was_not_locked_out(tmp_path: Path) -> None:
    lines = [line("k1/main", "rush", "enter", OPENS, status=status) for status in (503, 0, 200)]
    assert built(tmp_path, Audit(), lines=lines).lockouts == 0


@pytest.mark.parametrize(
    ("told", "unconfirmed"),
    [
        ([("confirmations", 200)], 1),
        ([("confirmations", 200), ("confirm", 503)], 1),
        ([("confirm", 401), ("confirm", 200)], 0),
        ([("enter", 200)], None),
    ],
    ids=["looked only", "put off", "let in at last", "nothing to confirm"],
)
def test_who_came_to_confirm_and_never_could_is_counted(
    told: list[tuple[str, int]], unconfirmed: int | None, tmp_path: Path
) -> None:
    lines = [line("k1/a", "confirm", op, OPENS, status=status) for op, status in told]
    assert built(tmp_path, Audit(), lines=lines).unconfirmed == unconfirmed


def test_it_is_written_and_read_back_and_fits_its_schema(tmp_path: Path) -> None:
    found = built(tmp_path, BROKEN, LATE)
    files.dump(found, tmp_path / files.NAME)
    assert files.load(tmp_path) == found
    Draft202012Validator(contracts.schema("load")).validate(
        msgspec.json.decode((tmp_path / files.NAME).read_bytes())
    )


def test_the_published_schema_is_the_forms_own() -> None:
    assert contracts.schema("load") == files.schema()


@pytest.mark.parametrize("content", [b"", b"{}", b"no JSON", b'{"schema": "examgate-load/1"}', b"[]"])
def test_what_is_no_result_is_refused_with_a_sentence(content: bytes, tmp_path: Path) -> None:
    (tmp_path / files.NAME).write_bytes(content)
    with pytest.raises(FormError, match=r"load\.json"):
        files.load(tmp_path)


def test_a_folder_without_a_result_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="cannot be read"):
        files.load(tmp_path)
