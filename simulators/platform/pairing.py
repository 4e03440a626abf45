"""Auxiliary phones come to a sitting by its code (C02): so many distinct phones, the same one as often as it likes."""

from simulators.platform import auxes, bodies
from simulators.platform.accounts import Caller
from simulators.platform.aux_machine import code_machine
from simulators.platform.call import Answer, Call
from simulators.platform.desk import Case
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.seats import Seat


def pair(house: House, call: Call) -> Answer:
    """A binding and its token. A further phone is let in while slots last, and its record says so."""
    device, body = call.stated_device(), bodies.read(bodies.Pair, call.body)
    if house.releases.outdated("aux", call):
        raise Refusal("app_outdated")
    seat = _guessed(house, call, device, body)
    call.about = seat.sitting
    case = house.desk.look(seat, call.at, from_main=False)
    check("pair", case.moment())
    known = case.aux.of_device(device)
    if known is None:
        case = _admit(house, case, call, device, "scan" if body.code is not None else "typed")
        known = case.aux.of_device(device)
    if known is None:
        raise LookupError(f"the binding of {device!r} was recorded and is not there")
    token = house.accounts.token(Caller(seat.account or "", device, known.id, seat.sitting))
    return Answer({"binding": known.id, "token": token, "view": auxes.shown(house, case, known)})


def binding_id(house: House, sitting: str, device: str) -> str:
    return f"b{house.chance.child(f'binding/{sitting}/{device}').token(11).lower()}"


def _admit(house: House, case: Case, call: Call, device: str, by: str) -> Case:
    machine = code_machine(case.seat.schedule.phones_per_code)
    if "pair" not in machine.allows(case.code):
        raise Refusal("code_full")
    nth = len(case.aux.bindings) + 1
    detail = {"binding": binding_id(house, case.seat.sitting, device), "nth": nth, "by": by}
    if nth > 1:
        detail["flag"] = "another_phone"
    return house.desk.record(case, Event(call.at, "paired", device=device, detail=detail))


def _guessed(house: House, call: Call, device: str, body: bodies.Pair) -> Seat:
    """The sitting meant. Only a wrong code is charged: a right one holds too much chance to be come by."""
    try:
        return _seat(house, body)
    except Refusal as refusal:
        if refusal.is_rule:
            house.rates.take(
                call.at, ("pairing by a phone", device), ("pairing with a sitting", _named(house, body))
            )
        raise


def _named(house: House, body: bodies.Pair) -> str:
    """What a wrong code is a guess at: an account, a sitting, or nothing that there is."""
    if body.code is None:
        return body.account if body.account and house.accounts.exists(body.account) else ""
    sitting = body.code.partition(":")[2].partition(":")[0]
    return sitting if house.seats.find(sitting) else ""


def _seat(house: House, body: bodies.Pair) -> Seat:
    """The sitting meant; Refusal where the code is none, or is not that account's."""
    if body.code is not None:
        return _known(house.seats.of_payload(body.code))
    if body.exam_code is None or body.account is None:
        raise Refusal("bad_request", "give code, or exam_code with account")
    if not house.accounts.exists(body.account):
        raise Refusal("account_unknown")
    return _known(house.seats.of_exam_code(body.exam_code, body.account))


def _known(seat: Seat | None) -> Seat:
    if seat is None:
        raise Refusal("code_unknown")
    return seat
