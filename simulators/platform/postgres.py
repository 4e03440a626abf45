"""A store that several processes share: a PostgreSQL database, whose transactions come one after another.

Whoever begins one holds a lock until it is kept or taken back, and so finds all that the others have kept before it. What a
platform writes is then in one order for everybody, as in a file.
"""

from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from psycopg.types.string import StrDumper
from sqlalchemy import create_engine, event, func, inspect, literal_column, select, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from simulators.platform.opening import StoreError
from simulators.platform.tables import EVENTS, FACTS, LAYOUT, SCHEMA, SHARED, TELLINGS

TURN = 0x6578616D
"""The number of the lock; a database has its own."""
HOLD = f"BEGIN; SELECT pg_advisory_xact_lock({TURN})"
"""In one go, and what is read after it is read as it is then: each statement sees what was kept before it."""
NEWS = select(
    select(func.max(EVENTS.c.seq)).scalar_subquery().label("event"),
    select(literal_column("last_value")).select_from(text(TELLINGS.name)).scalar_subquery().label("telling"),
)
PATIENCE = {
    "connect_timeout": 10,
    "options": "-c lock_timeout=30s -c idle_in_transaction_session_timeout=60s",
}
"""Nobody waits for ever for a process that stands still with the lock."""
NUL, INSTEAD = "\0", "\N{SYMBOL FOR NULL}"
"""PostgreSQL keeps no text with the first in it."""


class _Dumper(StrDumper):
    def dump(self, obj: str) -> Any:
        return super().dump(obj.replace(NUL, INSTEAD) if NUL in obj else obj)


class News(NamedTuple):
    """The number of the last event that is kept, and of what a process told last of its contacts."""

    event: int | None
    telling: int


class Server:
    """One database of a PostgreSQL server, and the folder of its files."""

    shared = True

    def __init__(self, url: str, *, durable: bool, files: Path | None = None) -> None:
        where = _url(url)
        self.files = files or _files(where)
        # What the driver begins by itself would be one more errand for each transaction.
        engine = create_engine(where, poolclass=NullPool, connect_args=PATIENCE, isolation_level="AUTOCOMMIT")
        event.listen(engine, "connect", _settle(durable))
        try:
            self.connection = engine.connect()
        except DBAPIError as error:
            why = str(error.orig).strip().replace("\n", "; ")
            raise StoreError(f"{where.render_as_string()} cannot be opened: {why}") from error
        try:
            self.reopened = _lay_out(self.connection, where)
        except BaseException:
            self.connection.close()
            raise

    def hold(self) -> None:
        """Begin a transaction that no other process has one beside."""
        _hold(self.connection)

    def news(self) -> News:
        return News(*self.connection.execute(NEWS).one())

    def close(self) -> None:
        self.connection.close()


def is_server(where: str | Path) -> bool:
    """Whether this names a database of a server, and no file."""
    return isinstance(where, str) and where.partition(":")[0].partition("+")[0] in ("postgresql", "postgres")


def files(where: str) -> Path:
    """The folder of photos and uploads where none is named: in the present one, by the database's name."""
    return _files(_url(where))


def _files(where: URL) -> Path:
    return Path(f"{where.database}.files")


def _url(text: str) -> URL:
    try:
        return make_url(text).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        example = "postgresql://user@host/database"
        raise StoreError(f"{text!r} is no address of a database; write it like {example}") from error


def _settle(durable: bool) -> Any:
    def connected(connection: "psycopg.Connection[Any]", _: object) -> None:
        connection.adapters.register_dumper(str, _Dumper)
        if not durable:
            connection.execute("SET synchronous_commit = off")
            connection.commit()

    return connected


def _hold(connection: Connection) -> None:
    connection.exec_driver_sql(HOLD)


def _lay_out(connection: Connection, where: URL) -> bool:
    """Make the tables where there are none; whether they were there. StoreError for another layout, or a database of
    somebody else's."""
    with connection.begin():
        _hold(connection)
        there = set(inspect(connection).get_table_names())
        if not there & set(SCHEMA.tables):
            SCHEMA.create_all(connection, checkfirst=False)
            SHARED.create_all(connection, checkfirst=False)
            connection.execute(FACTS.insert().values(key="layout", value=str(LAYOUT)))
            return False
        found = None
        if FACTS.name in there:
            found = connection.execute(select(FACTS.c.value).where(FACTS.c.key == "layout")).scalar()
        if found != str(LAYOUT):
            name = where.render_as_string()
            raise StoreError(
                f"{name} has layout {found or 'of something else'}, this platform reads layout {LAYOUT}; "
                "use the release that made it, or name another database"
            )
        return True
