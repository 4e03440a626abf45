"""The one process that sees every result: keeps the journal, tells the terminal, knows what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
import pytest

from conformance.bench.forms import Controls
from conformance.journal import Writer
from conformance.lab.installed import Found
from conformance.masking import Mask
from conformance.running.examiner import FOUND, PHONES, TARGET, UNFIT, read_results
from conformance.running.progress import Progress
from reports.form import Said, Scenario, Text


class Controller:
    """Collects what the workers report. A result that comes twice replaces the first. `mask` is for foreign words."""

    def __init__(self, journal: Writer, progress: Progress, mask: Mask) -> None:
        self._journal, self._progress, self._mask = journal, progress, mask
        self.scenarios: dict[str, Scenario] = {}
        self.controls: Controls | None = None
        self.found: list[Found] = []
        self.phones: dict[str, bool | None] | None = None
        self.unfit: Said = ""
        self.lost: list[str] = []
        self.collecting: list[str] = []
        self.internal: list[str] = []
        self._config: pytest.Config | None = None

    def pytest_configure(self, config: pytest.Config) -> None:
        self._config = config

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when not in ("setup", "call", "teardown"):
            self._worker_lost(self._mask.text(str(report.longrepr)))
        if report.when != "teardown":
            return
        for name, text in report.user_properties:
            if name in self._hear:
                self._hear[name](str(text))
        for scenario in read_results(report.user_properties):
            self._keep(scenario)

    @property
    def _hear(self) -> Mapping[str, Callable[[str], None]]:
        """What is done with each of the things that a worker tells of its lab."""
        return {UNFIT: self._unfit, TARGET: self._target, PHONES: self._phones, FOUND: self._found}

    def _target(self, text: str) -> None:
        self.controls = msgspec.json.decode(text, type=Controls)

    def _phones(self, text: str) -> None:
        self.phones = msgspec.json.decode(text, type=dict[str, bool | None])

    def _found(self, text: str) -> None:
        self.found.append(msgspec.json.decode(text, type=Found))
        self._journal.note("found", text)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            words = self._mask.text(report.longreprtext)
            self.collecting.append(words)
            self._journal.note("not_collected", words)

    def pytest_internalerror(self, excrepr: object) -> None:
        words = self._mask.text(str(excrepr))
        self.internal.append(words)
        self._journal.note("internal_error", words)

    def _keep(self, scenario: Scenario) -> None:
        self.scenarios[scenario.id] = scenario
        self._journal.scenario(msgspec.to_builtins(scenario))
        if not self.unfit:
            self._progress.scenario(scenario)

    def _worker_lost(self, words: str) -> None:
        self.lost.append(words)
        self._journal.note("worker_lost", words)

    def _unfit(self, text: str) -> None:
        """The target is not fit to be judged: stop, there is nothing to learn from the rest."""
        if self.unfit:
            return
        said = msgspec.json.decode(text, type=Said)
        self.unfit = said
        self._journal.note("not_judged", said.en if isinstance(said, Text) else said)
        if self._config is None:
            return
        for name in ("session", "dsession"):
            session = self._config.pluginmanager.get_plugin(name)
            if session is not None:
                session.shouldstop = "the target is not fit to be judged"
