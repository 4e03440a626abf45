"""The wheel holds the whole kit: installed elsewhere, it runs from an empty folder and from a hostile one.

The libraries that run this test stand in for those that pip would fetch; `.ci/run` installs the wheel with all of them.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import site
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from conformance.kit import ROOMS, kit

EVERY_ROOM = (*ROOMS, "reports", "simulators")
FEW = "pairing/pairing.feature#a-code-admits-as-many-phones-as-the-notice-says"

pytestmark = pytest.mark.needs_index  # building a wheel fetches setuptools


@pytest.fixture(scope="module")
def wheel(files: list[Path], root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the files that git keeps, so that nothing ignored or left over gets into it."""
    clone = tmp_path_factory.mktemp("clone")
    for file in files:
        place = clone / file.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, place)
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(out),
        str(clone),
    ]
    built = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert built.returncode == 0, built.stderr
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def examgate(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script in an environment of its own, which holds the wheel and, by a `.pth`, the libraries."""
    folder = tmp_path_factory.mktemp("machine") / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=60)
    python = folder / "bin" / "python"
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*command, str(wheel)], check=True, timeout=120)
    (packages,) = (folder / "lib").glob("python3*/site-packages")
    (packages / "libraries.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return folder / "bin" / "examgate"


def call(examgate: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """As from a terminal of somebody who has no clone."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST"))}
    return subprocess.run(
        [str(examgate), *words],
        cwd=cwd,
        env={**clean, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def results(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (folder / "reports" / "out" / "latest" / "results.json").read_text(encoding="utf-8")
    )
    return found


def test_the_wheel_holds_every_file_of_every_room_and_nothing_else(
    wheel: Path, files: list[Path], root: Path
) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    kept = {file.relative_to(root).as_posix() for file in files}
    assert names == {name for name in kept if name.startswith(tuple(f"{room}/" for room in EVERY_ROOM))}


def test_a_run_from_an_empty_folder(examgate: Path, tmp_path: Path, pyproject: dict[str, Any]) -> None:
    ran = call(examgate, tmp_path, "run", "--rules", "PAIR-0[1-3]")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]
    found = results(tmp_path)
    assert found["counts"]["counted"] == {"PASS": len(found["rules"])}
    assert found["kit"] == {
        "name": "examgate",
        "version": pyproject["project"]["version"],
        "digest": kit().digest,
    }
    for view in ("index.html", "junit.xml"):
        assert (tmp_path / "reports" / "out" / "latest" / view).stat().st_size > 1000
    again = shlex.split(found["scenarios"][0]["rerun"])
    assert again[:2] == ["examgate", "run"]
    once_more = call(examgate, tmp_path, *again[1:])
    assert once_more.returncode == 0, once_more.stderr
    assert [one["id"] for one in results(tmp_path)["scenarios"]] == [found["scenarios"][0]["id"]]


@pytest.mark.needs_node
def test_what_an_appium_target_lacks_goes_to_the_user_s_cache_and_not_to_pip_s_folder(
    examgate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ran = call(examgate, tmp_path, "run", "--target", "appium-ios", "--core")
    assert (ran.returncode, ran.stdout) == (3, "")
    (line,) = ran.stderr.splitlines()
    assert "npm ci --ignore-scripts" in line
    assert f"--prefix {tmp_path}/cache/examgate/appium-" in line


def test_folders_of_the_same_names_where_the_user_stands_are_not_taken_for_ours(
    examgate: Path, tmp_path: Path
) -> None:
    for room in EVERY_ROOM:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")
    ran = call(examgate, tmp_path, "run", "--scenario", f"{FEW}[1]", "-n", "2")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert call(examgate, tmp_path, "simulate", "--season", "zjcm-2032").returncode == 3


COMMANDS = {
    "season": ["season", "new", "mine.toml"],
    "letters": ["rules", "--questions"],
    "another season": ["run", "--season", "baotou-2022-dance", "--rules", "WAIT-01"],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_what_needs_data_finds_it(examgate: Path, tmp_path: Path, words: list[str]) -> None:
    ran = call(examgate, tmp_path, *words)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert list(tmp_path.iterdir())


def test_a_seeded_defect_is_found_and_caught(examgate: Path, tmp_path: Path) -> None:
    ran = call(
        examgate, tmp_path, "run", "--defect", "one-phone-more-than-a-code-admits", "--rules", "PAIR-01"
    )
    assert ran.returncode == 1, ran.stdout + ran.stderr


def test_the_projects_own_tests_say_that_they_need_a_clone(examgate: Path, tmp_path: Path) -> None:
    ran = call(examgate, tmp_path, "test")
    assert (ran.returncode, "need a clone" in ran.stderr) == (3, True)
