"""The pytest plugin: what steps may ask for, and the hooks by which scenarios are chosen and written down.

It is idle unless a run asks for it (`--examgate-run`), or the tests are the features themselves.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conformance.running.process import EXAMINER, end_with

if TYPE_CHECKING:
    from conformance.bench import Bench
    from conformance.bench.forms import Item
    from conformance.instants import Instants
    from conformance.lab.stagehand import Stagehand
    from conformance.request import RunRequest
    from conformance.running.examiner import Examiner
    from conformance.season import Season
    from conformance.target import Target
    from reports.form import Text


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--examgate-run", metavar="FILE", default="", help="the request of an examgate run")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    asked = _asked(config)
    if asked is None:
        return
    # Imported when scenarios are run: the project's other tests load this plugin too, and need not wait for a driver.
    from conformance import plan
    from conformance.running.examiner import Examiner
    from conformance.sentences import stepbook
    from conformance.traits import FEATURES

    for feature in FEATURES:
        config.addinivalue_line("markers", f"when.{feature}: examples for seasons with this feature")
    book = stepbook.book(asked.steps)
    for plugin in book.plugins:
        config.pluginmanager.register(plugin, plugin.__name__)
    config.pluginmanager.register(Examiner(plan.read(asked), book, stepbook.translate), EXAMINER)
    if hasattr(config, "workerinput"):
        end_with(os.getppid())


def pytest_bdd_apply_tag(tag: str) -> bool | None:
    """Rule ids and needs are read from the features, they are no marks of pytest's."""
    return True if "-" in tag or "." in tag else None


def _asked(config: pytest.Config) -> RunRequest | None:
    from conformance import request

    file = config.getoption("--examgate-run")
    if file:
        return request.load(Path(file))
    features = Path(__file__).resolve().parents[1] / "features"
    among = [Path(config.invocation_params.dir, arg.split("::")[0]).resolve() for arg in config.args]
    return request.RunRequest() if any(path.is_relative_to(features) for path in among) else None


@pytest.fixture(scope="session")
def examiner(pytestconfig: pytest.Config) -> Examiner:
    """What this run judges and with what."""
    found: Examiner | None = pytestconfig.pluginmanager.get_plugin(EXAMINER)
    if found is None:
        raise pytest.UsageError("scenarios are run by `examgate run`")
    return found


@pytest.fixture
def season(examiner: Examiner) -> Season:
    """What the exam board published."""
    return examiner.plan.season


@pytest.fixture
def instants(examiner: Examiner) -> Instants:
    """The examiner's own instants of every sitting."""
    return examiner.plan.instants


@pytest.fixture
def target(examiner: Examiner) -> Target:
    """What is judged: labels and locators."""
    return examiner.plan.target


@pytest.fixture
def bench(examiner: Examiner) -> Bench:
    """The bench of the running target."""
    return examiner.lab.bench


@pytest.fixture
def accepts(examiner: Examiner, request: pytest.FixtureRequest) -> Mapping[str, Text]:
    """The behaviours that the rules of this scenario accept, by their ids; none where they do not leave it open."""
    from conformance import answers

    rules = examiner.recorder(request.node).case.scene.rules
    plan = examiner.plan
    found = (answers.accepted(plan.catalogue.row(rule), plan.season) for rule in rules)
    return {name: said for accepted in found for name, said in accepted.items()}


@pytest.fixture
def checklist(examiner: Examiner) -> tuple[Item, ...]:
    """What the catalogue of this run asks reviewers to look for."""
    from conformance.reviewing import checklist as listed

    return listed.of(examiner.plan.catalogue, examiner.plan.season)


@pytest.fixture
def stage(examiner: Examiner, request: pytest.FixtureRequest) -> Iterator[Stagehand]:
    """The stagehand of this scenario; its WebDriver sessions end with it."""
    stagehand = examiner.lab.stagehand()
    examiner.recorder(request.node).stage = stagehand
    try:
        yield stagehand
    finally:
        stagehand.close()
