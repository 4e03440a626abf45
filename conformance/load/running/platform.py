"""The platform that a load run is held against: started as a process of its own, or one that is there already."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

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
GONE = Text("the platform ended before its time", "平台提前结束")
STORE, LOG = "store", "platform.log"
MOST_SHOWN = 200


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


@dataclass(slots=True)
class There:
    """A platform that answers. `own` is None where it was there before the run."""

    url: str
    bench: Bench
    store: str = ""
    own: Own | None = None

    @property
    def pid(self) -> int | None:
        return self.own.child.process.pid if self.own else None

    @property
    def gone(self) -> Text | None:
        """That the platform of the run's own has ended though nobody asked for that, with its last words."""
        if self.own is None or self.own.child.alive or self.own.away:
            return None
        last = self.own.child.last_words().rpartition("\n")[2]
        return Text(f"{GONE.en}: {last}", f"{GONE.zh}：{last}") if last else GONE

    @property
    def complained(self) -> Text | None:
        """That the platform of the run's own has written into its log, as it does of nothing that is in order."""
        if self.own is None:
            return None
        with self.own.log.open(encoding="utf-8", errors="replace") as log:
            first = next(log, "").strip()[:MOST_SHOWN]
            count = 1 + sum(1 for _ in log)
        if not first:
            return None
        return Text(
            f"the platform has written into {LOG} ({count} lines); the first: {first}",
            f"平台在 {LOG} 中写入了 {count} 行日志，第一行：{first}",
        )


@dataclass(slots=True)
class Own:
    """A platform that was started here, and how it is started again. `away`: it was killed on purpose."""

    words: list[str]
    token: str
    log: Path
    child: Child
    port: int = 0
    away: bool = False

    def kill(self) -> None:
        """End it as a power cut does."""
        self.away = True
        self.child.process.kill()
        self.child.process.wait()

    def again(self) -> None:
        """Start it on the store and the port that it had."""
        self.child = _start([*self.words, "--port", str(self.port)], self.token, self.log)
        children.first_line(self.child, PLATFORM, START_S)
        self.away = False


@contextlib.contextmanager
def there(wanted: Wanted, crowd: Crowd, parts: tuple[Part, ...], folder: Path) -> Iterator[There]:
    """The platform, ended with the block if it was started here."""
    if wanted.url:
        token = os.environ.get(order.TOKEN, "")
        yield There(wanted.url.rstrip("/"), bench(wanted.bench.rstrip("/"), token))
        return
    # Who plays elsewhere has to know the token, and so may choose it.
    token, store = os.environ.get(order.TOKEN) or secrets.token_hex(16), _store(wanted, crowd, folder)
    words = _words(wanted, crowd, store, folder)
    first = [*words, "--port", "0", "--clock", "real", "--now", parts[0].begins.isoformat()]
    own = Own(words, token, folder / LOG, _start(first, token, folder / LOG))
    try:
        line = children.first_line(own.child, PLATFORM, START_S)
        own.port = urlsplit(line["platform"]).port or 0
        yield There(line["platform"], bench(line["bench"], token), store, own)
    finally:
        own.child.end()


def _start(words: list[str], token: str, log: Path) -> Child:
    return children.start("simulators.platform", words, log, {order.TOKEN: token})


def register(there: There, crowd: Crowd) -> list[dict[str, str]]:
    """Have every candidate registered; the sittings, as account, sitting, subject and session. Stopped where it cannot be."""
    confirmed = crowd.plan.storm is None
    people = [
        {
            "account": one.account,
            "password": one.password,
            "name": one.name,
            "majors": [one.major],
            **({} if confirmed else {"confirmed": False}),
        }
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


def _words(wanted: Wanted, crowd: Crowd, store: str, folder: Path) -> list[str]:
    chosen = crowd.plan.platform
    words = {
        "--db": store,
        "--season": str(crowd.season.path),
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
