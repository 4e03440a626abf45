"""The candidate's information, filled in once and locked (R315, R332 to R335); an e-mail address to log in with."""

import base64
import binascii
from functools import partial

import msgspec

from simulators.platform import account_views, bodies, pictures
from simulators.platform.account_guards import Asked, check
from simulators.platform.call import Answer, Call, Step
from simulators.platform.events import Event
from simulators.platform.house import House


def lock(house: House, call: Call) -> Step:
    """Completes the authentication. Irreversible."""
    body = bodies.read(bodies.Profile, call.body)
    photo = _photo(body.photo)
    if photo is None:
        return _lock(house, call, body, None)
    check("profile", Asked(house.file(call).account, call.at))
    return pictures.seen(house, photo, pictures.unjudged, partial(_lock, house, call, body))


def _lock(house: House, call: Call, body: bodies.Profile, seen: pictures.Seen | None) -> Answer:
    file = house.file(call)
    check("profile", Asked(file.account, call.at, picture=seen.fault if seen else ""))
    detail = {key: value for key, value in msgspec.to_builtins(body).items() if key != "photo"}
    if seen is not None:
        detail["picture"] = seen.kept()
    event = Event(call.at, "profile_locked", device=call.device, detail=detail)
    return Answer(account_views.account(house.clerk.record(file, event)))


def bind_email(house: House, call: Call) -> Answer:
    """Binds the address to the account, in place of one that was bound before."""
    email, file = bodies.read(bodies.Email, call.body).email.strip().lower(), house.file(call)
    owner = house.accounts.of_email(email)
    check("bind_email", Asked(file.account, call.at, file.number, email=email, owner=owner))
    if file.account.email != email:
        file = house.clerk.record(
            file, Event(call.at, "email_bound", device=call.device, detail={"email": email})
        )
    return Answer(account_views.account(file))


def _photo(text: str | None) -> bytes | None:
    """The bytes of the picture; those that are no base64 are no picture."""
    try:
        return None if text is None else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return b""
