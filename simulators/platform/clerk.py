"""The clerk who keeps the accounts: folds what happened to one, writes down what happens next."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Executable

from simulators.platform import indexes
from simulators.platform.account_fold import Account, fold_account
from simulators.platform.accounts import Accounts
from simulators.platform.events import Event
from simulators.platform.roster import Entry, Roster
from simulators.platform.seats import Seats
from simulators.platform.store import Store


@dataclass(frozen=True, slots=True)
class File:
    """One account as it stands at `at`, with what the school has under the same ID number; `due` is before when the identity
    should be checked (R328), None where the season does not say."""

    number: str
    at: datetime
    account: Account
    entry: Entry | None
    due: datetime | None = None


class Clerk:
    """`face_failures` in a row lead to the review desk."""

    def __init__(
        self,
        store: Store,
        accounts: Accounts,
        roster: Roster,
        seats: Seats,
        face_failures: int,
        due: datetime | None = None,
    ) -> None:
        self._store, self._accounts, self._roster, self._seats = store, accounts, roster, seats
        self._face_failures, self._due = face_failures, due
        self._folded: dict[str, tuple[int, Account]] = {}
        store.undone.append(self._folded.clear)

    def look(self, number: str, at: datetime) -> File:
        """The account of a phone number, be there one or not."""
        account = self._fold(number)
        identity = account.identity
        entry = self._roster.find(identity.id_number) if identity else None
        return File(number, at, account, entry, self._due)

    def record(self, file: File, *events: Event, alongside: tuple[Executable, ...] = ()) -> File:
        """Write down what happened to the account, with the tables that follow from it."""
        self.keep([replace(event, account=event.account or file.number) for event in events], *alongside)
        return self.look(file.number, file.at)

    def keep(self, events: list[Event], *alongside: Executable) -> None:
        """Write down events of accounts or sittings, and forget what they have changed."""
        owned = [
            (event, event.account, self._accounts.identity(event.account))
            for event in events
            if event.what in indexes.INDEXES and event.account is not None
        ]
        self._store.append(events, *alongside, *indexes.statements(events))
        for event, account, owner in owned:
            self._accounts.forget(account)
            for id_number in {owner, event.detail.get("id_number")} - {None}:
                self._seats.forget(str(id_number), account)

    def _fold(self, number: str) -> Account:
        events = self._store.of_account(number)
        if not events:
            return fold_account(events, self._face_failures)
        known = self._folded.get(number)
        if known is None or known[0] != len(events):
            self._folded[number] = known = (len(events), fold_account(events, self._face_failures))
        return known[1]
