"""Logging in on the main phone, by phone number, ID number or e-mail address and password."""

from collections.abc import Sequence
from functools import partial

from simulators.platform import bodies, id_numbers
from simulators.platform.accounts import Caller, Credentials
from simulators.platform.call import Answer, Call, Later
from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.rates import Bucket
from simulators.platform.refusals import Refusal
from simulators.platform.sitting_machine import UNDER_WAY


def login(house: House, call: Call) -> Later:
    """The password's cost is paid beside the queue.

    The candidate is then logged in on this phone and on no other.
    """
    device, body = call.stated_device(), bodies.read(bodies.Login, call.body)
    known = _known(house, body.account.strip())
    buckets = _buckets(house, known.account if known else body.account.strip(), device)
    house.rates.take(call.at, *buckets)
    # An unknown account costs the same time as a wrong password.
    match = partial((known or house.accounts.nobody).match, body.password)
    return Later(match, partial(_answer, house, call, device, known, buckets))


def _buckets(house: House, account: str, device: str) -> list[Bucket]:
    """What a wrong password is charged to. All guesses are charged before they are tried, and given back to who was right."""
    own: list[Bucket] = [("password of a phone", f"{account}/{device}"), ("passwords by a phone", device)]
    return own if house.accounts.knows_phone(account, device) else [*own, ("password of strangers", account)]


def _answer(
    house: House,
    call: Call,
    device: str,
    known: Credentials | None,
    buckets: Sequence[Bucket],
    matched: bool,
) -> Answer:
    if known is None or not matched:
        raise Refusal("wrong_credentials")
    house.rates.give_back(*buckets)
    return _let_in(house, call, device, known)


def _let_in(house: House, call: Call, device: str, known: Credentials) -> Answer:
    _fail_exams(house, known.account, device, call)
    file = house.clerk.look(known.account, call.at)
    house.clerk.record(file, Event(call.at, "logged_in", device=device))
    house.accounts.end_others(known.account, device)
    token = house.accounts.token(Caller(known.account, device))
    name = house.accounts.name(known.account)
    return Answer({"token": token, "candidate": {"account": known.account, "name": name}})


def _fail_exams(house: House, account: str, device: str, call: Call) -> None:
    """Where a season says so, an exam under way on another phone is failed."""
    for seat in house.seats.of_account(account) if house.second_login_fails else ():
        case = house.desk.look(seat, call.at)
        if case.sitting.state in UNDER_WAY and case.sitting.device not in (None, device):
            house.desk.record(case, Event(call.at, "second_login", device=device))


def _known(house: House, login: str) -> Credentials | None:
    """Whoever it is; Refusal for an ID number that nobody has verified yet (R309)."""
    named = id_numbers.tidy(login) if id_numbers.looks_like(login) else login
    found = house.accounts.credentials(named)
    if found is None and id_numbers.looks_like(named):
        raise Refusal("id_login_not_yet")
    return found
