"""Which rules and scenarios a run is about."""

from __future__ import annotations

import pytest

from conformance import plan
from conformance.commands import requested, words
from conformance.commands.run import FORM
from conformance.request import RunRequest
from conformance.running import choosing


@pytest.mark.parametrize("degrees", [(1,), (2, 3)])
def test_harm_narrows_a_run_to_the_rules_that_have_it(degrees: tuple[int, ...]) -> None:
    request = RunRequest(harm=degrees)
    chosen = choosing.chosen(plan.read(request))
    assert not request.full
    assert {row.harm for row in chosen.rows} == set(degrees)
    rules = {row.id for row in chosen.rows}
    assert chosen.cases
    assert all(rules & set(case.scene.rules) for case in chosen.cases)


def test_harm_and_rules_narrow_together() -> None:
    rows = choosing.chosen(plan.read(RunRequest(harm=(1,), rules=("WAIT-*",)))).rows
    assert {row.harm for row in rows} == {1}
    assert all(row.id.startswith("WAIT-") for row in rows)


def test_degrees_of_harm_are_read_from_the_command_line_each_once() -> None:
    values = words.read(FORM, ["--harm", "2", "--harm=1", "--harm", "2"])
    assert requested.request(values, "en").harm == (1, 2)
