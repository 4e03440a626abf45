"""Runs one release after another in one session of pytest: what is loaded and collected once serves all of them.

Each job runs in a process forked off after collection, with a target of its own; it tells each scenario as it ends, a line
of JSON on a pipe, and is gone when we are.
"""

from __future__ import annotations

import os
import selectors
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from conformance.mutants.jobs import Job
from conformance.mutants.reaching import Reach
from conformance.running.examiner import UNFIT, read_results
from conformance.running.process import EXAMINER, end_with
from conformance.saying import within
from reports.form import Said, Scenario

if TYPE_CHECKING:
    from conformance.running.examiner import Examiner

CHUNK = 1 << 16
CRASH = "Traceback (most recent call last):"
"""What a process writes that an exception has gone through."""
LONGEST = 300
SILENCE_S = 300.0
"""Wall seconds after which a release under which no scenario has ended is given up."""


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a child tells: a scenario and the places watched for that it came through, or why the release cannot be judged;
    the last one says that it is whole."""

    scenario: Scenario | None = None
    places: tuple[str, ...] = ()
    complaint: str = ""
    whole: bool = False


@dataclass
class Heard:
    """What has come of a job so far."""

    job: Job
    scenarios: list[Scenario] = field(default_factory=list)
    through: dict[str, frozenset[str]] = field(default_factory=dict)
    """Of each scenario the places watched for."""
    complaint: str = ""
    whole: bool = False
    since: float = field(default_factory=time.monotonic)
    """When it was heard of last."""
    _rest: bytes = b""

    def feed(self, chunk: bytes) -> None:
        """Take in what came through the pipe."""
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        for line in (msgspec.json.decode(line, type=Line) for line in lines):
            if line.scenario:
                self.scenarios.append(line.scenario)
                self.through[line.scenario.id] = frozenset(line.places)
            self.complaint = self.complaint or line.complaint
            self.whole = self.whole or line.whole


class Loop:
    """A pytest plugin that takes the place of pytest's own loop. `ended` is called with what each job has told."""

    def __init__(self, jobs: Sequence[Job], workers: int, ended: Callable[[Heard], None]) -> None:
        self._waiting, self._workers = list(jobs), workers
        self._ended = ended
        self._ready = selectors.DefaultSelector()
        self._children: dict[int, int] = {}
        """Pipes and the processes at their other ends."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("the features cannot be collected")
        while self._waiting or self._children:
            while self._waiting and len(self._children) < self._workers:
                self._begin(session, self._waiting.pop(0))
            for key, _ in self._ready.select(timeout=1):
                self._read(key.fd, key.data)
            self._give_up()
        return True

    def _begin(self, session: pytest.Session, job: Job) -> None:
        reading, writing = os.pipe()
        parent, child = os.getpid(), os.fork()
        if child == 0:
            os.close(reading)
            _live(session, job, writing, parent)
        os.close(writing)
        self._children[reading] = child
        self._ready.register(reading, selectors.EVENT_READ, Heard(job))

    def _give_up(self) -> None:
        """End what has been silent for too long; its pipe ends with it, and so does its target."""
        for key in list(self._ready.get_map().values()):
            heard: Heard = key.data
            if not heard.complaint and time.monotonic() - heard.since > SILENCE_S:
                heard.complaint = f"no scenario has ended for {SILENCE_S:g} s"
                os.kill(self._children[key.fd], signal.SIGKILL)

    def _read(self, pipe: int, heard: Heard) -> None:
        chunk = os.read(pipe, CHUNK)
        heard.since = time.monotonic()
        if chunk:
            heard.feed(chunk)
            return
        self._ready.unregister(pipe)
        os.close(pipe)
        os.waitpid(self._children.pop(pipe), 0)
        self._ended(heard)


class _Teller:
    """In the child: hands on each scenario. `unfit`: the release cannot be judged, and it is of no use to try on."""

    def __init__(self, tell: Callable[[Line], None], through: Callable[[], tuple[str, ...]]) -> None:
        self._tell, self._through = tell, through
        self.unfit = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "teardown":
            return
        for scenario in read_results(report.user_properties):
            self._tell(Line(scenario=scenario, places=self._through()))
        for name, text in report.user_properties:
            if name == UNFIT:
                self.unfit = True
                self._tell(Line(complaint=_end(msgspec.json.decode(str(text), type=Said))))

    def whole(self, complaint: str) -> None:
        """All scenarios were run."""
        self._tell(Line(complaint=complaint, whole=True))


def _live(session: pytest.Session, job: Job, pipe: int, parent: int) -> None:
    """The life of a child; it does not return."""
    code = 1
    try:
        end_with(parent)
        _run(session, job, lambda line: _write(pipe, line))
        code = 0
    finally:
        os._exit(code)


def _run(session: pytest.Session, job: Job, tell: Callable[[Line], None]) -> None:
    with tempfile.TemporaryDirectory(prefix="examgate-reach-") as folder:
        file = Path(folder, "reach")
        through = Reach(file, job.watched).taken if job.watched else tuple
        _judge(session, job, str(file) if job.watched else "", _Teller(tell, through))


def _judge(session: pytest.Session, job: Job, reach: str, teller: _Teller) -> None:
    config = session.config
    examiner: Examiner | None = config.pluginmanager.get_plugin(EXAMINER)
    assert examiner is not None
    examiner.judge_release(job.defect.id, reach)
    config.pluginmanager.register(teller)
    known = {case.id: item for item in session.items if (case := examiner.case(item))}
    items = [known[name] for name in job.cases]
    for item, following in zip(items, [*items[1:], None], strict=True):
        config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if teller.unfit:
            break
    said = examiner.lab.said()
    examiner.lab.close()
    teller.whole(_crash(said))


def _crash(said: str) -> str:
    """The exception that has gone through a process first; empty where none has."""
    _, crashed, after = said.partition(CRASH)
    lines = (line for line in after.splitlines() if line and not line.startswith(" "))
    return next(lines, CRASH) if crashed else ""


def _end(said: Said) -> str:
    """Why nothing can be judged; of a long one the end, where the cause is."""
    text = within(said, "en")
    return text if len(text) <= LONGEST else f"... {text[-LONGEST:]}"


def _write(pipe: int, line: Line) -> None:
    rest = memoryview(msgspec.json.encode(line) + b"\n")
    while rest:
        rest = rest[os.write(pipe, rest) :]
