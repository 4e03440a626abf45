"""What first use does about the system libraries that a slim machine lacks."""

import importlib.util
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ERRORS = {
    "ImportError: libGL.so.1: cannot open shared object file: No such file or directory": "libGL.so.1",
    "ImportError: libgthread-2.0.so.0: cannot open shared object file: No such file": "libgthread-2.0.so.0",
    "ImportError: /lib/x86_64-linux-gnu/libGL.so.1: file too short": "libGL.so.1",
    "ImportError: Unable to find zbar shared library": "zbar",
    "ModuleNotFoundError: No module named 'cv2'": "",
    "": "",
}


@pytest.fixture
def first_use(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("first_use", root / "tools" / "first_use.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Answer = Callable[..., subprocess.CompletedProcess[str]]


def answering(code: Callable[[list[str]], int], stderr: str = "") -> Answer:
    return lambda command, **_: subprocess.CompletedProcess(command, code(command), "", stderr)


@pytest.mark.parametrize(("error", "library"), ERRORS.items())
def test_the_missing_library_is_named(
    first_use: ModuleType, monkeypatch: pytest.MonkeyPatch, error: str, library: str
) -> None:
    monkeypatch.setattr(first_use.subprocess, "run", answering(lambda _: int(bool(error)), error))
    assert first_use.missing_library("cv2") == library


def test_a_machine_without_zbar_and_without_apt_is_told_and_goes_on(
    first_use: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(first_use, "missing_library", lambda _module: "zbar")
    monkeypatch.setattr(first_use.shutil, "which", lambda _name: None)
    first_use.settle_zbar()
    assert "libzbar0" in capsys.readouterr().err


def test_apt_is_asked_again_after_an_update(first_use: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def apt(command: list[str]) -> int:
        asked.append("update" if command[-1] == "update" else "install")
        return 0 if asked == ["install", "update", "install"] or command[-1] == "update" else 100

    monkeypatch.setattr(first_use, "as_root", list)
    monkeypatch.setattr(first_use.subprocess, "run", answering(apt))
    assert first_use.apt_install("libzbar0")
    assert asked == ["install", "update", "install"]


def test_without_libgl_the_headless_opencv_takes_the_place(
    first_use: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    removed: list[str] = []

    def pip(command: list[str]) -> int:
        removed.append(command[-1])
        return 0

    installed: list[tuple[str, ...]] = []
    monkeypatch.setattr(first_use, "missing_library", lambda _module: "libGL.so.1")
    monkeypatch.setattr(first_use.subprocess, "run", answering(pip))
    monkeypatch.setattr(
        first_use, "install", lambda name, _lock, *options: installed.append((name, *options))
    )
    first_use.settle_opencv(0)
    assert (removed, installed) == (["opencv-python"], [("requirements-slim.lock", "--force-reinstall")])
    assert "libGL.so.1" in capsys.readouterr().err
