"""The hooks of one process that runs scenarios: chooses them, lets each be written down, hands the result on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import msgspec
import pytest
from pytest_bdd.parser import ScenarioTemplate
from pytest_bdd.scenario import scenario_wrapper_template_registry

from conformance.lab.installed import Found
from conformance.lab.lab import Lab
from conformance.outcome import ControlMissing
from conformance.plan import Plan
from conformance.running import choosing
from conformance.running.recorder import Recorder
from conformance.running.writing import Translate
from conformance.sentences.scenes import Case
from conformance.sentences.stepbook import StepBook
from conformance.tapes import forms as tapes
from reports.form import Scenario, Text

RECORDER = pytest.StashKey[Recorder]()
RESULT, UNFIT, TARGET = "examgate-scenario", "examgate-unfit", "examgate-target"
FOUND = "examgate-found"
PHONES = "examgate-phones"
"""The names under which a test report carries our JSON from a worker to the controller."""
EXAMPLE = "_pytest_bdd_example"


class Examiner:
    """One lab and the scenarios that are run in it."""

    def __init__(self, plan: Plan, book: StepBook, translate: Translate) -> None:
        self.plan, self.lab, self._book = plan, Lab(plan), book
        self._translate = translate
        left = set(plan.request.left)
        cases = choosing.chosen(plan).cases
        self._cases = {case.key: case for case in cases if not left or case.id in left}
        self._folder = Path(plan.request.folder) if plan.request.folder else None
        self._told = self._lost = False
        self._renewals = 0

    def judge_release(self, defect: str, reach: str = "") -> None:
        """From now on the target is the release with this seeded defect, or the clean one that notes in the file `reach`
        what is passed through; before anything has been run."""
        self.plan = replace(self.plan, request=replace(self.plan.request, defect=defect, reach=reach))
        self.lab = Lab(self.plan)

    def recorder(self, item: pytest.Item) -> Recorder:
        """What writes down the scenario of an item."""
        return item.stash[RECORDER]

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        """A chapter's module is given the step definitions that its own features need."""
        if isinstance(collector, pytest.Module):
            with suppress(
                pytest.Collector.CollectError
            ):  # what cannot be imported says so when it is collected
                vars(collector.obj).update(self._book.needed(self._sentences(collector.obj)))

    def _sentences(self, module: ModuleType) -> Iterator[tuple[str, str]]:
        """The sentences, with their kinds, of the features that a test module loads."""
        found = (_template(value) for value in vars(module).values())
        features = {Path(template.feature.filename).resolve() for template in found if template}
        cases = (case for case in self.plan.suite.cases() if case.scene.file in features)
        return ((s.kind, s.filled(case.row)) for case in cases for s in case.scene.sentences)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """What is chosen, in an order that the seed decides: no scenario may rest on one before it."""
        others = [item for item in items if self.case(item) is None]
        items[:] = [item for item in items if self.case(item) is not None]
        items.sort(key=self._turn)
        config.hook.pytest_deselected(items=others)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        case = self.case(item)
        assert case is not None
        if self._lost:
            self._renew()
        item.stash[RECORDER] = Recorder(case, self.plan, self._translate)

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest) -> None:
        """The controls that the scenario needs are there, or nothing of it is run."""
        self.lab.open()
        recorder = self.recorder(request.node)
        self.lab.turn_to(recorder.case.id, recorder.done)
        for need in recorder.case.scene.needs:
            if not self.lab.controls.offers(need):
                raise ControlMissing(need)

    def pytest_bdd_after_step(
        self, request: pytest.FixtureRequest, step_func_args: dict[str, object]
    ) -> None:
        self.recorder(request.node).passed(step_func_args)

    def pytest_bdd_step_error(
        self,
        request: pytest.FixtureRequest,
        step_func_args: dict[str, object],
        exception: Exception,
    ) -> None:
        self.recorder(request.node).failed(exception, step_func_args)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        if call.excinfo and call.when != "teardown" and RECORDER in item.stash:
            self.recorder(item).failed(call.excinfo.value, {})
        return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item, nextitem: pytest.Item | None) -> None:
        """The result is complete before the scenario's world is taken down; after the last one, what is judged is read again."""
        if RECORDER not in item.stash:
            return
        recorder = self.recorder(item)
        unfit = recorder.mask().said(recorder.not_judged)
        try:
            result = recorder.result(self._folder)
            self._keep(recorder)
        except OSError as fault:
            unfit = Text(
                f"the run's folder cannot be written: {fault.strerror}",
                f"无法写入运行目录（原文：{fault.strerror}）",
            )
            result = recorder.result(None)
        self._lost = result.fault == "lab"
        item.user_properties += [(RESULT, _json(result)), *([(UNFIT, _json(unfit))] if unfit else [])]
        if not self._told and not unfit:
            self._told = True
            item.user_properties.append((TARGET, _json(self.lab.controls)))
            item.user_properties.append((PHONES, _json(self.lab.phones)))
            self._tell(item, self.lab.found)
        if nextitem is None and self.plan.request.full:
            self._tell(item, self.lab.read_again())

    def _keep(self, recorder: Recorder) -> None:
        """The scenario's tape, where one is recorded."""
        tape = self.lab.tape(recorder.mask(apart=True))
        if tape and self._folder:
            tapes.dump(tape, self._folder)

    def _tell(self, item: pytest.Item, found: Found | None) -> None:
        if found:
            item.user_properties.append((FOUND, _json(found)))

    def _renew(self) -> None:
        """A lab that was lost takes no other scenario with it, as often as the run may start one anew."""
        if self.plan.target.start and self._renewals < self.plan.request.lab_retries:
            self._renewals += 1
            self.lab.close()
            self.lab = Lab(self.plan)
            self._told = False

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        self.lab.close()

    def _turn(self, item: pytest.Item) -> tuple[bytes, bytes]:
        """Where the seed places an item, whatever else is run: its feature among the others, and it within its feature."""
        case = self.case(item)
        name = case.id if case else ""
        return self._drawn(name.partition("#")[0]), self._drawn(name)

    def _drawn(self, name: str) -> bytes:
        return hashlib.sha256(f"{self.plan.request.seed} {name}".encode()).digest()

    def case(self, item: pytest.Item) -> Case | None:
        """The case that an item of pytest's runs; None if it is none of ours, or not chosen."""
        template = _template(getattr(item, "function", None))
        if template is None:
            return None
        spec = getattr(item, "callspec", None)
        number = spec.indices[EXAMPLE] + 1 if spec and EXAMPLE in spec.indices else 0
        return self._cases.get((str(Path(template.feature.filename).resolve()), template.name, number))


def _template(function: object) -> ScenarioTemplate | None:
    """The scenario that pytest-bdd made a test function of; None for any other object."""
    return scenario_wrapper_template_registry.get(function) if isinstance(function, FunctionType) else None


def _json(value: Any) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        # Halves of surrogate pairs, which a driver may hand over, cannot be sent: they are spelt out.
        return msgspec.json.encode(_spelt(msgspec.to_builtins(value))).decode()


def _spelt(value: Any) -> Any:
    spell: Mapping[type, Callable[[Any], Any]] = {
        str: lambda text: text.encode("utf-8", "backslashreplace").decode(),
        dict: lambda table: {_spelt(key): _spelt(item) for key, item in table.items()},
        list: lambda items: [_spelt(item) for item in items],
        tuple: lambda items: [_spelt(item) for item in items],
    }
    return spell[type(value)](value) if type(value) in spell else value


def read_results(properties: Sequence[tuple[str, object]]) -> list[Scenario]:
    """The scenarios that a report carries."""
    return [msgspec.json.decode(str(text), type=Scenario) for name, text in properties if name == RESULT]
