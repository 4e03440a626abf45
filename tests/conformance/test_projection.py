"""What two runs must share: nothing that varies by itself is in it, and nothing that matters is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from conformance.running import projection
from reports.form import Attempt, Moment, Results, Scenario, Seen, Step, Text
from tests.reports.sample import sample


@pytest.fixture
def results(tmp_path: Path) -> Results:
    return sample(tmp_path)


VARIES = {
    "wall times": {"started": "2030-01-01T00:00:00+00:00", "finished": "2030-01-01T00:00:09+00:00"},
    "attempts": {"attempts": (Attempt(number=2, started="2030-01-01T00:00:00+00:00"),)},
    "language": {"language": "zh"},
}


@pytest.mark.parametrize("name", VARIES)
def test_what_varies_by_itself_is_not_in_it(results: Results, name: str) -> None:
    other = replace(results, **VARIES[name])  # type: ignore[arg-type]
    assert projection.canonical(other) == projection.canonical(results)


VOLATILE = {
    "ports": "http://127.0.0.1:{}/session answered",
    "sessions": "no session 0b1c2d3e-0000-4000-8000-{:012d}",
    "digests": "the picture is {:064x}",
    "paths": "the film /tmp/run-{}/main.mp4 is cut off",
    "objects": "<Phone at 0x7f{:010x}>",
}


@pytest.mark.parametrize("sentence", VOLATILE.values(), ids=VOLATILE)
def test_what_a_sentence_names_anew_each_time_is_masked(results: Results, sentence: str) -> None:
    one, other = (_with(results, sentence.format(number)) for number in (40001, 50002))
    assert projection.canonical(one) == projection.canonical(other)


def test_evidence_and_times_of_a_scenario_are_not_in_it(results: Results) -> None:
    def again(one: Scenario) -> Scenario:
        steps = tuple(replace(step, at="", evidence=Seen(main="another")) for step in one.steps)
        moment = Moment(at="2023-01-12T10:00:00.000+08:00", what="entered")
        return replace(one, steps=steps, timeline=(moment,), duration_s=99.0, tries=3, evidence="elsewhere")

    assert projection.canonical(_each(results, again)) == projection.canonical(results)


MATTERS = {
    "the verdict of a scenario": {"verdict": "INCONCLUSIVE"},
    "its reason": {"reason": Text("another", "另一")},
    "whose fault it was": {"fault": "lab"},
}


@pytest.mark.parametrize("name", MATTERS)
def test_what_matters_is_in_it(results: Results, name: str) -> None:
    first = replace(results.scenarios[0], **MATTERS[name])  # type: ignore[arg-type]
    other = replace(results, scenarios=(first, *results.scenarios[1:]))
    assert projection.canonical(other) != projection.canonical(results)


def test_another_sentence_is_another_run_of_the_same_seed_and_the_same_verdicts(results: Results) -> None:
    one, other = _with(results, "王芳 is shown"), _with(results, "李强 is shown")
    assert projection.canonical(one) != projection.canonical(other)
    assert projection.verdicts(one) == projection.verdicts(other)


def test_how_a_step_ended_is_in_both(results: Results) -> None:
    def refused(one: Scenario) -> Scenario:
        return replace(one, steps=tuple(replace(step, status="refused") for step in one.steps))

    assert projection.verdicts(_each(results, refused)) != projection.verdicts(results)


def _with(results: Results, seen: str) -> Results:
    step = Step(keyword="Then", text=Text("it is seen", "可见"), status="passed", seen=seen)
    return _each(results, lambda one: replace(one, steps=(*one.steps, step)))


def _each(results: Results, change: object) -> Results:
    assert callable(change)
    return replace(results, scenarios=tuple(change(one) for one in results.scenarios))
