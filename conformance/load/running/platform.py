"""The platform that a load run is held against: started as a process of its own, or one that is there already."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conformance.load import order
from conformance.load.bench import Bench, Silent, bench
from conformance.load.pace import Part
from conformance.load.people import Crowd
from conformance.load.running import children
from conformance.load.running.children import Child
from conformance.saying import Stopped
from reports.form import Text

START_S = 120.0
PLATFORM = Text("the platform", "平台")
AT_ONCE = 1000
"""Candidates that are registered with one request."""
STORE, LOG = "store", "platform.log"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks of the platform; an empty `url` has one started. `store`: in the place of the plan's `db`."""

    url: str = ""
    bench: str = ""
    store: str = ""
    defect: str = ""
    defects: tuple[str, ...] = ()
    otlp: str = ""
    otlp_share: float = 0.01


@dataclass(frozen=True, slots=True)
class There:
    """A platform that answers. `child` is None where it was there before the run."""

    url: str
    bench: Bench
    store: str = ""
    child: Child | None = None


@contextlib.contextmanager
def there(wanted: Wanted, crowd: Crowd, parts: tuple[Part, ...], folder: Path) -> Iterator[There]:
    """The platform, ended with the block if it was started here."""
    if wanted.url:
        token = os.environ.get(order.TOKEN, "")
        yield There(wanted.url.rstrip("/"), bench(wanted.bench.rstrip("/"), token))
        return
    token, store = secrets.token_hex(16), _store(wanted, crowd, folder)
    child = children.start(
        "simulators.platform",
        _words(wanted, crowd, parts, store, folder),
        folder / LOG,
        {order.TOKEN: token},
    )
    with children.running(child):
        line = children.first_line(child, PLATFORM, START_S)
        yield There(line["platform"], bench(line["bench"], token), store, child)


def register(there: There, crowd: Crowd) -> list[dict[str, str]]:
    """Have every candidate registered; the sittings, as account, sitting, subject and session. Stopped where it cannot be."""
    major = crowd.season.subject(crowd.plan.day.subject).major
    people = [
        {"account": one.account, "password": one.password, "name": one.name, "majors": [major]}
        for one in crowd
    ]
    found: list[dict[str, str]] = []
    try:
        for first in range(0, len(people), AT_ONCE):
            for one in there.bench.register(people[first : first + AT_ONCE]):
                found += [{"account": one["account"], **_named(sitting)} for sitting in one["sittings"]]
    except Silent as fault:
        raise Stopped(
            Text("the candidates cannot be registered", "无法为考生完成报名"), str(fault)
        ) from fault
    return found


def _named(sitting: dict[str, str]) -> dict[str, str]:
    return {key: sitting[key] for key in ("sitting", "subject", "session")}


def _store(wanted: Wanted, crowd: Crowd, folder: Path) -> str:
    named = wanted.store or crowd.plan.platform.db
    if "://" in named:
        return named
    place = folder / STORE
    place.mkdir(exist_ok=True)
    return str(place / Path(named).name)


def _words(wanted: Wanted, crowd: Crowd, parts: tuple[Part, ...], store: str, folder: Path) -> list[str]:
    chosen = crowd.plan.platform
    words = {
        "--db": store,
        "--season": str(crowd.season.path),
        "--port": "0",
        "--clock": "real",
        "--now": parts[0].begins.isoformat(),
        "--heartbeat": str(chosen.heartbeat_seconds),
        "--password-cost": str(chosen.password_cost),
        "--token-from-env": order.TOKEN,
    }
    more = {"--processes": str(chosen.processes)} if chosen.processes > 1 else {}
    more |= {"--files": str(folder / STORE)} if "://" in store else {}
    defect = {"--defect": wanted.defect} if wanted.defect else {}
    otlp = {"--otlp": wanted.otlp, "--otlp-share": str(wanted.otlp_share)} if wanted.otlp else {}
    given = [word for option in ({**words, **more, **defect, **otlp}).items() for word in option]
    given += [word for file in wanted.defects for word in ("--defects", file)]
    return [*given, "--bench", "--until-eof"]
