"""Controls that only look."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import simulators
from simulators import apps, defects
from simulators.bench import forms
from simulators.bench.ask import Ask
from simulators.bench.errors import BadBody, Unknown
from simulators.bench.stand import Stand
from simulators.core.instants import iso
from simulators.stages import STAGES

RESOLUTION_MS = 1
BUILT_OF = {".py", ".toml", ".html", ".css", ".js", ".j2"}


def world(stand: Stand, _: Ask) -> Any:
    return forms.world(stand.world)


def now(stand: Stand, _: Ask) -> Any:
    return {"now": iso(stand.world.clock.now())}


def phone(stand: Stand, ask: Ask) -> Any:
    return forms.whole_phone(stand.world.handset(ask.names["udid"]), stand.cables)


def records(stand: Stand, ask: Ask) -> Any:
    """What the platform recorded after number `since`; `last` is what to ask from next time."""
    text = ask.query.get("since", "0")
    if not (text.isascii() and text.isdigit()):
        raise BadBody("since", text, "a whole number, 0 or more")
    found = [dict(record) for record in stand.world.platform.records(int(text))]
    return {"records": found, "last": max((int(row["seq"]) for row in found), default=int(text))}


def file(stand: Stand, ask: Ask) -> bytes:
    """The bytes of a file that has arrived at the platform whole."""
    try:
        return stand.world.platform.file(ask.names["sha256"])
    except KeyError as error:
        raise Unknown(f"no file with the digest {ask.names['sha256']} has arrived whole") from error


def uploads(stand: Stand, ask: Ask) -> Any:
    """What was submitted of a sitting, and how much of it has arrived."""
    return {"files": stand.world.platform.uploads(stand.world.sitting(ask.names["sitting"]).sitting)}


def product() -> dict[str, str]:
    """What this bench drives: the reference apps and platform of this package, and the defects that this release has."""
    try:
        number = version("examgate")
    except PackageNotFoundError:
        number = "unpacked"
    return {
        "name": "examgate reference system",
        "version": "+".join((number, *defects.installed())),
        "build": build(),
        "environment": "simulated",
    }


@cache
def build() -> str:
    """The bytes of the simulated world that runs here, its defects with them."""
    mark = sha256("+".join(defects.installed()).encode())
    folder = Path(simulators.__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.suffix in BUILT_OF):
        mark.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        mark.update(sha256(path.read_bytes()).digest())
    return mark.hexdigest()


def controls(names: tuple[str, ...], stand: Stand) -> Any:
    return {
        "controls": list(names),
        "resolution_ms": RESOLUTION_MS,
        "clock": stand.clock_name,
        "product": product(),
        "basis": apps.basis(),
        "stages": list(STAGES),
        "simulated": True,
    }
