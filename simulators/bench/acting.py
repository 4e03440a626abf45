"""Controls that do something to one phone, as a table: the control, its body, what it does."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from conformance.seasonfile import zone
from simulators.bench import bodies, forms, reading
from simulators.bench.ask import Ask, Handler
from simulators.bench.errors import BadBody, BenchError
from simulators.bench.stand import Stand
from simulators.phone.camera import Desk, Picture, Scene, Screen, Subject
from simulators.world import Handset, World


@dataclass(frozen=True, slots=True)
class Act:
    """`do(world, handset, body)` changes one phone."""

    name: str
    body: Any
    do: Callable[[World, Handset, Any], None]


def handler(act: Act) -> Handler:
    """The handler of one act; it answers with the phone as it then is."""

    def handle(stand: Stand, ask: Ask) -> Any:
        handset = stand.world.handset(ask.names["udid"])
        act.do(stand.world, handset, ask.body)
        return forms.whole_phone(handset)

    return handle


def _camera(world: World, handset: Handset, body: bodies.CameraBody) -> None:
    subject = _subject(world, body.pointed_at)
    how = {name: getattr(body, name) for name in body.__struct_fields__ if name != "pointed_at"}
    handset.phone.camera.scene = Scene(subject, **how)


def _subject(world: World, pointed_at: Any) -> Subject:
    if pointed_at == "desk":
        return Desk()
    kind, value = reading.one_of(pointed_at)
    if kind == "screen":
        return Screen(world.handset(value).phone.pixels)
    try:
        return Picture(base64.b64decode(value, validate=True))
    except (ValueError, binascii.Error) as error:
        raise BadBody("pointed_at.picture", value[:20], f"a PNG in base64 ({error})") from error


def _clock(_: World, handset: Handset, body: bodies.PhoneClockBody) -> None:
    given = reading.some_of(body)
    offset = timedelta(milliseconds=given["offset_ms"]) if "offset_ms" in given else None
    where = zone(given["zone"]) if "zone" in given else None
    handset.phone.clock.set(offset=offset, drift_ppm=given.get("drift_ppm"), zone=where)


ACTS = ()
