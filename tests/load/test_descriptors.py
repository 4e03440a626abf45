"""Connections are counted before a day begins, and what is too much is said with what would do."""

import subprocess
import sys

import pytest

from conformance.kit import environment
from conformance.load import plan
from conformance.load.people import Crowd
from conformance.load.running import descriptors
from conformance.saying import Stopped


def crowd(candidates: int) -> Crowd:
    return Crowd(plan.load("day", candidates=candidates))


@pytest.fixture(autouse=True)
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descriptors, "raised", lambda: 1200)


def test_a_day_for_which_there_is_room_begins() -> None:
    assert descriptors.processes(crowd(300), 1, own=True) == 1
    assert descriptors.processes(crowd(300), 3, own=True) == 3


def test_phones_for_which_one_process_is_too_little_are_told_how_many_would_do() -> None:
    with pytest.raises(Stopped, match="--processes 2"):
        descriptors.processes(crowd(450), 1, own=True)
    assert descriptors.processes(crowd(450), 2, own=True) == 2


def test_where_nobody_says_how_many_play_it_is_as_many_as_it_takes() -> None:
    assert [descriptors.processes(crowd(many), 0, own=True) for many in (10, 450)] == [1, 2]


def test_a_platform_of_ours_has_its_limit_too() -> None:
    with pytest.raises(Stopped, match="too many for a platform"):
        descriptors.processes(crowd(600), 2, own=True)
    descriptors.processes(crowd(600), 2, own=False)


RAISING = """
import os, resource
from conformance.load.running import descriptors
resource.setrlimit(resource.RLIMIT_NOFILE, (500, 2000))
{before}
print(descriptors.raised(), *resource.getrlimit(resource.RLIMIT_NOFILE))
"""


@pytest.mark.parametrize("before", ["", "os.geteuid() or os.setuid(65534)"])
def test_the_limit_is_raised_as_far_as_the_system_lets_us(before: str) -> None:
    command = [sys.executable, "-c", RAISING.format(before=before)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment())
    limit, soft, hard = map(int, told.stdout.split())
    assert limit == soft == hard >= 2000
    assert not before or limit == 2000
