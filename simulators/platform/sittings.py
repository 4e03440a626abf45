"""The main phone's way through a sitting: open, enter, be heard, leave, come back."""

from datetime import datetime
from typing import Any

from simulators.core.instants import iso
from simulators.platform import account_guards, bodies, views
from simulators.platform.call import Answer, Call
from simulators.platform.desk import Case
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.preparation import ready
from simulators.platform.refusals import Refusal
from simulators.platform.sitting_machine import CUT_OFF, RUNNING

CAPTURES = ("screenshot", "screen_recording", "screen_cast")
"""What the main phone tells of its own screen; none of it leaves the app."""


def view(house: House, case: Case) -> dict[str, Any]:
    return views.sitting(case, house.name(case.seat))


def exams(house: House, call: Call) -> Answer:
    """The exam list of the candidate who asks: what has been confirmed."""
    file = house.file(call)
    seats = house.seats.of_account(file.number)
    house.store.fetch(seat.sitting for seat in seats)
    cases = [house.desk.look(seat, call.at) for seat in seats]
    who = {"account": file.number, "name": house.accounts.name(file.number)}
    listed = views.exams(cases, file.account, house.season.title["zh"], house.tasks)
    return Answer({"candidate": who, "server_time": iso(call.at), "exams": listed})


def get(house: House, call: Call) -> Answer:
    return Answer(view(house, house.case(call)))


def open_page(house: House, call: Call) -> Answer:
    """Only the first opening is recorded, and asks for all the preparation; the code is the same ever after (R513)."""
    case = house.acting(call)
    check("open", case.moment())
    if case.sitting.state == "listed":
        _prepared(house, call, case)
        case = house.desk.record(case, Event(call.at, "opened", device=call.device))
    return Answer(view(house, case))


def enter(house: House, call: Call) -> Answer:
    """Leads to the face check; the same request again changes nothing (C07 for the order of the phones)."""
    case = house.acting(call)
    check("enter", case.moment())
    if case.sitting.state == "exam_page":
        _newest(house, call)
    house.desk.heard(case)
    if case.sitting.state == "exam_page":
        case = house.desk.record(case, Event(call.at, "entered", device=call.device))
    return Answer(view(house, case))


def heartbeat(house: House, call: Call) -> Answer:
    body = bodies.read(bodies.Heartbeat, call.body)
    seat = house.acting(call, heard=False).seat
    beats = body.beats if house.takes_merged_beats else 1
    return Answer({"view": view(house, house.desk.hear(seat, call.at, beats))})


def left(house: House, call: Call) -> Answer:
    """On purpose: during the exam that is the end of it (C03); in the waiting room it is not (C45). A picture of the
    screen ends the exam too (C59); before and after it, the review desk is told."""
    cause = bodies.read(bodies.Left, call.body).cause
    case = house.acting(call)
    check("left", case.moment())
    if case.sitting.state in RUNNING:
        what = "terminated"
    elif cause in CAPTURES:
        what = "flagged"
    elif case.sitting.state == "submitted":
        return Answer(view(house, case))
    else:
        what = "left"
    after = house.desk.record(case, Event(call.at, what, device=call.device, detail={"cause": cause}))
    return Answer(view(house, after))


def come_back(house: House, call: Call) -> Answer:
    """Back after an interruption; whether the exam goes on stands in the view. One that is told again changes nothing."""
    key = bodies.read(bodies.Return, call.body).idempotency_key
    case = house.acting(call)
    if key in case.sitting.return_keys:
        return Answer(view(house, house.desk.hear(case.seat, call.at)))
    if case.sitting.state in ("reading", "answering") and (since := _unnoticed(house, case)) is not None:
        told = Event(since, "interrupted", device=call.device, detail={"noticed": "return"})
        case = house.desk.record(case, told)
    if case.sitting.state in CUT_OFF:
        lasted = (call.at - (case.sitting.interrupted_since or call.at)).total_seconds()
        told_by = {} if key is None else {"key": key}
        back = Event(call.at, "returned", device=call.device, detail={"seconds": lasted, **told_by})
        house.desk.heard(case)
        return Answer(view(house, house.desk.record(case, back)))
    return Answer(view(house, house.desk.hear(case.seat, call.at)))


def _unnoticed(house: House, case: Case) -> datetime | None:
    """Since when a phone was away that came back before anybody noticed. None where a return without a key was told
    at the last word already, and where this platform was away itself and cannot know."""
    heard = house.desk.last_heard(case.seat)
    if heard is None:
        return None if house.store.reopened else case.at
    if heard == case.sitting.returned_at:
        return None
    return max(heard, case.plan.start)


def _prepared(house: House, call: Call, case: Case) -> None:
    """Refusal where something is still to be done before this exam; the mock asks for no tasks (C26)."""
    account, plan = house.file(call).account, case.seat.schedule
    outdated = house.releases.outdated("main", call)
    done = ready(account, case.seat.major.id)
    account_guards.check(
        "first_opening",
        account_guards.Asked(
            account,
            call.at,
            ready=done,
            formal=plan.formal,
            outdated=outdated,
            mocks_missing=plan.formal and _mocks_missing(house, case),
        ),
    )


def _mocks_missing(house: House, case: Case) -> bool:
    """Whether the candidate has submitted fewer mock exams of the same subject than the season requires."""
    required = case.seat.schedule.terms.mocks_required
    if not required:
        return False
    seats = house.seats.of_account(case.seat.account or "")
    mocks = [seat for seat in seats if seat.subject == case.seat.subject and not seat.schedule.formal]
    return sum(house.desk.look(seat, case.at).sitting.submission is not None for seat in mocks) < required


def _newest(house: House, call: Call) -> None:
    """Refusal where a newer version of the app has come out since the page was opened (R191)."""
    if house.releases.outdated("main", call):
        raise Refusal("app_outdated")
