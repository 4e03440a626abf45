"""The first face check, which belongs to the account and comes before any exam (R352 to R363)."""

from simulators.platform import account_views, images, natural
from simulators.platform.account_guards import Asked, check
from simulators.platform.call import Answer, Call
from simulators.platform.events import Event
from simulators.platform.house import House

RESULTS = {True: "account_face_passed", False: "account_face_failed"}


def face(house: House, call: Call) -> Answer:
    """One picture; too many failures in a row lead to the review desk."""
    file, picture = house.file(call), images.look(call.body)
    check("account_face", Asked(file.account, call.at, picture=picture.fault))
    said, poor = natural.poor(call.body, picture)
    passed = house.judge_face(file.number, poor)
    detail = {"picture": house.disk.keep_picture(call.body), **said}
    event = Event(call.at, RESULTS[passed], device=call.device, detail=detail)
    file = house.clerk.record(file, event)
    told = {"passed": passed, "failures": file.account.failures, "poor": [] if passed else poor}
    return Answer({**told, "account": account_views.account(file)})


def ask_review(house: House, call: Call) -> Answer:
    """人工审核, asked once; the same request again changes nothing."""
    file = house.file(call)
    check("account_face_review", Asked(file.account, call.at))
    if file.account.review != "requested":
        event = Event(call.at, "account_face_review_requested", device=call.device)
        file = house.clerk.record(file, event)
    return Answer(account_views.account(file))
