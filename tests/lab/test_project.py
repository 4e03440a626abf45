"""Where Appium and its drivers are looked for, and what is said where they are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conformance.lab.appium import project
from conformance.lab.appium.project import LOCK, MANIFEST, OWN
from conformance.saying import Stopped


def put(folder: Path, **versions: str) -> Path:
    for name, version in versions.items():
        place = folder / "node_modules" / name.replace("_", "-") / MANIFEST
        place.parent.mkdir(parents=True)
        place.write_text(json.dumps({"version": version}), encoding="utf-8")
    return folder


VERSIONS = {name.replace("-", "_"): version for name, version in project.versions().items()}


def test_it_is_installed_where_every_package_has_its_version(tmp_path: Path) -> None:
    assert set(project.versions()) == {"appium", "appium-uiautomator2-driver", "appium-xcuitest-driver"}
    assert project.installed(put(tmp_path / "whole", **VERSIONS))
    assert not project.installed(put(tmp_path / "old", **{**VERSIONS, "appium": "2.0.0"}))
    assert not project.installed(tmp_path / "nothing")


def test_the_lock_pins_what_the_project_asks_for() -> None:
    locked = json.loads((OWN / LOCK).read_text(encoding="utf-8"))["packages"]
    assert {
        name: locked[f"node_modules/{name}"]["version"] for name in project.versions()
    } == project.versions()


def test_a_clone_is_installed_in_place_and_an_installed_kit_in_the_user_s_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.places({}) == (OWN,)
    monkeypatch.setattr(project, "ROOT", tmp_path)
    own, cache = project.places({"XDG_CACHE_HOME": str(tmp_path)})
    assert (own, cache.parent) == (OWN, tmp_path / "examgate")
    assert project.places({"EXAMGATE_APPIUM": "there"}) == (Path("there"),)


def test_the_command_that_installs_is_whole(tmp_path: Path) -> None:
    assert project.command(OWN) == f"npm ci --ignore-scripts --no-audit --no-fund --prefix {OWN}"
    there = tmp_path / "a place"
    said = project.command(there)
    assert said.startswith(f"mkdir -p '{there}' && cp {OWN / MANIFEST} {OWN / LOCK} '{there}' && npm ci ")
    assert said.endswith(f"--prefix '{there}'")


OLD = ((), (18, 20), (20, 18), (21, 9), (22, 11), (23, 5))
NEW = ((20, 19), (22, 12), (24, 0), (25, 1))


@pytest.mark.parametrize(
    ("version", "enough"), [*((one, False) for one in OLD), *((one, True) for one in NEW)]
)
def test_node_is_new_enough_by_its_line(version: tuple[int, ...], enough: bool) -> None:
    assert project._new_enough(version) is enough


def fake(folder: Path, **tools: str) -> str:
    for name, says in tools.items():
        (folder / name).write_text(f"#!/bin/sh\necho {says}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return str(folder)


def missing(monkeypatch: pytest.MonkeyPatch, path: str, there: Path, *, adb: bool = True) -> str:
    monkeypatch.setenv("PATH", path)
    with pytest.raises(Stopped) as stopped:
        project.found(adb, {"EXAMGATE_APPIUM": str(there)})
    assert "\n" not in stopped.value.sentence.en + stopped.value.sentence.zh
    return stopped.value.sentence.en


def test_one_line_says_what_is_missing_and_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools, there = tmp_path / "tools", tmp_path / "there"
    tools.mkdir()
    assert "apt-get install nodejs npm" in missing(monkeypatch, str(tools), there)
    assert "; there is 18.20.4;" in missing(monkeypatch, fake(tools, node="v18.20.4"), there)
    said = missing(monkeypatch, fake(tools, node="v20.19.0"), there)
    assert said.startswith("npm and Appium and its drivers are missing")
    assert "apt-get install npm && mkdir -p" in said
    said = missing(monkeypatch, fake(tools, npm="10"), there)
    assert said.startswith("Appium and its drivers are missing; install them with: mkdir -p")
    put(there, **VERSIONS)
    assert "apt-get install adb" in missing(monkeypatch, str(tools), there)


def test_what_is_there_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", fake(tmp_path, node="v22.12.0", adb="adb"))
    put(tmp_path, **VERSIONS)
    here = {"EXAMGATE_APPIUM": str(tmp_path)}
    assert project.found(adb=True, environment=here) == project.Project(
        tmp_path, str(tmp_path / "node"), str(tmp_path / "adb")
    )
    assert project.found(adb=False, environment=here).adb == ""
