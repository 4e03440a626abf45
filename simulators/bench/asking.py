"""Controls that only look."""

from typing import Any

from simulators import apps
from simulators.bench import forms
from simulators.bench.ask import Ask
from simulators.bench.stand import Stand
from simulators.core.instants import iso
from simulators.defects.release import product
from simulators.door.errors import Unknown
from simulators.platform import recorded
from simulators.stages import STAGES

RESOLUTION_MS = 1


def world(stand: Stand, _: Ask) -> Any:
    return forms.world(stand.world)


def now(stand: Stand, _: Ask) -> Any:
    return {"now": iso(stand.world.clock.now())}


def phone(stand: Stand, ask: Ask) -> Any:
    return forms.whole_phone(stand.world.handset(ask.names["udid"]), stand.cables)


def records(stand: Stand, ask: Ask) -> Any:
    """What the platform recorded after number `since`; `last` is what to ask from next time."""
    return recorded.page(stand.world.platform, ask.query)


def file(stand: Stand, ask: Ask) -> bytes:
    """The bytes of a file that has arrived at the platform whole."""
    try:
        return stand.world.platform.file(ask.names["sha256"])
    except KeyError as error:
        raise Unknown(f"no file with the digest {ask.names['sha256']} has arrived whole") from error


def uploads(stand: Stand, ask: Ask) -> Any:
    """What was submitted of a sitting, and how much of it has arrived."""
    return {"files": stand.world.platform.uploads(stand.world.sitting(ask.names["sitting"]).sitting)}


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
