"""What the control `camera` may point a phone's camera at, as a table: the word, and the thing that it makes."""

import base64
import binascii
from collections.abc import Callable, Mapping
from typing import Any

from simulators.bench import bodies
from simulators.door import reading
from simulators.door.errors import BadBody, BenchError
from simulators.phone.camera import Desk, IdCard, Picture, Room, Screen, Sheet, Subject
from simulators.phone.phone import Phone
from simulators.world import Person, World


def subject(world: World, phone: Phone, pointed_at: Any) -> Subject:
    """The thing that a body names; BadBody where there can be no such thing."""
    if isinstance(pointed_at, str):
        return PLACES[pointed_at]
    kind, value = reading.one_of(pointed_at)
    return THINGS[kind](world, phone, value)


def _screen(world: World, _: Phone, udid: str) -> Subject:
    shown = world.handset(udid).phone
    return Screen(lambda: shown.pixels() if shown.on else None)


def _picture(_: World, __: Phone, file: str) -> Subject:
    try:
        return Picture(base64.b64decode(file, validate=True))
    except (ValueError, binascii.Error) as error:
        raise BadBody("pointed_at.picture", file[:20], f"a PNG in base64 ({error})") from error


def sheet(world: World, phone: Phone, sheet: bodies.Sheet) -> Sheet:
    """A page as the phone's owner has written it in this world's sitting, or in another subject."""
    owner = world.handset(phone.udid).owner
    written_in = sheet.subject or (world.seat(owner).sitting if owner else "")
    return Sheet(sheet.page, f"{phone.udid} {written_in}".rstrip(), sheet.header, sheet.ink)


def _id_card(world: World, phone: Phone, card: bodies.IdCard) -> Subject:
    """A candidate's own card, but for what is written on it instead."""
    name, number = card.name, card.id_number
    if name is None or number is None:
        person = _holder(world, phone, card)
        name, number = person.name if name is None else name, person.id_number if number is None else number
    try:
        return IdCard(card.side, name, number, card.address)
    except ValueError as error:
        found = {"name": name[:80], "id_number": number[:80], "address": card.address[:80]}
        raise BadBody("pointed_at.id_card", found, f"what a card can carry ({error})") from error


def _holder(world: World, phone: Phone, card: bodies.IdCard) -> Person:
    account = card.candidate or world.handset(phone.udid).owner
    if account is None:
        raise BenchError(
            f"the phone {phone.udid} is nobody's; name the candidate, or give name and id_number"
        )
    return world.seat(account).person


PLACES: Mapping[str, Subject] = {"desk": Desk(), "room": Room()}
THINGS: Mapping[str, Callable[[World, Phone, Any], Subject]] = {
    "screen": _screen,
    "picture": _picture,
    "id_card": _id_card,
    "sheet": sheet,
}
