"""The platform's rooms, put together once."""

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.platform.accounts import Accounts, Caller
from simulators.platform.call import Call
from simulators.platform.clerk import Clerk, File
from simulators.platform.desk import Case, Desk
from simulators.platform.disk import Disk
from simulators.platform.events import Event
from simulators.platform.groups import Groups, OneByOne, Turns
from simulators.platform.guards import check
from simulators.platform.rates import Rates
from simulators.platform.refusals import Refusal
from simulators.platform.releases import Releases
from simulators.platform.roster import Roster
from simulators.platform.seats import Seat, Seats
from simulators.platform.stamps import Stamps
from simulators.platform.store import Store
from simulators.platform.task_words import tasks
from simulators.platform.terms import terms
from simulators.platform.uploads import Uploads

Deliver = Callable[[str, str], None]
"""Carries a text message to a phone number."""


class House:
    """What operations work with. `turn` lets one in at a time; what is written in it is one transaction."""

    def __init__(
        self,
        season: Season,
        store: Store,
        stamps: Stamps,
        chance: Chance,
        *,
        cost: int,
        beats: bool,
        deliver: Deliver,
        heartbeat: timedelta,
    ) -> None:
        self.season, self.store, self.stamps, self.chance = season, store, stamps, chance
        self.second_login_fails = terms(season).second_login_fails
        self.turn = store.group
        self.turns: Turns = Groups(self.turn) if store.durable else OneByOne(self.turn)
        self.tasks = tasks(season)
        self.accounts = Accounts(store, chance, cost)
        self.seats = Seats(store, season, chance, heartbeat)
        self.roster = Roster(store)
        self.releases = Releases(store)
        self.clerk = Clerk(
            store,
            self.accounts,
            self.roster,
            self.seats,
            season.limit("face_failures"),
            season.date("identity_deadline"),
        )
        self.desk = Desk(store, heartbeat)
        self.deliver = deliver
        self.disk = Disk(store.files, durable=store.durable)
        store.settling.append(self.disk.flush)
        self.uploads = Uploads(store, self.disk, chance)
        self.rates = Rates()
        self.takes_merged_beats = beats
        self._watched = False
        store.undone.append(self._look_again)
        store.learning.append(self._learn)
        self.next_faces: dict[str, deque[bool]] = defaultdict(deque)

    def seat(self, call: Call) -> Seat:
        """The sitting that the address names; Refusal where it is not the caller's, or not confirmed yet."""
        caller = call.known
        seat = self.seats.find(call.params["sitting"])
        if seat is None or caller.sitting not in (None, seat.sitting) or not self._theirs(seat, caller):
            raise Refusal("not_found")
        call.about = seat.sitting
        if seat.account is None:
            raise Refusal("not_confirmed")
        return seat

    def _theirs(self, seat: Seat, caller: Caller) -> bool:
        if seat.account is not None:
            return seat.account == caller.account
        return self.accounts.identity(caller.account) == seat.id_number

    def file(self, call: Call) -> File:
        """The caller's account as it stands at the instant that decides."""
        return self.clerk.look(call.known.account, call.at)

    def watch(self, account: str) -> None:
        """Have the clock's decisions about this account's sittings written down."""
        for seat in self.seats.of_account(account):
            self.desk.watch(seat)

    def watch_all(self) -> None:
        """Have the clock's decisions about every sitting written down."""
        for seat in self.seats.confirmed():
            self.desk.watch(seat)
        self._watched = True

    def settle(self, at: datetime) -> bool:
        """Write down what the clock has decided until `at`; whether that was all of it."""
        if not self._watched:
            self.watch_all()
        done = self.desk.settle(self.seats.find, at)
        if done:
            self.uploads.settle(at)
        return done

    def _look_again(self) -> None:
        self._watched = False

    def _learn(self, events: Sequence[Event]) -> None:
        if any(one.what == "confirmed" for one in events):
            self._look_again()

    def judge_face(self, account: str, poor: Sequence[str]) -> bool:
        """The next scripted result. Else a picture passes unless it is poor, too dark, overexposed or blurred (R360,
        R361): a simulated camera shows whom its owner is."""
        script = self.next_faces[account]
        return script.popleft() if script else not poor

    def case(self, call: Call) -> Case:
        """The named sitting as it stands at the instant that decides."""
        return self.desk.look(self.seat(call), call.at)

    def acting(self, call: Call, *, heard: bool = True) -> Case:
        """The named sitting for the main phone that does something there; Refusal where another phone is under way.

        Not `heard` yet: what silence means is decided afterwards.
        """
        case = self.desk.look(self.seat(call), call.at, from_main=heard)
        check("act", case.moment(device=call.device))
        return case

    def name(self, seat: Seat) -> str:
        return self.accounts.name(seat.account or "")
