"""The platform's rooms, put together once."""

from collections import defaultdict, deque
from threading import RLock

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.platform.accounts import Accounts
from simulators.platform.call import Call
from simulators.platform.desk import Case, Desk
from simulators.platform.disk import Disk
from simulators.platform.refusals import Refusal
from simulators.platform.seats import Seat, Seats
from simulators.platform.stamps import Stamps
from simulators.platform.store import Store
from simulators.platform.uploads import Uploads


class House:
    """What operations work with. `lock` lets one request in at a time."""

    def __init__(
        self, season: Season, store: Store, stamps: Stamps, chance: Chance, *, cost: int, beats: bool
    ) -> None:
        self.season, self.store, self.stamps, self.chance = season, store, stamps, chance
        self.lock = RLock()
        self.accounts = Accounts(store, chance, cost)
        self.seats = Seats(store, season, chance)
        self.desk = Desk(store)
        self.disk = Disk(store.files, durable=store.durable)
        self.uploads = Uploads(store, self.disk, chance)
        self.takes_merged_beats = beats
        self.next_faces: dict[str, deque[bool]] = defaultdict(deque)

    def seat(self, call: Call) -> Seat:
        """The sitting that the address names; Refusal where it is not the caller's."""
        caller = call.known
        seat = self.seats.find(call.params["sitting"])
        if seat is None or seat.account != caller.account or caller.sitting not in (None, seat.sitting):
            raise Refusal("not_found")
        call.about = seat.sitting
        return seat

    def case(self, call: Call) -> Case:
        """The named sitting as it stands at the instant that decides."""
        return self.desk.look(self.seat(call), call.at)

    def name(self, seat: Seat) -> str:
        return self.accounts.name(seat.account) or ""
