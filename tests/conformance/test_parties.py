"""Mixed runs: which party was real is told, and only a rule that binds nobody else can be passed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import catalogue, target, verdict
from conformance.target import TargetError
from conformance.verdict import Party as Side
from reports.form import PARTIES, Party, Target, Verdict
from reports.wording import banner
from tests.conformance.conftest import TINY
from tests.release.runs import results

SOME = [frozenset(some) for some in chain(combinations(PARTIES, 1), combinations(PARTIES, 2))]
ROWS = [row for row in catalogue.load().rows if row.answers_for == "vendor"]


def mixed(*real: Party) -> Target:
    return Target(name="mixed", kind="mixed", real=real)


SIDES: list[tuple[tuple[str, ...], tuple[Party, ...], Side]] = [
    (("platform",), ("platform",), "real"),
    (("main app",), ("platform",), "simulated"),
    (("platform", "main app"), ("platform",), "both"),
    (("main app", "aux app"), ("main app", "aux app"), "real"),
    (("main app", "aux app", "platform"), ("main app", "aux app"), "both"),
    (("candidate", "platform"), ("platform",), "real"),
    (("device",), ("platform",), "real"),
]


@pytest.mark.parametrize(("binds", "real", "side"), SIDES)
def test_whom_a_rule_binds_is_real_or_simulated(
    binds: tuple[str, ...], real: tuple[Party, ...], side: Side
) -> None:
    assert verdict.party(binds, mixed(*real)) == side


@pytest.mark.parametrize("kind", ["simulated", "device"])
def test_a_target_that_is_not_mixed_is_judged_as_it_always_was(kind: str) -> None:
    whole = Target(name="whole", kind=kind)  # type: ignore[arg-type]
    assert {verdict.party(row.binds, whole) for row in catalogue.load().rows} == {"real"}


VERDICTS: list[tuple[Verdict, Side, Verdict]] = [
    ("PASS", "real", "PASS"),
    ("PASS", "both", "INCONCLUSIVE"),
    ("PASS", "simulated", "INCONCLUSIVE"),
    ("FAIL", "real", "FAIL"),
    ("FAIL", "both", "FAIL"),
    ("FAIL", "simulated", "INCONCLUSIVE"),
    ("INCONCLUSIVE", "simulated", "INCONCLUSIVE"),
    ("REVIEW", "both", "REVIEW"),
    ("ERROR", "simulated", "ERROR"),
]


@pytest.mark.parametrize(("found", "side", "said"), VERDICTS)
def test_a_rule_says_only_what_was_seen_of_the_vendor(found: Verdict, side: Side, said: Verdict) -> None:
    became, why = verdict.of_rule([found], "MUST", "vendor", "mixed", party=side)
    assert became == said
    assert bool(why) == (became != found or (found, side) == ("INCONCLUSIVE", ""))


@given(st.sampled_from(SOME), st.lists(st.sampled_from(["PASS", "WARN", "FAIL"]), min_size=1))
def test_no_rule_of_a_simulated_party_is_ever_passed(real: frozenset[Party], found: list[Verdict]) -> None:
    for row in ROWS:
        side = verdict.party(row.binds, mixed(*real))
        became, _ = verdict.of_rule(found, row.level, "vendor", "mixed", party=side)
        bound: Iterable[str] = {*row.binds} & {*PARTIES}
        assert became != "PASS" or {*bound} <= real


def test_the_results_name_which_party_was_real() -> None:
    judged = replace(results({"PAIR-01": "PASS"}), target=mixed("platform"))
    told = banner(judged)
    assert told is not None
    assert "Real were: platform; simulated were: main app, aux app." in told.en
    assert "真实的一方：考试平台；模拟的一方：主机应用、辅机应用。" in told.zh


def _target(folder: Path, kind: str, real: str) -> Path:
    text = (
        (TINY / "tiny.toml")
        .read_text(encoding="utf-8")
        .replace('kind = "device"', f'kind = "{kind}"\n{real}')
    )
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("real", ["", "real = []", 'real = ["main app", "aux app", "platform"]'])
def test_a_mixed_target_says_which_party_is_real(tmp_path: Path, real: str) -> None:
    with pytest.raises(TargetError, match="real"):
        target.load(str(_target(tmp_path, "mixed", real)))


def test_another_target_does_not_say_so(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="real"):
        target.load(str(_target(tmp_path, "device", 'real = ["platform"]')))
    sound = target.load(str(_target(tmp_path, "mixed", 'real = ["platform"]')))
    assert sound.judged == Target(
        name=sound.name, kind="mixed", under_test=sound.under_test, real=("platform",)
    )
