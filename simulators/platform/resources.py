"""The exam's resources: sealed parts that the main phone loads by itself while it waits (R435).

That they come in parts, and how many, is assumed. Sealed, they give nothing of the question away (R449).
"""

from simulators.platform.call import Answer, Call
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.refusals import Refusal

PARTS = 4
SEALED = 64
"""Characters of a part's content."""


def part(house: House, call: Call) -> Answer:
    """One part; the first time that it is asked for is recorded."""
    number = _number(call.params["part"])
    case = house.acting(call)
    check("resources", case.moment())
    sitting = case.seat.sitting
    loaded = {one.detail["part"] for one in house.store.of_sitting(sitting) if one.what == "resource"}
    if number not in loaded:
        told = {"part": number, "of": PARTS}
        house.desk.record(case, Event(call.at, "resource", device=call.device, detail=told))
    content = house.chance.child(f"resource/{sitting}/{number}").token(SEALED)
    return Answer({"part": number, "of": PARTS, "sealed": content})


def _number(text: str) -> int:
    if text not in {str(one) for one in range(1, PARTS + 1)}:
        raise Refusal("not_found")
    return int(text)
