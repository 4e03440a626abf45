"""What a candidate does of her own where a season has it: show things, begin, end early, record once more."""

from simulators.platform import bodies
from simulators.platform.call import Answer, Call
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.sittings import view


def show(house: House, call: Call) -> Answer:
    """Something is held to the main phone's camera in the waiting room; who shows it twice is told nothing new."""
    item = bodies.read(bodies.Show, call.body).item
    case = house.acting(call)
    check("show", case.moment(item=item, by="main"))
    house.desk.heard(case)
    if item not in case.sitting.shown:
        told = Event(call.at, "shown", device=call.device, detail={"item": item, "by": "main"})
        case = house.desk.record(case, told)
    return Answer(view(house, case))


def begin(house: House, call: Call) -> Answer:
    """From now on the candidate's own time runs."""
    return _decide(house, call, "begin", "begun")


def finish(house: House, call: Call) -> Answer:
    """The candidate's answering ends now, before its time."""
    return _decide(house, call, "finish", "finished")


def record_again(house: House, call: Call) -> Answer:
    """What was recorded is given up for another recording."""
    return _decide(house, call, "record_again", "record_again")


def _decide(house: House, call: Call, operation: str, what: str) -> Answer:
    case = house.acting(call)
    check(operation, case.moment())
    house.desk.heard(case)
    return Answer(view(house, house.desk.record(case, Event(call.at, what, device=call.device))))
