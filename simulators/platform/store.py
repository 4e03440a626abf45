"""What the platform must not forget, in one file or in a database that several processes share.

Events are written once and never changed. Those of a sitting and of an account are kept in memory too, because
both are folded at every request.

What is done inside one `group` is one transaction. Where it cannot be kept, nothing of it is left: neither on the disk
nor in the memory of any room, each of which names in `undone` what it then forgets. Groups of several processes come one
after another, and each begins with what the others have written: rooms name in `learning` what they do with it.
"""

import errno
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any

import msgspec
from sqlalchemy import Executable, Select, Table, bindparam, delete, func, insert, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from simulators.core.instants import iso, parse
from simulators.platform.databases import opened
from simulators.platform.events import VOCABULARY, Event
from simulators.platform.tables import EVENTS, FACTS

OURS = (DataError, IntegrityError, ProgrammingError)
"""What a database says of a statement; anything else that it says is about itself."""

IN_ORDER = select(EVENTS).order_by(EVENTS.c.seq)
FACTS_ONLY = IN_ORDER.where(EVENTS.c.what != "refused")
OF_SITTINGS = FACTS_ONLY.where(EVENTS.c.sitting.in_(bindparam("which", expanding=True)))
OF_ACCOUNT = FACTS_ONLY.where(EVENTS.c.account == bindparam("which"), EVENTS.c.sitting.is_(None))
TOLD_OF = IN_ORDER.where(EVENTS.c.sitting == bindparam("which"))
OF_WORDS = IN_ORDER.where(EVENTS.c.what.in_(bindparam("which", expanding=True)))
SINCE = IN_ORDER.where(EVENTS.c.seq > bindparam("seq"))
SOME_SINCE = SINCE.limit(bindparam("limit"))
NUMBER_OF_LAST = select(func.max(EVENTS.c.seq))
FACT = select(FACTS.c.value).where(FACTS.c.key == bindparam("which"))
NEW_EVENTS = insert(EVENTS)
"""Put together once: a statement that was asked before needs not be understood again."""


class NotKept(Exception):
    """The transaction was not kept and nothing of it is left; `full` where the disk has no room."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.full = (isinstance(error, OSError) and error.errno in NO_ROOM) or "is full" in str(error)


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Store:
    """The tables, and the events of each sitting and account in the order in which they were appended.

    `where` is a file, or the address of a database; `files` the folder of photos and uploads, beside it where none is named.
    Who `joins` others comes to a platform that is at work.
    """

    def __init__(
        self,
        where: str | Path,
        *,
        durable: bool = True,
        files: Path | None = None,
        joins: bool = False,
    ) -> None:
        self.durable, self.joins = durable, joins
        self._database = opened(where, durable=durable, files=files)
        self._connection = self._database.connection
        self.reopened, self.shared = self._database.reopened, self._database.shared
        self.files = self._database.files
        """The directory of photos and uploads."""
        self._sittings: dict[str, list[Event]] = {}
        self._accounts: dict[str, list[Event]] = {}
        self._turn = RLock()
        self._inside = False
        self._broken: NotKept | None = None
        self._pending: list[dict[str, Any]] = []
        self._afterwards: list[Callable[[], None]] = []
        self.settling: list[Callable[[], None]] = []
        """What must be on the disk before a transaction is: called where one is about to be kept."""
        self.undone: list[Callable[[], None]] = [self._forget]
        """What is forgotten where a transaction was not kept."""
        self.learning: list[Callable[[Sequence[Event]], None]] = []
        """What rooms do with events that other processes have written, at the beginning of a transaction."""
        self.telling = 0
        """The number of what a process told last of its contacts."""
        self._last = 0
        self._last = self._number_of_last_event()

    @contextmanager
    def group(self) -> Iterator[None]:
        """One thread at a time; everything inside is one transaction, kept when the outermost group ends. NotKept where it
        cannot be. An exception of the inside does not take back what was written whole before it.
        """
        with self._turn:
            if self._inside:
                yield
                return
            self._inside, before = True, self._last
            try:
                self._catch_up()
                try:
                    yield
                finally:
                    self._keep()
            except NotKept:
                self._undo(before)
                raise
            finally:
                self._inside, self._broken = False, None
            actions, self._afterwards = self._afterwards, []
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

    def append(self, events: Iterable[Event], *alongside: Executable) -> tuple[Event, ...]:
        """Keep events, numbered in their order, and whatever belongs to them."""
        with self.group():
            numbered = tuple(replace(one, seq=self._last + n) for n, one in enumerate(events, 1))
            rows = [_row(one) for one in numbered]
            if alongside:
                self.write(*alongside)
            self._pending += rows
            self._last += len(numbered)
            for one in numbered:
                self._remember(one)
        return numbered

    def fill(self, events: Sequence[Event], tables: Mapping[Table, Sequence[Mapping[str, Any]]]) -> None:
        """Keep many rows at once, and very many events of sittings and accounts that nobody has asked for yet."""
        numbered = [_row(replace(one, seq=self._last + n)) for n, one in enumerate(events, 1)]
        with self.group(), self._trouble(), self._connection.begin_nested():
            for table, rows in {**tables, EVENTS: numbered}.items():
                if rows:
                    self._connection.execute(insert(table), rows)
            self._last += len(numbered)

    def of_sitting(self, sitting: str) -> Sequence[Event]:
        """The facts of one sitting; what was refused changed nothing and is left out."""
        self.fetch([sitting])
        return self._sittings[sitting]

    def fetch(self, sittings: Iterable[str]) -> None:
        """Ask for the facts of several sittings at once, so that none of them is asked for alone."""
        fresh = [one for one in sittings if one not in self._sittings]
        if fresh:
            found = by_sitting(self._events(OF_SITTINGS, which=fresh))
            self._sittings |= {one: found.get(one, []) for one in fresh}

    def of_account(self, account: str) -> Sequence[Event]:
        """The facts of one account that belong to no sitting, refusals left out."""
        if account in self._accounts:
            return self._accounts[account]
        found = self._events(OF_ACCOUNT, which=account)
        if found:  # of those that there are not, anybody can name as many as he likes
            self._accounts[account] = found
        return found

    def told_of(self, sitting: str) -> list[Event]:
        """Everything that was recorded of one sitting, refusals too."""
        return self._events(TOLD_OF, which=sitting)

    def of_words(self, words: Iterable[str]) -> list[Event]:
        """All events of these words, in order."""
        return self._events(OF_WORDS, which=list(words))

    def since(self, seq: int, limit: int | None = None) -> list[Event]:
        """All events after number `seq`, or the first `limit` of them."""
        if limit is None:
            return self._events(SINCE, seq=seq)
        return self._events(SOME_SINCE, seq=seq, limit=limit)

    def fact(self, key: str) -> str | None:
        """What is kept of the platform itself under a name."""
        rows = self.rows(FACT, which=key)
        return str(rows[0]["value"]) if rows else None

    def keep_fact(self, key: str, value: str) -> None:
        self.write(delete(FACTS).where(FACTS.c.key == key), insert(FACTS).values(key=key, value=value))

    def close(self) -> None:
        self._database.close()

    def _catch_up(self) -> None:
        if not self.shared:
            return
        self._hold()
        with self._trouble():
            last, self.telling = self._database.news()
        fresh = last is not None and last > self._last
        events = self._events(SINCE, seq=self._last) if fresh else []
        for one in events:
            self._last = one.seq
            self._remember(one)
        for learn in self.learning:
            learn(events)

    def _hold(self) -> None:
        """Once more where the connection was lost while nobody asked for anything; what was remembered is forgotten then."""
        try:
            with self._trouble():
                self._database.hold()
        except NotKept:
            self._undo(self._last)
            self._broken = None
            with self._trouble():
                self._database.hold()

    def _keep(self) -> None:
        if self._broken is not None:
            raise self._broken
        with self._trouble():
            self._flush()
            for settle in self.settling:
                settle()
            self._connection.commit()

    def _flush(self) -> None:
        """Events wait until somebody reads them or the transaction ends, and are then written in one go."""
        rows, self._pending = self._pending, []
        if rows:
            self._connection.execute(NEW_EVENTS, rows)

    def _undo(self, last: int) -> None:
        with suppress(DBAPIError):
            self._connection.rollback()
        self._last = last
        for forget in self.undone:
            forget()

    def _forget(self) -> None:
        self._sittings.clear()
        self._accounts.clear()
        self._pending.clear()
        self._afterwards.clear()

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except OURS:
            raise
        except (DBAPIError, OSError) as error:
            self._broken = NotKept(error)
            raise self._broken from error

    def _events(self, statement: Select[Any], **values: object) -> list[Event]:
        with self.group():
            with self._trouble():
                self._flush()
            return [_event(row) for row in self.rows(statement, **values)]

    def _remember(self, one: Event) -> None:
        if one.what == "refused":
            return
        table, key = (self._accounts, one.account) if one.sitting is None else (self._sittings, one.sitting)
        if key in table:
            table[key].append(one)

    def _number_of_last_event(self) -> int:
        last = self._connection.execute(NUMBER_OF_LAST).scalar()
        self._connection.rollback()
        return int(last or 0)


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
