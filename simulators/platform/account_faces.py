"""The first face check, which belongs to the account and comes before any exam (R352 to R363)."""

from functools import partial

from simulators.platform import account_views, natural, pictures
from simulators.platform.account_guards import Asked, check
from simulators.platform.call import Answer, Call, Later
from simulators.platform.events import Event
from simulators.platform.house import House

RESULTS = {True: "account_face_passed", False: "account_face_failed"}


def face(house: House, call: Call) -> Later:
    """One picture; too many failures in a row lead to the review desk."""
    check("account_face", Asked(house.file(call).account, call.at))
    house.rates.take(call.at, ("face", call.known.account))
    return pictures.seen(house, call.body, natural.poor, partial(_judge, house, call))


def _judge(house: House, call: Call, seen: pictures.Seen) -> Answer:
    file = house.file(call)
    check("account_face", Asked(file.account, call.at, picture=seen.fault))
    passed = house.judge_face(file.number, seen.poor)
    detail = {"picture": seen.kept(), **seen.said}
    event = Event(call.at, RESULTS[passed], device=call.device, detail=detail)
    file = house.clerk.record(file, event)
    told = {"passed": passed, "failures": file.account.failures, "poor": [] if passed else seen.poor}
    return Answer({**told, "account": account_views.account(file)})


def ask_review(house: House, call: Call) -> Answer:
    """人工审核, asked once; the same request again changes nothing."""
    file = house.file(call)
    check("account_face_review", Asked(file.account, call.at))
    if file.account.review != "requested":
        event = Event(call.at, "account_face_review_requested", device=call.device)
        file = house.clerk.record(file, event)
    return Answer(account_views.account(file))
