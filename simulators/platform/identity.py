"""The identity check: both sides of the ID card photographed, or its data typed in (R320 to R328)."""

from functools import partial

from simulators.platform import account_views, bodies, id_numbers, idcards, pictures
from simulators.platform.account_fold import Identity
from simulators.platform.account_guards import Asked, check
from simulators.platform.call import Answer, Call, Later
from simulators.platform.clerk import File
from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.refusals import Refusal

SIDES = ("portrait", "emblem")


def account(house: House, call: Call) -> Answer:
    return Answer(account_views.account(house.file(call)))


def side(house: House, call: Call) -> Later:
    """A photo of one side; it is read when the check is asked for, and may be taken again until then."""
    named = call.params["side"]
    if named not in SIDES:
        raise Refusal("not_found")
    check("identity_side", Asked(house.file(call).account, call.at))
    return pictures.seen(house, call.body, pictures.unjudged, partial(_keep, house, call, named))


def _keep(house: House, call: Call, named: str, seen: pictures.Seen) -> Answer:
    file = house.file(call)
    check("identity_side", Asked(file.account, call.at, picture=seen.fault))
    detail = {"side": named, "picture": seen.kept()}
    event = Event(call.at, "identity_submitted", device=call.device, detail=detail)
    return Answer(account_views.account(house.clerk.record(file, event)))


def verify(house: House, call: Call) -> Answer:
    """What was recognised. Refusal where another account has verified this ID number before, which is recorded."""
    body, file = bodies.read(bodies.Identity, call.body), house.file(call)
    claimed = _typed(body) if body.method == "manual" else _read(house, file)
    check("identity", Asked(file.account, call.at, claimed=claimed))
    assert claimed is not None
    detail = {"method": body.method, "name": claimed.name, "id_number": claimed.id_number}
    taken = house.accounts.of_identity(claimed.id_number) not in (None, file.number)
    fact = "identity_taken" if taken else "identity_verified"
    house.clerk.record(file, Event(call.at, fact, device=call.device, detail=detail))
    if taken:
        raise Refusal("identity_taken")
    return Answer({"name": claimed.name, "id_number": claimed.id_number})


def appeal(house: House, call: Call) -> Answer:
    """去申诉: a person at the review desk decides (R326, R327)."""
    file = house.file(call)
    check("appeal", Asked(file.account, call.at))
    after = house.clerk.record(file, Event(call.at, "appeal_requested", device=call.device))
    return Answer(account_views.account(after))


def _typed(body: bodies.Identity) -> Identity:
    return Identity(body.name.strip(), id_numbers.tidy(body.id_number))


def _read(house: House, file: File) -> Identity | None:
    """The identity that the two photos show; None where either side cannot be read."""
    pictures = file.account.sides
    if set(pictures) != set(SIDES):
        return None
    portrait, emblem = (idcards.read(house.disk.picture(pictures[one])) for one in SIDES)
    if not isinstance(portrait, idcards.Portrait) or not isinstance(emblem, idcards.Emblem):
        return None
    return Identity(portrait.name, portrait.id_number)
