"""The face check: a picture, a result, and manual review after too many failures in a row."""

from functools import partial

from simulators.platform import natural, pictures
from simulators.platform.call import Answer, Call, Later
from simulators.platform.desk import Case
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.sittings import view

RESULTS = {True: "face_passed", False: "face_failed"}


def face(house: House, call: Call) -> Later:
    """One picture, while the face check runs."""
    check("face", house.acting(call).moment())
    house.rates.take(call.at, ("face", call.known.account))
    return pictures.seen(house, call.body, natural.poor, partial(_judge, house, call))


def _judge(house: House, call: Call, seen: pictures.Seen) -> Answer:
    case = house.acting(call)
    check("face", case.moment(picture=seen.fault))
    passed = house.judge_face(call.known.account, seen.poor)
    detail = {"picture": seen.kept(), **seen.said}
    house.desk.heard(case)
    after = house.desk.record(case, Event(call.at, RESULTS[passed], device=call.device, detail=detail))
    told = {"passed": passed, "failures": after.sitting.failures, "poor": [] if passed else seen.poor}
    return Answer({**told, "view": view(house, after)})


def ask_review(house: House, call: Call) -> Answer:
    """Asked once; the same request again changes nothing."""
    case = house.acting(call)
    check("face_review", case.moment())
    if case.sitting.review != "requested":
        case = house.desk.record(case, Event(call.at, "face_review_requested", device=call.device))
    return Answer(view(house, case))


def approve(house: House, case: Case) -> None:
    """The review desk lets the candidate try again (C08). Refusal where nothing waits for it."""
    check("face_review", case.moment())
    house.desk.record(case, Event(case.at, "face_review_approved"))
