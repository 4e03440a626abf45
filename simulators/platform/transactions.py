"""One transaction after the other: it is kept whole, or nothing of it is left.

What is done inside one `group` is one transaction. Where it cannot be kept, nothing of it is left: neither on the disk
nor in the memory of any room, each of which names in `undone` what it then forgets. Groups of several processes come one
after another.
"""

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import RLock

from sqlalchemy import Executable
from sqlalchemy.engine import RowMapping
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from simulators.platform.databases import Database

OURS = (DataError, IntegrityError, ProgrammingError)
"""What a database says of a statement; anything else that it says is about itself."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class NotKept(Exception):
    """The transaction was not kept and nothing of it is left; `full` where the disk has no room."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.full = (isinstance(error, OSError) and error.errno in NO_ROOM) or "is full" in str(error)


class Transactions:
    """Those of one process on one database."""

    def __init__(self, database: Database) -> None:
        self._database, self._connection = database, database.connection
        self.reopened, self.shared = database.reopened, database.shared
        self._turn = RLock()
        self._inside = False
        self._broken: NotKept | None = None
        self._afterwards: list[Callable[[], None]] = []
        self.settling: list[Callable[[], None]] = []
        """What must be on the disk before a transaction is: called where one is about to be kept."""
        self.undone: list[Callable[[], None]] = [self._afterwards.clear]
        """What is forgotten where a transaction was not kept."""

    @contextmanager
    def group(self) -> Iterator[None]:
        """One thread at a time; everything inside is one transaction, kept when the outermost group ends. NotKept where it
        cannot be. An exception of the inside does not take back what was written whole before it.
        """
        with self._turn:
            if self._inside:
                yield
                return
            self._inside = True
            try:
                self._begin()
                try:
                    yield
                finally:
                    self._keep()
            except NotKept:
                self._undo()
                raise
            finally:
                self._inside, self._broken = False, None
            actions = self._afterwards.copy()
            self._afterwards.clear()
            for action in actions:
                action()

    def afterwards(self, action: Callable[[], None]) -> None:
        """Have something done once this group is kept, and not at all where it is not."""
        with self.group():
            self._afterwards.append(action)

    def rows(self, statement: Executable, **values: object) -> Sequence[RowMapping]:
        """Read; the rows as mappings. `values` are those of the statement's parameters."""
        with self.group(), self._trouble():
            return self._connection.execute(statement, values).mappings().all()

    def write(self, *statements: Executable, **values: object) -> None:
        """Write: all of these statements are kept, or none. `values` are those of their parameters."""
        with self.group(), self._trouble():
            if len(statements) == 1 and not self.shared:
                self._connection.execute(statements[0], values)
                return
            with self._connection.begin_nested():
                for statement in statements:
                    self._connection.execute(statement, values)

    def close(self) -> None:
        self._database.close()

    def _begin(self) -> None:
        """Once more where the connection was lost while nobody asked for anything; what was remembered is forgotten then."""
        if not self.shared:
            return
        try:
            with self._trouble():
                self._database.hold()
        except NotKept:
            self._undo()
            self._broken = None
            with self._trouble():
                self._database.hold()

    def _settle(self) -> None:
        for settle in self.settling:
            settle()

    def _keep(self) -> None:
        if self._broken is not None:
            raise self._broken
        with self._trouble():
            self._settle()
            self._connection.commit()

    def _undo(self) -> None:
        with suppress(DBAPIError):
            self._connection.rollback()
        for forget in self.undone:
            forget()

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except OURS:
            raise
        except (DBAPIError, OSError) as error:
            self._broken = NotKept(error)
            raise self._broken from error
