"""Runs the jobs of a proof, season by season, and keeps what was found as it comes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from conformance import plan as plans
from conformance.mutants import judging, reaching
from conformance.mutants.forms import Defect, Finding
from conformance.mutants.jobs import Job, jobs
from conformance.mutants.loop import Heard, Loop
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running import session
from conformance.saying import Stopped
from reports.form import Text

LOST = "the process that ran this release was lost"


class Collecting:
    """Remembers why the features could not be collected."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.faults.append(report.longreprtext)


def seasons(request: RunRequest, defects: Sequence[Defect]) -> dict[str, list[Defect]]:
    """The defects by the season in which they are judged: their own, or that of the request."""
    found: dict[str, list[Defect]] = {}
    for one in defects:
        found.setdefault(one.season or request.season, []).append(one)
    return found


def planned(request: RunRequest, defects: Sequence[Defect], everything: bool) -> list[tuple[Plan, list[Job]]]:
    """For each season what is run; bad rows stop here, before anything runs."""
    found = []
    for season, some in seasons(request, defects).items():
        plan = plans.read(_meant(request, season))
        found.append((plan, jobs(plan, some, everything)))
    return found


MADE_FOR = ("VAR-*",)
"""What seasons of no school are made for; no other scenario is known to pass there."""


def _meant(request: RunRequest, season: str) -> RunRequest:
    """The request in this season: one of no school that serves proofs alone, or the one that is meant."""
    made = files("conformance") / "mutants" / "seasons" / f"{season}.toml"
    if made.is_file():
        return replace(request, season=str(made), rules=MADE_FOR)
    return replace(request, season=season)


def prove(
    plan: Plan,
    its: Sequence[Job],
    workers: int,
    ended: Callable[[Finding], None],
) -> None:
    """Judge each job's release; `ended` hears each finding. Stopped where nothing can be run."""
    whole = {job.defect.id: len(job.cases) for job in its}

    def finished(heard: Heard) -> None:
        complaint = heard.complaint or ("" if heard.whole else LOST)
        found = judging.finding(heard.job.defect, heard.scenarios, complaint)
        ended(msgspec.structs.replace(found, apart=whole[found.defect] - len(heard.job.cases)))

    if reaching.pays(its):
        through = _through(plan, its, workers)
        its = [reaching.narrowed(job, through) for job in its]
    _run(plan, its, workers, finished)


def _through(plan: Plan, its: Sequence[Job], workers: int) -> dict[str, frozenset[str]]:
    """Through which of the places where releases differ each case comes. Stopped where the clean release is not clean."""
    heard: list[Heard] = []
    _run(plan, reaching.clean_jobs(its, workers), workers, heard.append)
    alarms = [one.id for some in heard for one in some.scenarios if one.verdict != "PASS"]
    lost = [LOST for one in heard if not one.whole]
    if alarms or lost:
        raise Stopped(
            Text(
                "the clean release does not pass, so that nothing can be proven of others",
                "无缺陷的版本未能通过，无法据此验证其他版本",
            ),
            "\n".join([*alarms, *lost]),
        )
    return {case: places for one in heard for case, places in one.through.items()}


def _run(
    plan: Plan,
    its: Sequence[Job],
    workers: int,
    ended: Callable[[Heard], None],
) -> None:
    """One session of pytest for all of these jobs."""
    wanted = tuple(dict.fromkeys(case for job in its for case in job.cases))
    narrowed = replace(plan, request=replace(plan.request, scenarios=wanted))
    collecting = Collecting()
    with tempfile.TemporaryDirectory(prefix="examgate-mutants-") as folder:
        code = session.run(narrowed, Path(folder), [Loop(its, workers, ended), collecting])
    if collecting.faults:
        raise Stopped(
            Text("the features cannot be collected; nothing is proven", "场景无法收集，未作验证"),
            "\n".join(collecting.faults),
        )
    if code == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise Stopped(Text("the kit failed; nothing is proven", "工具出错，未作验证"), f"pytest: {code}")
