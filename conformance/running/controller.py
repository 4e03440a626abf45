"""The one process that sees every result of a pytest session: hands it on, and knows why the session was cut short."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
import pytest

from conformance.bench.forms import Controls
from conformance.lab.installed import Found
from conformance.masking import Mask
from conformance.running.examiner import FOUND, PHONES, TARGET, UNFIT, read_results
from conformance.running.ledger import Ledger
from reports.form import Said, Text

ANOTHER = Text(
    "the target is another release than the one that the run was begun with",
    "被测对象已不是本次运行开始时的版本",
)


class Controller:
    """Collects what the workers of one session report. `mask` is for foreign words."""

    def __init__(self, ledger: Ledger, mask: Mask) -> None:
        self._ledger, self._journal, self._mask = ledger, ledger.journal, mask
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
        if self.unfit:
            return  # what was found on a target that is unfit is no result
        for scenario in read_results(report.user_properties):
            self._ledger.keep(scenario)

    @property
    def _hear(self) -> Mapping[str, Callable[[str], None]]:
        """What is done with each of the things that a worker tells of its lab."""
        return {UNFIT: self._told_unfit, TARGET: self._target, PHONES: self._phones, FOUND: self._found}

    def _told_unfit(self, text: str) -> None:
        self._unfit(msgspec.json.decode(text, type=Said))

    def _target(self, text: str) -> None:
        if not self._ledger.same_product(msgspec.json.decode(text, type=Controls)):
            self._unfit(ANOTHER)

    def _phones(self, text: str) -> None:
        self._ledger.phones_have(msgspec.json.decode(text, type=dict[str, bool | None]))

    def _found(self, text: str) -> None:
        self._ledger.find(msgspec.json.decode(text, type=Found))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            words = self._mask.text(report.longreprtext)
            self.collecting.append(words)
            self._journal.note("not_collected", words)

    def pytest_internalerror(self, excrepr: object) -> None:
        words = self._mask.text(str(excrepr))
        self.internal.append(words)
        self._journal.note("internal_error", words)

    def _worker_lost(self, words: str) -> None:
        self.lost.append(words)
        self._journal.note("worker_lost", words)

    def _unfit(self, said: Said) -> None:
        """The target is not fit to be judged: stop, there is nothing to learn from the rest."""
        if self.unfit:
            return
        self.unfit = said
        self._journal.note("not_judged", said.en if isinstance(said, Text) else said)
        if self._config is None:
            return
        for name in ("session", "dsession"):
            session = self._config.pluginmanager.get_plugin(name)
            if session is not None:
                session.shouldstop = "the target is not fit to be judged"
