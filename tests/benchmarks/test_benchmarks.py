"""The benchmarks' pieces run, with sizes that measure nothing; no test looks at a time."""

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from lxml import etree

from benchmarks import Benchmark, __main__, processes, webdriver
from benchmarks.measured import Aim, Figure, Findings, Missing, one, ratio

HERE = [name for name in __main__.NAMES if name != "webdriver"]
"""What runs without anything that is not ours; the other is tried by .ci/run."""


def benchmark(name: str) -> Benchmark:
    found: Benchmark = import_module(f"benchmarks.{name}").BENCHMARK
    return found


@pytest.mark.parametrize("name", HERE)
def test_each_benchmark_finds_figures_in_every_row(name: str) -> None:
    chosen = benchmark(name)
    findings = chosen.measure(chosen.tiny)
    assert chosen.name == name
    assert findings.rows
    for figures in findings.rows.values():
        assert all(figure.values for figure in figures.values())
    assert json.loads(json.dumps(findings.as_json()))["rows"].keys() == findings.rows.keys()
    assert len(list(findings.lines())) == len(findings.rows) + len(findings.aims) + len(findings.notes)


def test_what_is_missing_is_said_with_its_command_and_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert __main__.main(["webdriver", "--tiny", "--out", str(tmp_path / "found.json")]) == 0
    assert "left out" in capsys.readouterr().out
    found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["benchmarks"]["webdriver"]
    assert "apt-get install" in found["left_out"]
    assert "rows" not in found


def test_node_without_appium_names_npms_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "node"
    monkeypatch.setattr(shutil, "which", lambda _: str(script))
    monkeypatch.setattr(processes, "APPIUM", tmp_path)
    for version, wanted in (("v18.20.4", "Node 20.19"), ("v20.20.2", "npm ci --ignore-scripts")):
        script.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
        script.chmod(0o755)
        with pytest.raises(Missing, match=wanted), processes.appium():
            raise AssertionError("there is nothing to start")


def test_every_deed_is_timed_on_every_server_and_the_warming_round_is_not_counted() -> None:
    with processes.simulated() as world:
        phones = [phone["udid"] for phone in world["phones"][:2]]
        asked = [{"platformName": "Android", "appium:udid": udid} for udid in phones]
        servers = {
            udid: webdriver.Server(world["webdriver"], wish) for udid, wish in zip(phones, asked, strict=True)
        }
        page = webdriver.shown(servers[phones[0]])
        found = webdriver.rounds({"one": servers[phones[0]]}, {"rounds": 2, "times": 1})
    assert {deed: len(by_server["one"].values) for deed, by_server in found.items()} == dict.fromkeys(
        webdriver.AIMS, 2
    )
    assert etree.fromstring(webdriver.as_fake_app(page)).find(f".//*[@id='{webdriver.FIELD}']") is not None


def test_a_name_that_is_none_is_3_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        __main__.main(["no-such-benchmark"])
    assert ended.value.code == 3
    assert "webdriver" in capsys.readouterr().err


def test_a_figure_is_its_median_with_the_least_and_the_most() -> None:
    assert str(Figure((3.0, 1.0, 200.0), "ms")) == "3.00 ms (1.00–200)"
    assert str(one(85, "%")) == "85.0%"


def test_a_ratio_is_taken_round_by_round() -> None:
    quick, slow = Figure((1.0, 10.0, 2.0)), Figure((2.0, 20.0, 4.0))
    assert ratio(quick, slow).values == (0.5, 0.5, 0.5)
    with pytest.raises(ValueError, match="zip"):
        ratio(quick, Figure((1.0,)))


@pytest.mark.parametrize(
    ("aim", "met"),
    [
        (Aim("a", one(0.5), most=0.5), True),
        (Aim("a", one(0.51), most=0.5), False),
        (Aim("a", one(85), least=85), True),
        (Aim("a", one(84.9), least=85), False),
    ],
)
def test_an_aim_is_met_up_to_its_limit_and_says_so(aim: Aim, met: bool) -> None:
    assert aim.met is met
    assert ("NOT MET" in "".join(Findings({}, [aim]).lines())) is not met
