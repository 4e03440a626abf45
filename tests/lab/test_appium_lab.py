"""A lab with the real Appium and the real adb: it comes up, what is lost of it is started anew, and nothing of it is left."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.needs_appium
ROOT = Path(__file__).resolve().parents[2]
LAB = Path(__file__).parent
TINY = ROOT / "tests" / "conformance" / "tiny"
OWN_FEATURES = ["--catalogue", str(TINY / "rules"), "--features", str(LAB / "faults"), "--steps", "labsteps"]
MARK = "EXAMGATE_TEST_MARK"
LONGEST_S = 540


@dataclass
class Lab:
    """Runs of examgate, every process of which bears a mark. `users` stands where the user's adb server would."""

    folder: Path
    users: socket.socket
    mark: str = field(default_factory=lambda: uuid.uuid4().hex)

    def command(self, *words: str) -> list[str]:
        return [
            *(sys.executable, "-m", "conformance", "run", "--out", str(self.folder / "out"), "--lang", "en"),
            *("--target", "appium-android", "-n", "1", *words),
        ]

    @property
    def environment(self) -> dict[str, str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
        (self.folder / "tmp").mkdir(exist_ok=True)
        path = {
            "TMPDIR": str(self.folder / "tmp"),
            "PYTHONPATH": f"{ROOT}{os.pathsep}{LAB}",
            "LAB_COUNTS": str(self.folder),
            MARK: self.mark,
        }
        return {**clean, **path, "ANDROID_ADB_SERVER_PORT": str(self.users.getsockname()[1])}

    def run(self, *words: str) -> dict[str, Any]:
        """The results of a run that has ended."""
        done = subprocess.run(
            self.command(*words),
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_S,
        )
        assert (self.folder / "out" / "latest").exists(), done.stderr
        found = (self.folder / "out" / "latest" / "results.json").read_text(encoding="utf-8")
        results: dict[str, Any] = json.loads(found)
        return results

    def left(self) -> dict[int, str]:
        """What still runs of all that it has started."""
        found = {}
        for environ in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):
                if f"{MARK}={self.mark}".encode() in environ.read_bytes():
                    found[int(environ.parent.name)] = (
                        (environ.parent / "cmdline").read_text().replace("\0", " ")
                    )
        return found

    def untouched(self) -> bool:
        """Whether nobody has spoken to the user's adb server."""
        self.users.setblocking(False)
        try:
            self.users.accept()
        except BlockingIOError:
            return True
        return False


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    with socket.create_server(("127.0.0.1", 0)) as users:
        yield Lab(tmp_path, users)


def test_what_is_lost_in_a_scenario_is_an_error_of_the_lab_and_the_next_one_is_clean(lab: Lab) -> None:
    results = lab.run("--lab-retries", "9", *OWN_FEATURES)
    told = {one["id"]: (one["verdict"], one["tries"]) for one in results["scenarios"]}
    assert {name: verdict for name, (verdict, _) in told.items()} == dict.fromkeys(told, "PASS")
    assert [tries for name, (_, tries) in told.items() if "[" in name] == [2] * 5
    assert [tries for name, (_, tries) in told.items() if "[" not in name] == [1]
    assert [one["why"] for one in results["attempts"]] == ["begun", "lab"]
    assert {one["drivers"]["main"]["en"].partition(" ")[0] for one in results["scenarios"]} == {
        "UiAutomator2"
    }
    assert lab.left() == {}
    assert lab.untouched()


def test_without_retries_it_stays_an_error_of_the_lab(lab: Lab) -> None:
    only = ["--scenario", "lab/lost.feature#a-part-is-lost[3]"]
    (lost,) = lab.run("--lab-retries", "0", *OWN_FEATURES, *only)["scenarios"]
    assert (lost["verdict"], lost["fault"]) == ("ERROR", "lab")
    assert lab.left() == {}


def test_after_kill_9_of_the_run_nothing_is_left(lab: Lab) -> None:
    with subprocess.Popen(
        lab.command(*OWN_FEATURES, "--scenario", "lab/lost.feature#another-goes-on"),
        env=lab.environment,
        cwd=lab.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as run:
        assert patiently(lambda: any("acceptfd" in one for one in lab.left().values()))
        assert patiently(lambda: any("appium/index.js" in one for one in lab.left().values()))
        os.kill(run.pid, signal.SIGKILL)
    assert patiently(lambda: not lab.left()), lab.left()
    assert not list((lab.folder / "tmp").glob("examgate-lab-*"))
    assert lab.untouched()


def patiently(holds: Any) -> bool:
    """Whether it comes to hold within a minute."""
    pause = threading.Event()
    return any(holds() or pause.wait(0.1) for _ in range(600))
