"""Which kit judges: its version, and a digest over everything that can change a verdict."""

from __future__ import annotations

import hashlib
import os
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

from reports.form import Kit

ROOT = Path(__file__).resolve().parents[1]
"""Where the rooms lie: the clone, or the folder that the wheel was installed into."""
COMMAND = "./examgate" if (ROOT / "examgate").is_file() else "examgate"
"""How the user starts it: by the clone's launcher, or by the script that pip has installed."""
ROOMS = ("conformance", "contracts", "features", "steps")
FOREIGN = {"__pycache__", "node_modules"}
JUDGES = {".py", ".toml", ".json", ".yaml", ".feature", ".ini"}


@cache
def kit() -> Kit:
    """This kit."""
    return Kit(version=_version(), digest=_digest())


def _version() -> str:
    try:
        return metadata.version("examgate")
    except metadata.PackageNotFoundError:  # run from a clone that was never installed
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])


def _digest() -> str:
    mark = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in JUDGES and FOREIGN.isdisjoint(path.parts):
                mark.update(f"{path.relative_to(ROOT).as_posix()}\0".encode())
                mark.update(hashlib.sha256(path.read_bytes()).digest())
    return mark.hexdigest()


def environment() -> dict[str, str]:
    """That of a child which imports a room: it finds ours, and no folder of the same name where the user stands."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}
