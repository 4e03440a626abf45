"""Confirming an exam: the school's registration is shown to whom it matches, and confirmed major by major (R336 to R346)."""

from typing import Any

from simulators.core.instants import iso
from simulators.platform import views
from simulators.platform.account_guards import Asked, check
from simulators.platform.account_machine import AUTHENTICATED
from simulators.platform.call import Answer, Call
from simulators.platform.clerk import File
from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.plan import clash, confirmation_opens
from simulators.platform.refusals import OF_OPERATION, RULES, Refusal
from simulators.platform.roster import same_province


def trouble(file: File) -> str | None:
    """Why the school's registration does not fit the account; None where it does, field by field (R316 to R319)."""
    account, entry = file.account, file.entry
    if account.identity is None or account.profile is None:
        return "not_authenticated"
    if entry is None or not entry.majors:
        return "no_record"
    if entry.name != account.identity.name:
        return "name_mismatch"
    if not same_province(entry.province, account.profile["province"]):
        return "province_mismatch"
    return None


def confirmations(house: House, call: Call) -> Answer:
    """What waits to be confirmed; nothing before the confirmation opens (C12)."""
    return Answer(_view(house, house.file(call)))


def confirm(house: House, call: Call) -> Answer:
    """The exam record comes into the list. The same request again changes nothing."""
    major, file = call.params["major"], house.file(call)
    if major not in {one.id for one in house.season.majors}:
        raise Refusal("not_found")
    if major in file.account.confirmed:
        return Answer(_view(house, file))
    why = trouble(file)
    if file.entry is not None and major not in file.entry.majors:
        why = "no_record"
    opens_at = confirmation_opens(house.season)
    check("confirm", Asked(file.account, call.at, trouble=why, opens_at=opens_at))
    assert file.account.identity is not None
    detail = {"major": major, "id_number": file.account.identity.id_number}
    file = house.clerk.record(file, Event(call.at, "confirmed", device=call.device, detail=detail))
    house.watch(file.number)
    return Answer(_view(house, file))


def _view(house: House, file: File) -> dict[str, Any]:
    opens_at = confirmation_opens(house.season)
    open_now = opens_at is None or file.at >= opens_at
    why = trouble(file)
    return {
        "opens_at": views.maybe(opens_at),
        "server_time": iso(file.at),
        "pending": [_pending(house, file, major) for major in _majors(file)]
        if open_now and why is None
        else [],
        "trouble": _told(why) if why is not None and (open_now or why == "not_authenticated") else None,
    }


def _majors(file: File) -> list[str]:
    known = file.entry.majors if file.entry and file.account.state in AUTHENTICATED else ()
    return [major for major in known if major not in file.account.confirmed]


def _pending(house: House, file: File, major: str) -> dict[str, Any]:
    """A major with its subjects, and the confirmed majors whose formal exams lie at the same time (C23)."""
    named = house.season.major(major)
    subjects = [views.paper_of(one) for one in house.season.subjects if one.major == major]
    clashes = [
        house.season.major(other).name
        for other in file.account.confirmed
        if clash(house.season, major, other)
    ]
    return {"major": {"id": named.id, "name": named.name}, "subjects": subjects, "clashes": clashes}


def _told(cause: str) -> dict[str, Any]:
    row = OF_OPERATION.get(("confirmations", cause), RULES[cause])
    return {"cause": cause, "message": {"en": row.en, "zh": row.zh}}
