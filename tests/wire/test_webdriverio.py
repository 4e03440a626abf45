"""A second client in another language: WebdriverIO drives both phones of a candidate through a piece of the exam."""

import fcntl
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.needs_node
ROOT = Path(__file__).resolve().parents[2]
CLIENT = Path(__file__).parent / "webdriverio"
LOCK, INSTALLED = CLIENT / "package-lock.json", CLIENT / "node_modules" / ".installed"
OVER = "the journey is over"
PAIRS = [("oppo-a55-5g", "iphone-13"), ("iphone-15", "huawei-mate-50")]


@pytest.fixture(scope="module")
def client() -> Path:
    """The journey's folder with what it needs, fetched once by one worker; afterwards no network is asked for."""
    with LOCK.open() as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        if not INSTALLED.exists() or INSTALLED.read_bytes() != LOCK.read_bytes():
            _install()
    return CLIENT


def _install() -> None:
    npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(npm, cwd=CLIENT, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        pytest.skip(f"not run here: webdriverio cannot be installed ({done.stderr.strip()[-300:]})")
    shutil.copyfile(LOCK, INSTALLED)


@contextmanager
def simulated(main: str, aux: str) -> Iterator[dict[str, Any]]:
    """What `examgate simulate` says of a candidate whose exam is about to open."""
    command = [str(ROOT / "examgate"), "simulate", "--stage", "confirmed", "--main", main, "--aux", aux]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told: dict[str, Any] = json.loads(process.stdout.readline())
            yield told
        finally:
            process.terminate()


@pytest.mark.parametrize(("main", "aux"), PAIRS)
def test_webdriverio_drives_both_phones_through_the_pairing(client: Path, main: str, aux: str) -> None:
    with simulated(main, aux) as told:
        journey = ["node", str(client / "journey.mjs"), json.dumps(told)]
        done = subprocess.run(journey, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == OVER
