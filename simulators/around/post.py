"""The post office that takes the bag with the answer sheets, and the school's mail room that receives it (R117 to R125)."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from conformance.season import Season
from simulators.around.postmark import Grain, Postmark, stamp, timeliness
from simulators.around.refusing import Refusal, as_json, read, refused
from simulators.around.school import Find
from simulators.core.instants import iso

ON_THE_WAY = timedelta(days=2)
"""From the stamp to the school. Assumed; the arrival decides nothing (R122)."""


class Label(msgspec.Struct, frozen=True):
    """What is written on the bag."""

    recipient: str
    mailing: str
    postcode: str = ""
    phone: str = ""


class Bag(msgspec.Struct, frozen=True):
    """What is handed in: for which candidate, by which carrier, the sheets of which subjects, in a bag or loose."""

    id_number: str
    carrier: str
    subjects: tuple[str, ...]
    label: Label
    bagged: bool = True
    stamp: Grain = "minute"


@dataclass(frozen=True, slots=True)
class Parcel:
    number: int
    bag: Bag
    posted: datetime
    mark: Postmark


class Post:
    """Both ends of the way, behind HTTP."""

    def __init__(self, season: Season, now: Callable[[], datetime], find: Find) -> None:
        self._season, self._now, self._find = season, now, find
        self._parcels: list[Parcel] = []
        self.asgi = Starlette(
            routes=[
                Route("/parcels", self._take, methods=["POST"]),
                Route("/mail-room", self._received),
            ],
            exception_handlers={Refusal: refused},
        )

    async def _take(self, request: Request) -> Response:
        """The counter stamps what is handed in, and gives a receipt."""
        bag: Bag = await read(request, Bag)
        posted = self._now().astimezone(self._season.zone)
        parcel = Parcel(len(self._parcels) + 1, bag, posted, stamp(posted, bag.stamp))
        self._parcels.append(parcel)
        return as_json({"parcel": parcel.number, "stamp": parcel.mark.text, "carrier": bag.carrier}, 201)

    async def _received(self, _: Request) -> Response:
        """What has reached the school by now, each with what the mail room finds of it."""
        here = [one for one in self._parcels if self._now() >= one.posted + ON_THE_WAY]
        return as_json({"mail": [self._told(parcel) for parcel in here]})

    def _told(self, parcel: Parcel) -> dict[str, Any]:
        deadline, bag = self._season.date("posting_deadline"), parcel.bag
        return {
            "parcel": parcel.number,
            "id_number": bag.id_number,
            "stamp": parcel.mark.text,
            "received_at": iso(parcel.posted + ON_THE_WAY),
            "timeliness": None if deadline is None else timeliness(parcel.mark, deadline),
            "findings": list(self._findings(bag)),
        }

    def _findings(self, bag: Bag) -> Iterator[dict[str, str]]:
        """What is not as the notice asks for, each with the subject where it is about one (R118 to R121, R123, C24)."""
        places, entry = self._season.addresses, self._find(bag.id_number)
        written = (bag.label.recipient, bag.label.mailing)
        found = {
            "unknown_candidate": entry is None,
            "another_carrier": bool(places.carrier) and bag.carrier != places.carrier,
            "not_bagged": not bag.bagged,
            "another_address": bool(places.mailing) and written != (places.recipient, places.mailing),
        }
        yield from ({"finding": name} for name, holds in found.items() if holds)
        yield from self._about_subjects(bag, () if entry is None else entry.majors)

    def _about_subjects(self, bag: Bag, majors: Collection[str]) -> Iterator[dict[str, str]]:
        """The sheets of all subjects of the majors are due, of those that have sheets, and no others."""
        due = [one.id for one in self._season.subjects if one.major in majors and one.has_sheet]
        yield from ({"finding": "subject_missing", "subject": one} for one in due if one not in bag.subjects)
        yield from ({"finding": "nothing_due", "subject": one} for one in bag.subjects if one not in due)
