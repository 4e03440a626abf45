"""When each main phone was last heard. It is no event: after an outage silence counts anew, so that the platform's own
outage is charged to no candidate.

Where several processes share a store they tell each other, for a phone's next heartbeat may come to another process. A table
carries it that the database does not keep through a crash of its own, and that is emptied after every outage.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import delete, select, text

from simulators.core.instants import iso, parse
from simulators.platform.events import Event
from simulators.platform.store import Store
from simulators.platform.tables import CONTACTS

TELL = text(
    """
    WITH number AS (SELECT nextval('tellings') AS number), told AS (
        INSERT INTO contacts (sitting, at, number)
        SELECT sitting, at, number FROM unnest(CAST(:sittings AS text[]), CAST(:ats AS text[])) AS heard(sitting, at), number
        ON CONFLICT (sitting) DO UPDATE SET at = excluded.at, number = excluded.number
    )
    SELECT number FROM number
    """
)
"""Many at once, under a number of their own: under the store's lock nobody else takes one."""


class Contacts:
    """`learned` is called with what another process has heard: the sitting, and when."""

    def __init__(self, store: Store, learned: Callable[[str, datetime], None]) -> None:
        self._store, self._learned = store, learned
        self._heard: dict[str, datetime] = {}
        self._untold: set[str] = set()
        self._number, self._outage = 0, not store.joins
        store.undone.append(self._forget)
        if store.shared:
            store.learning.append(self._learn)
            store.settling.append(self._tell)

    def of(self, sitting: str) -> datetime | None:
        return self._heard.get(sitting)

    def heard(self, sitting: str, at: datetime) -> None:
        self._heard[sitting] = at
        self._untold.add(sitting)

    def drop(self, sitting: str) -> None:
        """It makes no difference any more when this phone was heard."""
        self._heard.pop(sitting, None)
        self._untold.discard(sitting)

    def _forget(self) -> None:
        self._heard.clear()
        self._untold.clear()
        self._outage = True

    def _learn(self, _: Sequence[Event]) -> None:
        """What the others have heard."""
        if self._outage:
            self._store.write(delete(CONTACTS))
            self._outage = False
        if self._store.telling <= self._number:
            return
        for row in self._store.rows(select(CONTACTS).where(CONTACTS.c.number > self._number)):
            sitting, at = row["sitting"], parse(row["at"])
            self._heard[sitting] = max(at, self._heard.get(sitting, at))
            self._learned(sitting, at)
        self._number = self._store.telling

    def _tell(self) -> None:
        untold, self._untold = sorted(self._untold), set()
        if untold:
            told = {"sittings": untold, "ats": [iso(self._heard[one]) for one in untold]}
            (row,) = self._store.rows(TELL.bindparams(**told))
            self._number = row["number"]
