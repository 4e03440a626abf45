"""The one file in which the platform keeps what it must not forget: SQLite in WAL mode, one writer.

Events are written once and never changed. Those of a sitting are kept in memory too, because a sitting is
folded at every request. A second process is kept out by a lock on a file beside the store.
"""

import fcntl
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import msgspec
from sqlalchemy import Executable, create_engine, event, insert, select
from sqlalchemy.engine import Connection, Engine, RowMapping
from sqlalchemy.pool import StaticPool

from simulators.core.instants import iso, parse
from simulators.platform.events import VOCABULARY, Event
from simulators.platform.tables import EVENTS, SCHEMA

SYNCHRONOUS = {True: "FULL", False: "OFF"}
"""A scenario's world may lose its last second with the machine; nothing else may."""


class StoreError(Exception):
    """The store cannot be used; the text says which file, why and what to do."""


class Store:
    """The tables, and the events of each sitting in the order in which they were appended."""

    def __init__(self, path: str | Path, *, durable: bool = True) -> None:
        self.path, self.durable = Path(path), durable
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _keep_others_out(self.path)
        self.reopened = self.path.exists()
        self._engine = _engine(self.path, SYNCHRONOUS[durable])
        SCHEMA.create_all(self._engine)
        self._connection: Connection = self._engine.connect()
        self._sittings: dict[str, list[Event]] = {}
        self._last = self._number_of_last_event()

    @property
    def files(self) -> Path:
        """The directory of photos and uploads."""
        return self.path.with_name(self.path.name + ".files")

    def rows(self, statement: Executable) -> Sequence[RowMapping]:
        """Read; the rows as mappings."""
        found = self._connection.execute(statement).mappings().all()
        self._connection.rollback()
        return found

    def write(self, *statements: Executable) -> None:
        """Write in one transaction: all of it is kept, or nothing."""
        with self._connection.begin():
            for statement in statements:
                self._connection.execute(statement)

    def append(self, events: Iterable[Event], *alongside: Executable) -> tuple[Event, ...]:
        """Keep events, numbered in their order, and whatever belongs to the same transaction."""
        numbered = tuple(replace(one, seq=self._last + n) for n, one in enumerate(events, 1))
        self.write(*(insert(EVENTS).values(_row(one)) for one in numbered), *alongside)
        self._last += len(numbered)
        for one in numbered:
            if one.sitting in self._sittings and one.what != "refused":
                self._sittings[one.sitting].append(one)
        return numbered

    def of_sitting(self, sitting: str) -> Sequence[Event]:
        """The facts of one sitting; what was refused changed nothing and is left out."""
        if sitting not in self._sittings:
            facts = select(EVENTS).where(EVENTS.c.sitting == sitting, EVENTS.c.what != "refused")
            self._sittings[sitting] = [_event(row) for row in self.rows(facts.order_by(EVENTS.c.seq))]
        return self._sittings[sitting]

    def since(self, seq: int) -> list[Event]:
        """All events after number `seq`."""
        return [
            _event(row) for row in self.rows(select(EVENTS).where(EVENTS.c.seq > seq).order_by(EVENTS.c.seq))
        ]

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()
        self._lock.close()

    def _number_of_last_event(self) -> int:
        last = self.rows(select(EVENTS.c.seq).order_by(EVENTS.c.seq.desc()).limit(1))
        return int(last[0]["seq"]) if last else 0


def by_sitting(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    """Events grouped by the sitting that they belong to, those of none left out."""
    grouped: dict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.sitting is not None:
            grouped[one.sitting].append(one)
    return grouped


def _engine(path: Path, synchronous: str) -> Engine:
    # One connection for all threads: the platform's own lock lets one request in at a time.
    engine = create_engine(
        f"sqlite:///{path}", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA synchronous={synchronous}")

    return engine


def _keep_others_out(path: Path) -> IO[str]:
    lock = path.with_name(path.name + ".lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.seek(0)
        holder = lock.read().strip() or "unknown"
        lock.close()
        text = f"{path} is in use by process {holder}; end that platform or name another file"
        raise StoreError(text) from error
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def _row(one: Event) -> dict[str, Any]:
    if one.what not in VOCABULARY:
        raise ValueError(
            f"{one.what!r} is no word of the platform's records: {', '.join(sorted(VOCABULARY))}"
        )
    return {
        "seq": one.seq,
        "at": iso(one.at),
        "what": one.what,
        "sitting": one.sitting,
        "account": one.account,
        "device": one.device,
        "detail": msgspec.json.encode(dict(one.detail)).decode(),
    }


def _event(row: RowMapping) -> Event:
    return Event(
        at=parse(row["at"]),
        what=row["what"],
        sitting=row["sitting"],
        account=row["account"],
        device=row["device"],
        detail=msgspec.json.decode(row["detail"]),
        seq=row["seq"],
    )
