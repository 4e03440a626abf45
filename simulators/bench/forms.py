"""What the bench tells of a world, as JSON; shapes in contracts/bench.openapi.yaml."""

from dataclasses import asdict
from typing import Any

from simulators.bench.cables import Cables
from simulators.core.instants import iso
from simulators.world import Handset, Seat, World

Form = dict[str, Any]


def world(there: World) -> Form:
    wish = there.wish
    return {
        "world": there.name,
        "stage": wish.stage,
        "now": iso(there.clock.now()),
        "platform_url": there.platform_url,
        "season": wish.season.id,
        "seed": wish.seed,
        "subject": wish.subject,
        "session": wish.session,
        "candidates": [candidate(there, seat) for seat in there.seats.values()],
        "phones": [phone(handset) for handset in there.handsets.values()],
    }


def candidate(there: World, seat: Seat) -> Form:
    return {
        "account": seat.person.account,
        "password": seat.person.password,
        "name": seat.person.name,
        "admission_number": seat.admission_number,
        "major": seat.major,
        "phones": {"main": seat.main.udid} | ({"aux": seat.aux.udid} if seat.aux else {}),
        "sittings": [
            {"sitting": one.sitting, "subject": one.subject.id, "session": one.session}
            for one in map(there.sitting, seat.sittings)
        ],
        "id_number": seat.person.id_number,
        **seat.person.information,
        "registration": asdict(seat.registration),
    }


def phone(handset: Handset) -> Form:
    return {
        "udid": handset.udid,
        "owner": handset.owner,
        "role": handset.role,
        "model": handset.phone.model.name,
        "model_id": handset.phone.model.id,
        "os": handset.phone.model.os,
        "app": handset.installed and handset.installed.package,
    }


def whole_phone(handset: Handset, cables: Cables) -> Form:
    return {**plugged(handset, cables), "info": dict(handset.phone.info())}


def plugged(handset: Handset, cables: Cables) -> Form:
    """The phone, and where its cables lead, if it has any."""
    ends = dict(cables.of(handset.phone))
    return phone(handset) | ({"cables": ends} if ends else {})
