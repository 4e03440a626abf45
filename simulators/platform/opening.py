"""A store in one file: SQLite in WAL mode, one writer. Others are kept out by a lock on a file beside it, its layout is
looked at, its tables are made."""

import fcntl
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from contextvars import ContextVar
from functools import cache
from itertools import chain
from pathlib import Path
from typing import IO

from sqlalchemy import ClauseElement, create_engine, event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

from simulators.platform.tables import LAYOUT, SCHEMA


class StoreError(Exception):
    """The store cannot be used; the text says which file, why and what to do."""


SYNCHRONOUS = {True: "FULL", False: "OFF"}
"""A scenario's world may lose its last second with the machine; nothing else may."""


class File:
    """One file, and the folder of its files."""

    shared = False

    def __init__(self, path: Path, *, durable: bool, files: Path | None = None) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.files = files or path.with_name(path.name + ".files")
        self._lock = keep_others_out(path)
        self.reopened = path.exists()
        try:
            check_layout(path)
            self.connection = connect(path, SYNCHRONOUS[durable])
        except BaseException:
            self._lock.close()
            raise

    def hold(self) -> None:
        """Nobody else writes to this file."""

    def news(self) -> tuple[int | None, int]:
        return None, 0

    def close(self) -> None:
        self.connection.close()
        self._lock.close()


OPENS: ContextVar[tuple[Path, str]] = ContextVar("store to be opened")
"""Which file the engine is to open next, and how its writes are synchronised."""


def connect(path: Path, synchronous: str) -> Connection:
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
    engine = create_engine("sqlite://", creator=_open, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """sqlite3 by itself begins too late for savepoints: releasing the outermost one would keep what it holds."""
    connection.exec_driver_sql("BEGIN")


def _open() -> sqlite3.Connection:
    path, synchronous = OPENS.get()
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        connection.execute(f"PRAGMA synchronous={synchronous}")  # first, or the next one waits for the disk
        connection.execute("PRAGMA journal_mode=WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def check_layout(path: Path) -> None:
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
    """Make the tables where there are none, all of them or none."""
    with connection.begin():
        if connection.exec_driver_sql("PRAGMA user_version").scalar_one() != LAYOUT:
            for statement in _layout():
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version={LAYOUT}")


@cache
def _layout() -> tuple[str, ...]:
    """The statements that make the tables, put together once: each world of a scenario makes them."""
    elements: Iterable[ClauseElement] = chain.from_iterable(
        (CreateTable(table), *map(CreateIndex, sorted(table.indexes, key=lambda index: str(index.name))))
        for table in SCHEMA.sorted_tables
    )
    return tuple(str(element.compile(_engine())) for element in elements)


def keep_others_out(path: Path) -> IO[str]:
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
