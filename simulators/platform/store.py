"""What the platform must not forget, in one file or in a database that several processes share.

Events are written once and never changed. Those of a sitting and of an account are kept in memory too, because
both are folded at every request. A transaction begins with what other processes have written: rooms name in `learning`
what they do with it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Executable, Select, Table, bindparam, delete, func, insert, select

from simulators.platform.databases import opened
from simulators.platform.eventrows import by_sitting, event, row
from simulators.platform.events import Event
from simulators.platform.tables import EVENTS, FACTS
from simulators.platform.transactions import Transactions

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


class Store(Transactions):
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
        database = opened(where, durable=durable, files=files)
        super().__init__(database)
        self.durable, self.joins = durable, joins
        self.files = database.files
        """The directory of photos and uploads."""
        self._sittings: dict[str, list[Event]] = {}
        self._accounts: dict[str, list[Event]] = {}
        self._pending: list[dict[str, Any]] = []
        self.undone.append(self._forget)
        self.learning: list[Callable[[Sequence[Event]], None]] = []
        """What rooms do with events that other processes have written, at the beginning of a transaction."""
        self.telling = 0
        """The number of what a process told last of its contacts."""
        self._last = self._kept = self._number_of_last_event()
        """The number of the last event, and of the last one before the transaction that has begun."""

    def append(self, events: Iterable[Event], *alongside: Executable) -> tuple[Event, ...]:
        """Keep events, numbered in their order, and whatever belongs to them."""
        with self.group():
            numbered = tuple(replace(one, seq=self._last + n) for n, one in enumerate(events, 1))
            rows = [row(one) for one in numbered]
            if alongside:
                self.write(*alongside)
            self._pending += rows
            self._last += len(numbered)
            for one in numbered:
                self._remember(one)
        return numbered

    def fill(self, events: Sequence[Event], tables: Mapping[Table, Sequence[Mapping[str, Any]]]) -> None:
        """Keep many rows at once, and very many events of sittings and accounts that nobody has asked for yet."""
        numbered = [row(replace(one, seq=self._last + n)) for n, one in enumerate(events, 1)]
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

    def _begin(self) -> None:
        self._kept = self._last
        super()._begin()
        if self.shared:
            self._catch_up()

    def _catch_up(self) -> None:
        with self._trouble():
            last, self.telling = self._database.news()
        fresh = last is not None and last > self._last
        events = self._events(SINCE, seq=self._last) if fresh else []
        for one in events:
            self._last = one.seq
            self._remember(one)
        for learn in self.learning:
            learn(events)

    def _settle(self) -> None:
        self._flush()
        super()._settle()

    def _flush(self) -> None:
        """Events wait until somebody reads them or the transaction ends, and are then written in one go."""
        rows, self._pending = self._pending, []
        if rows:
            self._connection.execute(NEW_EVENTS, rows)

    def _forget(self) -> None:
        self._sittings.clear()
        self._accounts.clear()
        self._pending.clear()
        self._last = self._kept

    def _events(self, statement: Select[Any], **values: object) -> list[Event]:
        with self.group():
            with self._trouble():
                self._flush()
            return [event(one) for one in self.rows(statement, **values)]

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
