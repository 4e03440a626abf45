"""What a durable event costs: `python -m benchmarks store`.

Appends one small event per transaction to SQLite in WAL mode, with and without a flush to the disk, through
the standard library alone and through SQLAlchemy Core: events a second.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlalchemy as sql

from benchmarks import Benchmark, Sizes, say
from benchmarks.measured import Figure, Findings

DETAIL = '{"page": 1, "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}'
EVENTS = sql.Table(
    "events",
    sql.MetaData(),
    sql.Column("seq", sql.Integer, primary_key=True),
    sql.Column("at", sql.String),
    sql.Column("what", sql.String),
    sql.Column("detail", sql.String),
)
ROW = {"at": "2023-01-12T09:45:00.000+08:00", "what": "photo", "detail": DETAIL}


def pragmas(flush: bool) -> list[str]:
    return ["PRAGMA journal_mode=WAL", f"PRAGMA synchronous={'FULL' if flush else 'OFF'}"]


def plain(path: Path, flush: bool, count: int) -> None:
    with closing(sqlite3.connect(path)) as store:
        for pragma in pragmas(flush):
            store.execute(pragma)
        store.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY, at TEXT, what TEXT, detail TEXT)")
        for _ in range(count):
            with store:
                store.execute("INSERT INTO events (at, what, detail) VALUES (:at, :what, :detail)", ROW)


def core(path: Path, flush: bool, count: int) -> None:
    engine = sql.create_engine(f"sqlite:///{path}")
    with engine.connect() as store:
        for pragma in pragmas(flush):
            store.exec_driver_sql(pragma)
        store.commit()
        EVENTS.create(store)
        for _ in range(count):
            store.execute(sql.insert(EVENTS), ROW)
            store.commit()
    engine.dispose()


def rate(write: Callable[[Path, bool, int], None], flush: bool, count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        write(Path(folder) / "events.sqlite", flush, count)
        return count / (time.perf_counter() - begun)


def measure(sizes: Sizes) -> Findings:
    rows = {}
    for name, write in (("sqlite3", plain), ("SQLAlchemy Core", core)):
        say(f"store: {name}")
        on, off = (
            Figure(tuple(rate(write, flush, sizes["events"]) for _ in range(sizes["rounds"])), "/s")
            for flush in (True, False)
        )
        rows[name] = {"WAL, flushed": on, "WAL, not flushed": off}
    return Findings(rows)


BENCHMARK = Benchmark(
    "store",
    "what does a durable event cost?",
    measure,
    full={"events": 2000, "rounds": 3},
    tiny={"events": 5, "rounds": 1},
)
