"""A run of the tiny target, whose phones tell of their packages, made once; each test has a copy of its folder, and keys."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from conformance.certificate import keys
from conformance.cli import main
from conformance.running import contents
from tests.conformance.conftest import SUITE, TINY, environment

PACKAGE = b"PK\5\6" + 16 * b"\0" + b"\2\0" + b"v1"
"""The bytes that the tiny target's phones tell the digest of."""
SHORT = [*SUITE, "--catalogue", str(TINY / "greenrules"), "-n", "1"]


def target(folder: Path, *words: str, kind: str = "device") -> Path:
    start = json.dumps(["{python}", str(TINY / "target.py"), *words])
    text = (TINY / "tiny.toml").read_text(encoding="utf-8")
    text = text.replace('["{python}", "TARGET"]', start).replace('kind = "device"', f'kind = "{kind}"')
    path = folder / "target.toml"
    path.write_text(text.replace("start_timeout_s = 10", "start_timeout_s = 20"), encoding="utf-8")
    return path


def judged(folder: Path, of: str, features: str = "green") -> Path:
    """Run a tiny suite, by default the one that holds; the run's folder."""
    line = [sys.executable, "-m", "conformance", "run", "--target", of, "--features", str(TINY / features)]
    done = subprocess.run(
        [*line, "--out", str(folder / "out"), "--evidence", "full", *SHORT],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        cwd=folder,
        timeout=120,
    )
    assert (folder / "out" / "latest").is_dir(), done.stdout + done.stderr
    return folder / "out" / "latest"


@dataclass(frozen=True)
class Desk:
    """Everything that whoever signs has at hand."""

    folder: Path
    run: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def key(self) -> Path:
        return self.folder / "K"

    @property
    def public(self) -> Path:
        return self.folder / "K.pub"

    @property
    def certificate(self) -> Path:
        return self.folder / "C"

    @property
    def apps(self) -> list[str]:
        return ["--main", str(self.folder / "main.apk"), "--aux", str(self.folder / "aux.apk")]

    def examgate(self, *words: str) -> tuple[int, str]:
        """The exit code, and what was said; errors too."""
        code = main([*words, "--lang", "en"])
        said = self.capsys.readouterr()
        return code, said.out + said.err

    def certify(self, *more: str) -> tuple[int, str]:
        where = ["--key", str(self.key), "--out", str(self.certificate), "--run", str(self.run)]
        return self.examgate("certify", *where, *more)

    def verify(self, *more: str) -> tuple[int, str]:
        return self.examgate("verify", str(self.certificate), "--key", str(self.public), *more)

    def flip(self, name: str, at: int = -1) -> Path:
        """Change one byte of a file of the run."""
        path = self.run / name
        content = bytearray(path.read_bytes())
        content[at] ^= 1
        path.unlink()
        path.write_bytes(content)
        return path

    @property
    def evidence(self) -> str:
        return next(name for name in contents.digests(self.run) if name.startswith("evidence/"))


def desk(folder: Path, run: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    keys.new(folder / "K", "Test Office")
    for name in ("main.apk", "aux.apk"):
        (folder / name).write_bytes(PACKAGE)
    copied = folder / "run"
    shutil.copytree(run, copied)
    return Desk(folder, copied, capsys)


@pytest.fixture(scope="session")
def device_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("device")
    return judged(folder, str(target(folder, "packaged")))


@pytest.fixture(scope="session")
def simulated_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("simulated")
    return judged(folder, str(target(folder, "packaged", kind="simulated")))


@pytest.fixture
def office(tmp_path: Path, device_run: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """At which a run of real phones lies."""
    return desk(tmp_path, device_run, capsys)


@pytest.fixture
def rehearsal(tmp_path: Path, simulated_run: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """At which a run of simulated phones lies."""
    return desk(tmp_path, simulated_run, capsys)
