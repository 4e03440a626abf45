"""Where a store's tables are: a file of this process's own, or a database that several processes share."""

from pathlib import Path
from typing import Protocol

from sqlalchemy.engine import Connection

from simulators.platform import postgres
from simulators.platform.opening import File


class Database(Protocol):
    """An open database with its tables, and the folder of photos and uploads beside it."""

    @property
    def connection(self) -> Connection:
        """The one connection, for all threads: the store lets one of them in at a time."""

    @property
    def files(self) -> Path: ...

    @property
    def reopened(self) -> bool:
        """Whether the tables were there before."""

    @property
    def shared(self) -> bool:
        """Whether other processes may write to it."""

    def hold(self) -> None:
        """Begin a transaction that no other process has one beside."""

    def news(self) -> tuple[int | None, int]:
        """In it: the number of the last event that is kept, and of what a process told last of its contacts."""

    def close(self) -> None: ...


def opened(where: str | Path, *, durable: bool, files: Path | None = None) -> Database:
    """The database at an address such as postgresql://user@host/name, or else the file. StoreError where it cannot be
    used."""
    if postgres.is_server(where):
        return postgres.Server(str(where), durable=durable, files=files)
    return File(Path(where), durable=durable, files=files)
