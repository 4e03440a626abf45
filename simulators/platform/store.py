"""The one file in which the platform keeps what it must not forget: SQLite in WAL mode, one writer.

Events are written once and never changed. Those of a sitting and of an account are kept in memory too, because
both are folded at every request. A second process is kept out by a lock on a file beside the store, and a file of
another layout by its number.
"""

import fcntl
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from contextvars import ContextVar
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import IO, Any

import msgspec
from sqlalchemy import Executable, Table, create_engine, delete, insert, select
from sqlalchemy.engine import Connection, Engine, RowMapping
from sqlalchemy.pool import NullPool

from simulators.core.instants import iso, parse
from simulators.platform.events import VOCABULARY, Event
from simulators.platform.tables import EVENTS, FACTS, LAYOUT, SCHEMA

SYNCHRONOUS = {True: "FULL", False: "OFF"}
"""A scenario's world may lose its last second with the machine; nothing else may."""


class StoreError(Exception):
    """The store cannot be used; the text says which file, why and what to do."""


class Store:
    """The tables, and the events of each sitting and account in the order in which they were appended."""

    def __init__(self, path: str | Path, *, durable: bool = True) -> None:
        self.path, self.durable = Path(path), durable
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _keep_others_out(self.path)
        self.reopened = self.path.exists()
        try:
            _check_layout(self.path)
            self._connection = _connect(self.path, SYNCHRONOUS[durable])
        except BaseException:
            self._lock.close()
            raise
        self._sittings: dict[str, list[Event]] = {}
        self._accounts: dict[str, list[Event]] = {}
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
            self._remember(one)
        return numbered

    def fill(self, events: Sequence[Event], tables: Mapping[Table, Sequence[Mapping[str, Any]]]) -> None:
        """Keep very many events of sittings and accounts that nobody has asked for yet, with the rows that belong to them."""
        numbered = [_row(replace(one, seq=self._last + n)) for n, one in enumerate(events, 1)]
        with self._connection.begin():
            for table, rows in {**tables, EVENTS: numbered}.items():
                if rows:
                    self._connection.execute(insert(table), rows)
        self._last += len(numbered)

    def of_sitting(self, sitting: str) -> Sequence[Event]:
        """The facts of one sitting; what was refused changed nothing and is left out."""
        if sitting not in self._sittings:
            facts = select(EVENTS).where(EVENTS.c.sitting == sitting, EVENTS.c.what != "refused")
            self._sittings[sitting] = [_event(row) for row in self.rows(facts.order_by(EVENTS.c.seq))]
        return self._sittings[sitting]

    def of_account(self, account: str) -> Sequence[Event]:
        """The facts of one account that belong to no sitting, refusals left out."""
        if account not in self._accounts:
            own = (EVENTS.c.account == account, EVENTS.c.sitting.is_(None), EVENTS.c.what != "refused")
            facts = select(EVENTS).where(*own)
            self._accounts[account] = [_event(row) for row in self.rows(facts.order_by(EVENTS.c.seq))]
        return self._accounts[account]

    def told_of(self, sitting: str) -> list[Event]:
        """Everything that was recorded of one sitting, refusals too."""
        found = select(EVENTS).where(EVENTS.c.sitting == sitting).order_by(EVENTS.c.seq)
        return [_event(row) for row in self.rows(found)]

    def of_words(self, words: Iterable[str]) -> list[Event]:
        """All events of these words, in order."""
        found = select(EVENTS).where(EVENTS.c.what.in_(tuple(words))).order_by(EVENTS.c.seq)
        return [_event(row) for row in self.rows(found)]

    def since(self, seq: int, limit: int | None = None) -> list[Event]:
        """All events after number `seq`, or the first `limit` of them."""
        found = select(EVENTS).where(EVENTS.c.seq > seq).order_by(EVENTS.c.seq).limit(limit)
        return [_event(row) for row in self.rows(found)]

    def fact(self, key: str) -> str | None:
        """What is kept of the platform itself under a name."""
        rows = self.rows(select(FACTS.c.value).where(FACTS.c.key == key))
        return str(rows[0]["value"]) if rows else None

    def keep_fact(self, key: str, value: str) -> None:
        self.write(delete(FACTS).where(FACTS.c.key == key), insert(FACTS).values(key=key, value=value))

    def close(self) -> None:
        self._connection.close()
        self._lock.close()

    def _remember(self, one: Event) -> None:
        if one.what == "refused":
            return
        table, key = (self._accounts, one.account) if one.sitting is None else (self._sittings, one.sitting)
        if key in table:
            table[key].append(one)

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


def by_account(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    """Events of accounts grouped by account; what belongs to a sitting is left out."""
    grouped: dict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.sitting is None and one.account is not None:
            grouped[one.account].append(one)
    return grouped


OPENS: ContextVar[tuple[Path, str]] = ContextVar("store to be opened")
"""Which file the engine is to open next, and how its writes are synchronised."""


def _connect(path: Path, synchronous: str) -> Connection:
    """The store's one connection, for all threads: the platform's own lock lets one request in at a time."""
    opens = OPENS.set((path, synchronous))
    try:
        connection = _engine().connect()
    finally:
        OPENS.reset(opens)
    try:
        _lay_out(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@cache
def _engine() -> Engine:
    """One for all stores of a process: what it has compiled is its own, and each world would compile everything anew."""
    return create_engine("sqlite://", creator=_open, poolclass=NullPool)


def _open() -> sqlite3.Connection:
    path, synchronous = OPENS.get()
    connection = sqlite3.connect(path, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA synchronous={synchronous}")  # first, or the next one waits for the disk
        connection.execute("PRAGMA journal_mode=WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_layout(path: Path) -> None:
    """StoreError for a file of another layout. It is only read, so that it is left as it is."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (found,) = connection.execute("PRAGMA user_version").fetchone()
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} cannot be read as SQLite ({error}); name another one") from error
    if tables != (0,) and found != LAYOUT:
        raise StoreError(
            f"{path} has layout {found or 1}, this platform reads layout {LAYOUT}; "
            "use the release that made the file, or name another one"
        )


def _lay_out(connection: Connection) -> None:
    """Make the tables where there are none, all of them or none: sqlite3 begins no transaction for them by itself."""
    with connection.begin():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        if connection.exec_driver_sql("PRAGMA user_version").scalar_one() != LAYOUT:
            SCHEMA.create_all(connection, checkfirst=False)
            connection.exec_driver_sql(f"PRAGMA user_version={LAYOUT}")


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
