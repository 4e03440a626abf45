"""`examgate bench check`: on the reference adapter, on the simulated bench, and on benches that do not keep their contract."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import plan
from conformance.benchcheck import gains as gaining
from conformance.benchcheck.trials import trials
from conformance.cli import main
from conformance.declaring.controls import CONTROLS
from conformance.request import RunRequest
from simulators.serve import PORTS, Simulation
from tests.benchcheck.conftest import BENCH, TOKEN, served

Told = Callable[..., tuple[int, dict[str, Any]]]
GAINS = gaining.gains(plan.read(RunRequest()))


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """The exit code of a check, and what it told as JSON."""

    def check(url: str, token: str = TOKEN, *words: str) -> tuple[int, dict[str, Any]]:
        code = main(["bench", "check", url, "--token", token, "--json", *words])
        return code, json.loads(capsys.readouterr().out)

    return check


def states(said: dict[str, Any]) -> dict[str, str]:
    return {row["control"]: row["state"] for row in said["controls"]}


def test_each_control_of_the_contract_has_one_trial() -> None:
    assert sorted(one.control for one in trials()) == sorted(CONTROLS)
    assert all(one.answer or one.allows or one.body or one.alters for one in trials())


def test_the_reference_adapter_keeps_the_contract_as_it_is_copied(told: Told) -> None:
    started = subprocess.Popen(
        [sys.executable, str(BENCH / "adapter.py"), str(BENCH / "pair.json")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    try:
        line = json.loads(started.stdout.readline())
        code, said = told(line["bench"], line["token"])
    finally:
        started.kill()
        started.wait()
        started.stdout.close()
    assert (code, said["sound"]) == (0, True)
    working = {control for control, state in states(said).items() if state == "works"}
    assert working == {"token", "clock", "records", "face-checks/next"}
    assert 0 < said["rules"]["whole"] < said["rules"]["part"] < said["rules"]["all"]
    assert {row["gains"] > 0 for row in said["controls"] if row["control"] in ("clock", "records")} == {True}


def test_the_simulated_bench_offers_everything_and_every_control_works(told: Told) -> None:
    running = Simulation("driven", dict.fromkeys(PORTS, 0), TOKEN)
    try:
        code, said = told(f"{running.bench.url}/bench/v1")
    finally:
        running.close()
    assert code == 0, [row for row in said["controls"] if row["state"] != "works"]
    assert set(states(said).values()) == {"works"}
    assert said["rules"]["whole"] == said["rules"]["all"]


def clock_that_stands(adapter: Any) -> None:
    adapter.Staging.move = lambda _, __: None


def clock_that_runs_away(adapter: Any) -> None:
    adapter.Staging.move = lambda staging, to: setattr(staging, "ahead", (to - staging.now()) * 100)


def any_token(adapter: Any) -> None:
    adapter.secrets = type("secrets", (), {"compare_digest": staticmethod(lambda *_: True)})


def records_of_another_form(adapter: Any) -> None:
    adapter.OFFERED[("GET", "/records")] = lambda *_: (200, {"records": [{"when": "now"}]})


def offered_and_not_there(adapter: Any) -> None:
    del adapter.OFFERED[("POST", "/face-checks/next")]


def missing_without_a_name(adapter: Any) -> None:
    adapter.control = lambda _: "something"


def a_control_that_nobody_knows(adapter: Any) -> None:
    before = adapter.controls
    adapter.OFFERED[("GET", "/controls")] = lambda *more: (
        200,
        {**before(*more)[1], "controls": ["clock", "records", "face-checks/next", "weather"]},
    )


MISCHIEF: dict[str, tuple[Callable[[Any], None], str]] = {
    "a clock that stands": (clock_that_stands, "clock"),
    "a clock that runs away": (clock_that_runs_away, "clock"),
    "any token": (any_token, "token"),
    "records of another form": (records_of_another_form, "records"),
    "a control that is offered and not there": (offered_and_not_there, "face-checks/next"),
    "a control that is missing and does not say which": (missing_without_a_name, "phones/storage"),
    "a control that nobody knows": (a_control_that_nobody_knows, "weather"),
}


@pytest.mark.parametrize("what", MISCHIEF)
def test_a_bench_that_does_not_keep_its_contract_is_told(told: Told, adapter: ModuleType, what: str) -> None:
    mischief, control = MISCHIEF[what]
    mischief(adapter)
    with served(adapter) as url:
        code, said = told(url)
    assert (code, said["sound"]) == (1, False)
    assert states(said)[control] == "faulty"
    row = next(row for row in said["controls"] if row["control"] == control)
    assert row["said"]["en"]
    assert row["said"]["zh"]


def test_what_cannot_be_taken_back_is_tried_only_where_it_may_be(told: Told, adapter: Any) -> None:
    done: list[str] = []

    def release(*_: Any) -> tuple[int, None]:
        done.append("released")
        return 204, None

    adapter.OFFERED[("POST", "/releases")] = release
    before = adapter.controls
    adapter.OFFERED[("GET", "/controls")] = lambda *more: (
        200, {**before(*more)[1], "controls": ["clock", "records", "face-checks/next", "releases"]},
    )  # fmt: skip
    with served(adapter) as url:
        assert states(told(url)[1])["releases"] == "not_tried"
        assert done == []
        assert states(told(url, TOKEN, "--alter")[1])["releases"] == "works"
    assert done == ["released"]


def test_where_no_bench_answers_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "check", "http://127.0.0.1:9/bench/v1", "--lang", "zh"]) == 3
    assert "没有测试台应答" in capsys.readouterr().err
    assert main(["bench", "look"]) == 3
    assert main(["bench", "check"]) == 3


@pytest.mark.parametrize(("lang", "word"), [("en", "not offered"), ("zh", "未提供")])
def test_the_table_is_in_the_users_language(
    adapter: ModuleType, capsys: pytest.CaptureFixture[str], lang: str, word: str
) -> None:
    with served(adapter) as url:
        main(["bench", "check", url, "--token", TOKEN, "--lang", lang])
    assert word in capsys.readouterr().out


@given(st.sets(st.sampled_from(CONTROLS)), st.sampled_from(CONTROLS))
def test_no_control_ever_costs_a_rule(controls: set[str], more: str) -> None:
    assert GAINS.whole(controls) <= GAINS.whole({*controls, more})
    assert GAINS.whole(controls) <= GAINS.part(controls)
    assert GAINS.of(more, controls) >= 0
