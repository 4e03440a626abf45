"""The launcher, in a small copy of the house with a command of its own and nothing to install."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

COMMAND = 'import sys\n\n\ndef main():\n    print("ran", *sys.argv[1:])\n    return 7\n'
RAN = 7


@pytest.fixture(scope="module")
def house(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a space in its name, the launcher, an empty lock and a `conformance.cli`; .venv is made."""
    here = tmp_path_factory.mktemp("a house")
    (here / "tools").mkdir()
    (here / "conformance").mkdir()
    shutil.copy(root / "examgate", here)
    shutil.copy(root / "tools" / "first_use.py", here / "tools")
    (here / "conformance" / "__init__.py").touch()
    (here / "conformance" / "cli.py").write_text(COMMAND, encoding="utf-8")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (here / lock).write_text("# nothing\n", encoding="utf-8")
    first = launch(here, "hello")
    assert (first.returncode, first.stdout) == (RAN, "ran hello\n"), first.stderr
    assert "first use" in first.stderr
    return here


def launch(
    house: Path, *words: str, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "LC_ALL": "C"} if env is None else dict(env)
    command = [str(house / "examgate"), *words]
    return subprocess.run(
        command, cwd=cwd, env=environ, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_later_use_is_silent_and_passes_words_and_exit_code_on(house: Path) -> None:
    later = launch(house, "run", "--seed", "a b")
    assert (later.returncode, later.stdout, later.stderr) == (RAN, "ran run --seed a b\n", "")


def test_it_works_from_a_folder_with_packages_of_the_same_names(house: Path, tmp_path: Path) -> None:
    (tmp_path / "conformance").mkdir()
    (tmp_path / "conformance" / "__init__.py").write_text(
        "raise SystemExit('the wrong one')", encoding="utf-8"
    )
    assert launch(house, "run", cwd=tmp_path).stdout == "ran run\n"


def test_it_works_through_a_link_and_with_no_environment_at_all(house: Path, tmp_path: Path) -> None:
    link = tmp_path / "examgate"
    link.symlink_to(house / "examgate")
    bare = subprocess.run([link, "run"], env={}, capture_output=True, text=True, check=False)
    assert (bare.returncode, bare.stdout) == (RAN, "ran run\n")


def test_an_interrupted_first_use_is_begun_anew(house: Path) -> None:
    shutil.rmtree(house / ".venv")
    (house / ".venv").mkdir()
    (house / ".venv" / "examgate.unfinished").touch()
    again = launch(house, "run")
    assert (again.returncode, again.stdout) == (RAN, "ran run\n")
    assert "anew" in again.stderr
    assert not list(house.glob(".venv.old*"))


def test_a_changed_lock_is_followed(house: Path) -> None:
    with (house / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# one more line\n")
    assert "first use" in launch(house, "run").stderr
    assert launch(house, "run").stderr == ""


def test_two_first_uses_at_once_both_run(house: Path) -> None:
    (house / ".venv" / "requirements.lock").unlink()
    command = [str(house / "examgate"), "run"]
    together = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    answers = [(*process.communicate(timeout=120), process.returncode) for process in together]
    assert [(out, code) for out, _, code in answers] == [("ran run\n", RAN)] * 3
    assert sum("ready" in err or "就绪" in err for _, err, _ in answers) == 1


@pytest.mark.parametrize(
    ("language", "says"), [("C", "Python 3.11 or newer is missing"), ("zh_CN.UTF-8", "缺少 Python 3.11")]
)
def test_without_python_one_line_says_what_to_do(
    house: Path, tmp_path: Path, language: str, says: str
) -> None:
    bare = tmp_path / "house"
    shutil.copytree(house, bare, ignore=shutil.ignore_patterns(".venv"))
    answer = launch(bare, "run", env={**os.environ, "LC_ALL": language, "EXAMGATE_PYTHON": "no-such-python"})
    assert answer.returncode == 3
    assert answer.stderr.count("\n") == 1
    assert says in answer.stderr
    assert "apt-get install" in answer.stderr
