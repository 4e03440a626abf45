"""The face check: a picture, a result, and manual review after too many failures in a row."""

from simulators.platform import images, natural
from simulators.platform.call import Answer, Call
from simulators.platform.desk import Case
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.sittings import view

RESULTS = {True: "face_passed", False: "face_failed"}


def face(house: House, call: Call) -> Answer:
    """One picture, while the face check runs."""
    case, picture = house.acting(call), images.look(call.body)
    check("face", case.moment(picture=picture.fault))
    said, poor = natural.poor(call.body, picture)
    passed = house.judge_face(call.known.account, poor)
    detail = {"picture": house.disk.keep_picture(call.body), **said}
    house.desk.heard(case)
    after = house.desk.record(case, Event(call.at, RESULTS[passed], device=call.device, detail=detail))
    told = {"passed": passed, "failures": after.sitting.failures, "poor": [] if passed else poor}
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
