"""Targets that are no exam system, or a lying one: nothing is judged on them, and they never pass."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from conformance import journal, plan, verdict
from conformance.request import RunRequest
from conformance.running import choosing
from tests.conformance.conftest import Ran, environment

FRONT = "tests.conformance.trivial.front"
SOME = ("WAIT-02", "PAIR-01")
LIMIT_S = 90
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


def run(target: Path, *words: str, limit_s: float = 300) -> Ran:
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
    "silent": (3, "what does the bench offer"),
    "dribbling": (3, "what does the bench offer"),
    "silent-phones": (15, "do the phones show their screens"),
}
"""The limit, and the question at which it ends: a true bench is given time to answer those before it."""


@pytest.mark.parametrize(
    ("mischief", "limit_s", "asked"), [(name, *row) for name, row in SILENT.items()], ids=SILENT
)
def test_a_target_that_keeps_silent_is_given_up_within_the_limit_of_its_file(
    front: Front, mischief: str, limit_s: int, asked: str
) -> None:
    ran = run(front(mischief, limit_s=limit_s), *some(), "-n", "1")
    assert ran.code == 3, ran.said
    assert f"within {limit_s} s (`preflight.limit_s` in its file); it does not answer: {asked}" in ran.errors
    assert "Traceback" not in ran.errors


COUNTED_PLACES = (0.0, 0.5)
"""Where in a chapter's scenarios of counted rules the sample is taken, as shares of their number."""


def sample() -> list[str]:
    """Two scenarios of each chapter that has any about a counted rule."""
    chosen = choosing.chosen(plan.read(RunRequest()))
    rules = {row.id for row in chosen.rows if verdict.counts(row.level, row.answers_for)}
    chapters: dict[str, list[str]] = {}
    for case in chosen.cases:
        if rules & set(case.scene.rules):
            chapters.setdefault(case.scene.short.split("/")[0], []).append(case.id)
    taken = (cases[int(share * len(cases))] for cases in chapters.values() for share in COUNTED_PLACES)
    return list(dict.fromkeys(taken))


def test_the_sample_stands_for_every_chapter_with_a_counted_rule() -> None:
    some = sample()
    assert len(some) >= 2 * len({case.split("/")[0] for case in some}) - 4
    assert len({case.split("/")[0] for case in some}) >= 20


@pytest.mark.parametrize("mischief", ["idle", "refuse"])
def test_no_counted_rule_passes_on_a_target_that_is_of_no_use(front: Front, mischief: str) -> None:
    """It is fit to be judged, and then does nothing, or refuses everything."""
    asked = [word for case in sample() for word in ("--scenario", case)]
    ran = run(front(mischief), *asked, "-n", "1", "--evidence", "none")
    assert ran.code in {1, 2, 3}, ran.errors
    assert len(ran.results["scenarios"]) == len(sample()), "it passed the preflight"
    counted = [one for one in ran.results["rules"] if verdict.counts(one["level"], one["answers_for"])]
    assert len(counted) >= 30
    assert [one["id"] for one in counted if one["verdict"] == "PASS"] == []
    assert [one["id"] for one in ran.results["scenarios"] if one["verdict"] == "PASS"] == []


TOUCHES = {
    "INTR-06": "interruptions/interruptions.feature#a-call-that-is-not-answered-leaves-the-exam-as-it-is[2]",
    "INTR-07": "interruptions/interruptions.feature#what-is-done-on-the-auxiliary-phone-does-not-end-the-exam[1]",
    "PHOT-01": "photos/photos.feature#a-page-that-the-sheet-does-not-have-is-not-accepted",
    "SIT-01": "sitting/sitting.feature#nobody-stays-behind-in-the-full-screen-when-the-exam-ends",
    "SIT-02": "sitting/sitting.feature#in-the-full-screen-too-the-time-is-there",
    "SUBM-03": "submission/submission.feature#before-the-submission-the-candidate-is-told-that-nothing-can-be-changed-after-it",
    "WAIT-10": "waiting_room/waiting_room.feature#while-waiting-the-candidate-can-see-herself-in-the-picture",
}
"""Scenarios in which a candidate's touch changes nothing of what is then looked at: each needs a witness that it was felt."""


def test_nothing_passes_for_a_touch_that_no_phone_felt(front: Front) -> None:
    asked = [word for case in TOUCHES.values() for word in ("--scenario", case)]
    ran = run(front("numb"), *asked, "-n", "1", "--evidence", "none")
    verdicts = {one["id"]: one["verdict"] for one in ran.results["scenarios"]}
    assert set(verdicts) == set(TOUCHES.values())
    assert [case for case, found in verdicts.items() if found == "PASS"] == []


PROBES = (
    "interruptions/interruptions.feature#past-the-app-too-the-limit-holds[1]",
    "interruptions/interruptions.feature#one-interruption-counts-once-however-often-the-return-is-told",
    "pairing/pairing.feature#one-phone-that-asks-several-times-at-once-takes-one-place",
)
"""Scenarios about what would be as it is if the platform had never been asked past the app."""


def test_nothing_passes_for_a_request_that_no_platform_heard(front: Front) -> None:
    asked = [word for case in PROBES for word in ("--scenario", case)]
    ran = run(front("barred"), *asked, "-n", "1", "--evidence", "none")
    verdicts = {one["id"]: one["verdict"] for one in ran.results["scenarios"]}
    assert verdicts == dict.fromkeys(PROBES, "INCONCLUSIVE")


def test_several_workers_give_up_together_and_say_it_in_chinese(front: Front) -> None:
    ran = run(front("silent", limit_s=4), *some(), "-n", "2", "--lang", "zh")
    assert ran.code == 3, ran.said
    assert ran.errors.startswith("examgate：未作评判：")
