"""What a candidate does on the exam's details before the exam: the pledge, the tasks, practice (R128, R365, R369)."""

from simulators.platform import bodies, preparation
from simulators.platform.account_guards import Asked, check
from simulators.platform.call import Answer, Call
from simulators.platform.clerk import File
from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.sittings import exams


def pledge(house: House, call: Call) -> Answer:
    """《诚信考试承诺书》, signed once for each major; again changes nothing."""
    file, major = _confirmed(house, call, "pledge")
    if not file.account.confirmed[major].pledged:
        _record(house, call, file, "pledge_signed", {"major": major})
    return exams(house, call)


def task(house: House, call: Call) -> Answer:
    """One of the pre-exam tasks is done; again changes nothing."""
    named = call.params["task"]
    if named not in preparation.TASKS:
        raise Refusal("not_found")
    file, major = _confirmed(house, call, "task")
    if named not in file.account.confirmed[major].tasks:
        _record(house, call, file, "task_done", {"major": major, "task": named})
    return exams(house, call)


def practice(house: House, call: Call) -> Answer:
    """考前练习 is recorded and limited by nothing: neither time nor number, and nothing is handed in (R371 to R373)."""
    event = bodies.read(bodies.Practice, call.body).event
    file, major = _confirmed(house, call, "practice")
    if (event == "begun") is not file.account.confirmed[major].practising:
        _record(house, call, file, "practised", {"major": major, "event": event})
    return exams(house, call)


def _confirmed(house: House, call: Call, operation: str) -> tuple[File, str]:
    file, major = house.file(call), call.params["major"]
    if major not in {one.id for one in house.season.majors}:
        raise Refusal("not_found")
    check(operation, Asked(file.account, call.at, confirmed=major in file.account.confirmed))
    return file, major


def _record(house: House, call: Call, file: File, what: str, detail: dict[str, str]) -> None:
    house.clerk.record(file, Event(call.at, what, device=call.device, detail=detail))
