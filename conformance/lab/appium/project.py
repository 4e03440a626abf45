"""Where the npm project with Appium and its drivers is installed, and what is to be done where it is not.

The project's own two files travel with the kit (`conformance/appium`). A clone is installed in place; an installed kit's folder
belongs to pip, so there the packages go to the user's cache, in a folder for these very versions.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from conformance.kit import ROOT
from conformance.saying import Stopped
from reports.form import Text

OWN = Path(str(files("conformance") / "appium"))
MANIFEST, LOCK = "package.json", "package-lock.json"
PLACE = "EXAMGATE_APPIUM"
"""The variable that names another folder in which the project is installed."""
NODES = ((20, 19), (22, 12), (24, 0))
"""The oldest release of each line of Node that Appium 3 runs on; later lines all do."""
INSTALL = "npm ci --ignore-scripts --no-audit --no-fund"


@dataclass(frozen=True, slots=True)
class Project:
    """What is installed: the project's folder, Node, and adb (empty where it is not needed)."""

    folder: Path
    node: str
    adb: str = ""

    @property
    def server(self) -> Path:
        return self.folder / "node_modules" / "appium" / "index.js"


def found(adb: bool, environment: Mapping[str, str] = os.environ) -> Project:
    """The project, ready to be started; Stopped with one line: what is missing, and the command that installs it."""
    node = _node()
    folder = next(filter(installed, places(environment)), None)
    if folder is None:
        raise Stopped(_missing(places(environment)[-1], not shutil.which("npm")))
    tool = shutil.which("adb") or ""
    if adb and not tool:
        raise Stopped(
            Text(
                "adb is missing; on Debian and Ubuntu: apt-get install adb",
                "缺少 adb；Debian、Ubuntu 可执行：apt-get install adb",
            )
        )
    return Project(folder, node, tool if adb else "")


def versions(folder: Path = OWN) -> Mapping[str, str]:
    """The packages that the project asks for, and which version of each."""
    wanted: Mapping[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["devDependencies"]
    return wanted


def installed(folder: Path) -> bool:
    """Whether these very versions are there."""
    return all(
        _version(folder / "node_modules" / name / MANIFEST) == said for name, said in versions().items()
    )


def _version(manifest: Path) -> str:
    try:
        return str(json.loads(manifest.read_text(encoding="utf-8")).get("version", ""))
    except (OSError, ValueError):
        return ""


def places(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where the packages may be; the last is where they are to be put."""
    if environment.get(PLACE):
        return (Path(environment[PLACE]),)
    own_clone = (ROOT / "examgate").is_file() and os.access(OWN, os.W_OK)
    return (OWN,) if own_clone else (OWN, cache(environment))


def cache(environment: Mapping[str, str]) -> Path:
    """The folder of the user's cache for the versions of this lock."""
    base = Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    lock = hashlib.sha256((OWN / LOCK).read_bytes()).hexdigest()
    return base / "examgate" / f"appium-{lock[:12]}"


def command(folder: Path) -> str:
    """What installs the packages there."""
    install = f"{INSTALL} --prefix {shlex.quote(str(folder))}"
    if folder.resolve() == OWN.resolve():
        return install
    copy = f"cp {shlex.quote(str(OWN / MANIFEST))} {shlex.quote(str(OWN / LOCK))} {shlex.quote(str(folder))}"
    return f"mkdir -p {shlex.quote(str(folder))} && {copy} && {install}"


def _missing(folder: Path, no_npm: bool) -> Text:
    line = command(folder)
    before = Text("npm and ", "npm 及 ") if no_npm else Text()
    first = "apt-get install npm && " if no_npm else ""
    return Text(
        f"{before.en}Appium and its drivers are missing; install them with: {first}{line}",
        f"缺少 {before.zh}Appium 及其驱动，请执行：{first}{line}",
    )


def _node() -> str:
    node = shutil.which("node")
    version = _node_version(node) if node else ()
    if node and _new_enough(version):
        return node
    there = ".".join(map(str, version))
    seen = Text(f"; there is {there}", f"，现有 {there}") if there else Text()
    raise Stopped(
        Text(
            f"Node 20.19, 22.12 or newer is missing{seen.en}; on Debian 13 and Ubuntu 25.04 or newer: "
            "apt-get install nodejs npm; elsewhere: https://nodejs.org",
            f"缺少 Node 20.19、22.12 或更新版本{seen.zh}；Debian 13、Ubuntu 25.04 及更新版本可执行：apt-get install nodejs npm；"
            "其他系统见 https://nodejs.org",
        )
    )


def _node_version(node: str) -> tuple[int, ...]:
    try:
        told = subprocess.run([node, "--version"], capture_output=True, check=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(map(int, re.findall(r"\d+", told.decode(errors="replace"))))


def _new_enough(version: tuple[int, ...]) -> bool:
    line, release = version[:1], version[1:2]
    newest = NODES[-1][0]
    return line > (newest,) or any(line == (one,) and release >= (least,) for one, least in NODES)
