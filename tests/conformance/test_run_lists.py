"""Lists on the command line of a run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import tomli_w

from tests.conformance.conftest import Examgate
from tests.lists.entries import KNOWN, WAIVER, WAVERS


def test_a_run_reads_its_lists_and_the_terminal_tells_them(
    tiny: Callable[..., Path], examgate: Examgate, tmp_path: Path
) -> None:
    digestless = {key: value for key, value in WAIVER.items() if key != "sha256"}
    excused = {
        **digestless,
        "rule": "TINY-02",
        "app": "platform",
        "versions": ">=1, <2",
        "expires": date(9999, 1, 1),
    }
    for name, content in (
        ("waivers", [excused]),
        ("known_failures", [{**KNOWN, "rule": "TINY-01"}]),
        (
            "flaky",
            [
                {
                    **WAVERS,
                    "scenario": "tiny/tiny.feature#what-is-expected-is-seen",
                    "expires": date(2023, 1, 2),
                }
            ],
        ),
    ):
        (tmp_path / f"{name}.toml").write_text(tomli_w.dumps({name: content}), encoding="utf-8")
    words = ("--waivers", "waivers.toml", "--known-failures", "known_failures.toml", "--flaky", "flaky.toml")
    ran = examgate(tiny(), "-n", "1", "--rules", "TINY-0[12]", *words)
    assert ran.code == 1, ran.errors
    assert ran.errors == ""
    assert ran.results["verdict"] == "partial"
    assert ran.rules["TINY-02"]["verdict"] == "WAIVED"
    assert "known failure TINY-01" in ran.said
    assert "ended on 2023-01-02" in ran.said


def test_a_list_that_names_no_rule_of_the_catalogue_stops_the_run(
    tiny: Callable[..., Path], examgate: Examgate, tmp_path: Path
) -> None:
    (tmp_path / "known.toml").write_text(tomli_w.dumps({"known_failures": [KNOWN]}), encoding="utf-8")
    ran = examgate(tiny(), "--known-failures", "known.toml", "--lang", "zh")
    assert ran.code == 3
    assert "known_failures[0].rule" in ran.errors
    assert "规则目录中的规则" in ran.errors
    assert not ran.out.exists()
