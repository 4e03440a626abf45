"""Which places a process passes through: told once for each look, and for ever of what was kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conformance.mutants.forms import Defect
from conformance.mutants.jobs import Job
from conformance.mutants.reaching import Reach, clean_jobs, narrowed, pays
from simulators.defects import Change, locating
from simulators.defects import Defect as Row

WATCHING = """
import sys
from pathlib import Path
from simulators.defects import reach

reach.install(Path(sys.argv[1]))

def told():
    print("ready", flush=True)
    sys.stdin.readline()
"""
WATCHED = """
from datetime import timedelta
from simulators.apps import parts
from simulators.platform import aux_machine

told()
parts.duration(timedelta(seconds=5))
told()
parts.gigabytes(1)
aux_machine.code_machine(2)
told()
told()
"""


def place(module: str, was: str, now: str) -> str:
    (found,) = locating.of(
        Row(
            id="x",
            breaks={"PAIR-01": "x"},
            layer="platform",
            en="",
            zh="",
            change=(Change(f"simulators.{module}", was, now),),
        )
    )
    return found


def taken(program: str, file: Path, reach: Reach, times: int) -> list[set[str]]:
    """What is told each time that the program is ready for it."""
    seen = []
    command = [sys.executable, "-c", WATCHING + program, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(times):
            assert process.stdout.readline() == "ready\n"
            seen.append(set(reach.taken()))
            process.stdin.write("\n")
            process.stdin.flush()
    assert process.returncode == 0
    return seen


def test_what_was_reached_is_told_once_and_what_was_kept_for_ever(tmp_path: Path) -> None:
    duration = place("apps.parts", "max(0, span // SECOND)", "0")
    clockwise = place("apps.parts", "divmod(seconds, 3600)", "(0, 0)")
    sizes = place("apps.parts", 'return f"{size // 10_000_000 / 100:.2f} G"', 'return ""')
    machine = place("platform.aux_machine", "range(phones + 1)]", "range(phones)]")
    reach = Reach(tmp_path / "reach", [duration, clockwise, sizes, machine])
    assert taken(WATCHED, tmp_path / "reach", reach, 4) == [
        set(),
        {duration, clockwise},
        {sizes, machine},
        {machine},
    ]


BESIDE = """
from datetime import timedelta
from simulators.apps import parts

told()
assert parts.duration(timedelta(seconds=5)) == "00:05"
told()
assert parts.duration(timedelta(hours=2)) == "2:00:00"
told()
"""


def test_an_expression_is_reached_where_what_a_release_has_there_gives_something_else(tmp_path: Path) -> None:
    was = "max(0, span // SECOND)"
    least, most, never = (
        place("apps.parts", was, now)
        for now in ("max(60, span // SECOND)", "min(3600, span // SECOND)", "abs(span // SECOND)")
    )
    reach = Reach(tmp_path / "reach", [least, most, never])
    assert taken(BESIDE, tmp_path / "reach", reach, 3) == [set(), {least}, {most}]


TABLES = """
from simulators.core.machine import Refused
from simulators.platform.sitting_machine import SITTING

told()
assert SITTING.next("listed", "open") == "exam_page"
told()
assert SITTING.next("ready", "submit") == "submitted"
told()
try:
    SITTING.next("photos", "submit")
except Refused as refused:
    assert "photo" in refused.allowed
told()
assert SITTING.due("display", {"start": 0}) == ()
told()
assert [row.target for row in SITTING.due("display", {"display_ends": 0})] == ["photos"]
told()
"""
READY, PHOTOS, DISPLAY = (
    f"table sitting:{row}" for row in ("ready/submit", "photos/submit", "display/display_ends")
)


def test_a_row_of_a_table_is_reached_where_the_table_is_asked_for_it_and_there_or_not(tmp_path: Path) -> None:
    reach = Reach(tmp_path / "reach", [READY, PHOTOS, DISPLAY])
    assert taken(TABLES, tmp_path / "reach", reach, 6) == [set(), set(), {READY}, {PHOTOS}, set(), {DISPLAY}]


def defect(*where: str) -> Defect:
    return Defect(id="x", breaks={}, layer="", en="", zh="", places=where)


def test_only_what_comes_where_the_release_differs_is_run() -> None:
    through = {"a": frozenset({"p"}), "b": frozenset({"q"}), "c": frozenset[str]()}
    job = Job(defect("p"), ("a", "b", "c", "unknown"), own=frozenset({"c"}))
    assert narrowed(job, through).cases == ("a", "c", "unknown")
    assert narrowed(Job(defect(), ("a", "b", "c")), through).cases == ("a", "b", "c")


def test_the_clean_release_is_run_over_what_the_others_need() -> None:
    jobs = [
        Job(defect("p"), ("o", "a", "b"), own=frozenset("o")),
        Job(defect("q"), ("b", "c")),
        Job(defect(), ("d",)),
    ]
    clean = clean_jobs(jobs, 2)
    assert sorted(case for job in clean for case in job.cases) == ["a", "b", "c"]
    assert {job.watched for job in clean} == {("p", "q")}
    assert {job.defect.id for job in clean} == {""}


@pytest.mark.parametrize(("releases", "worth"), [(0, False), (1, False), (2, False), (3, True), (4, True)])
def test_finding_out_has_to_save_more_than_it_costs(releases: int, worth: bool) -> None:
    found = [Job(defect("p"), ("o", "a", "b"), own=frozenset("o"))] * releases
    assert pays([*found, Job(defect("p"), ("o",), own=frozenset("o")), Job(defect(), ("a",))]) is worth
