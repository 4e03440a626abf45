"""Logging in on the main phone, by phone number or ID number and password."""

from simulators.platform import bodies
from simulators.platform.accounts import Caller
from simulators.platform.call import Answer, Call
from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.refusals import Refusal


def login(house: House, call: Call) -> Answer:
    """Runs beside the other requests: only the look-ups take the lock, the password's cost is paid outside it."""
    device, body = call.stated_device(), bodies.read(bodies.Login, call.body)
    with house.lock:
        known = house.accounts.credentials(body.account)
    # An unknown account costs the same time as a wrong password.
    matched = (known or house.accounts.nobody).match(body.password)
    if known is None or not matched:
        raise Refusal("wrong_credentials")
    with house.lock:
        token = house.accounts.token(Caller(known.account, device))
        house.store.append([Event(call.at, "logged_in", account=known.account, device=device)])
    return Answer({"token": token, "candidate": {"account": known.account, "name": known.name}})
