"""Targets that are no exam system, or a lying one: nothing is judged on them, and they never pass."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from conformance import journal
from tests.conformance.conftest import Ran, environment

FRONT = "tests.conformance.trivial.front"
SOME = ("WAIT-02", "PAIR-01")
LIMIT_S = 20
Front = Callable[..., Path]


@pytest.fixture
def front(tmp_path: Path) -> Front:
    """The target file of the simulated phones, behind a front that does mischief."""

    def make(mischief: str, limit_s: float = LIMIT_S) -> Path:
        text = (files("conformance") / "targets" / "simulated.toml").read_text(encoding="utf-8")
        words = text.replace('"-m", "simulators"', f'"-m", "{FRONT}", "{mischief}"')
        path = tmp_path / "target.toml"
        path.write_text(words.replace("limit_s = 120", f"limit_s = {limit_s}"), encoding="utf-8")
        assert words != text
        return path

    return make


def run(target: Path, *words: str, limit_s: float = 120) -> Ran:
    out = target.parent / "out"
    done = subprocess.run(
        [sys.executable, "-m", "conformance", "run", "--target", str(target), "--out", str(out), *words],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        cwd=target.parent,
        timeout=limit_s,
    )
    return Ran(done.returncode, done.stdout, done.stderr, out)


def some() -> list[str]:
    return [word for rule in SOME for word in ("--rules", rule)]


def test_a_front_that_lets_everything_through_is_judged_as_what_stands_behind_it(front: Front) -> None:
    ran = run(front("none"), *some(), "-n", "1")
    assert ran.code == 0, ran.errors
    assert {rule["verdict"] for rule in ran.results["rules"]} == {"PASS"}


UNFIT = {
    "yes": "does not fit its contract",
    "yes-phones": "shows whatever it is asked for",
    "gone": "does not answer",
    "unplugged": "no device is connected",
    "dying": "the device is offline",
    "blank": "候考倒计时",
    "lying-clock": "the platform's time and the bench's disagree",
    "lying-record": "the record's time and the bench's disagree",
    "forgetful": "lacks what it has refused",
    "standing": "does not go where it is moved",
}


@pytest.mark.parametrize(("mischief", "words"), UNFIT.items(), ids=UNFIT)
def test_nothing_is_judged_on_a_target_that_is_none(front: Front, mischief: str, words: str) -> None:
    ran = run(front(mischief), *some(), "-n", "1")
    assert ran.code == 3, ran.said
    assert "nothing is judged" in ran.errors
    assert words in ran.errors
    assert "Traceback" not in ran.errors
    assert not (ran.out / "latest").exists()
    (part,) = ran.out.glob("*.part")
    footer = journal.read(part / "journal.jsonl").footer
    assert footer is not None
    assert (footer["verdict"], footer["exit_code"]) == ("not-judged", 3)


SILENT = {
    "silent": "what does the bench offer",
    "dribbling": "what does the bench offer",
    "silent-phones": "do the phones show their screens",
}


@pytest.mark.parametrize(("mischief", "asked"), SILENT.items(), ids=SILENT)
def test_a_target_that_keeps_silent_is_given_up_within_the_limit_of_its_file(
    front: Front, mischief: str, asked: str
) -> None:
    ran = run(front(mischief, limit_s=4), *some(), "-n", "1", limit_s=60)
    assert ran.code == 3, ran.said
    assert f"within 4 s (`preflight.limit_s` in its file); it does not answer: {asked}" in ran.errors
    assert "Traceback" not in ran.errors


@pytest.mark.parametrize("mischief", ["yes", "silent"])
def test_several_workers_give_up_together_and_say_it_in_chinese(front: Front, mischief: str) -> None:
    ran = run(front(mischief, limit_s=4), *some(), "-n", "2", "--lang", "zh", limit_s=60)
    assert ran.code == 3, ran.said
    assert ran.errors.startswith("examgate：未作评判：")
