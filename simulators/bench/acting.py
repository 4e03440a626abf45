"""Controls that do something to one phone, as a table: the control, its body, what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulators.bench import aiming, around, around_bodies, bodies, forms, holding
from simulators.bench.ask import Ask, Handler
from simulators.bench.stand import Stand
from simulators.core.clock import DrivenClock
from simulators.door import reading
from simulators.door.errors import BadBody, BenchError, NotOffered
from simulators.phone.camera import Around, Scene
from simulators.phone.network import Fault
from simulators.phone.phone import Phone
from simulators.world import World


@dataclass(frozen=True, slots=True)
class Act:
    """`do(world, phone, body)` changes one phone."""

    name: str
    body: Any
    do: Callable[[World, Phone, Any], object]


def handler(act: Act) -> Handler:
    """The handler of one act; it answers with the phone as it then is."""

    def handle(stand: Stand, ask: Ask) -> Any:
        handset = stand.world.handset(ask.names["udid"])
        try:
            act.do(stand.world, handset.phone, ask.body)
        except ValueError as error:
            raise BenchError(f"{handset.udid}: {error}") from error
        return forms.whole_phone(handset, stand.cables)

    return handle


def fault(stand: Stand, ask: Ask) -> None:
    """Something goes wrong with the next request of a phone that can suffer it."""
    body: bodies.Fault = ask.body
    phone = stand.world.handset(body.udid).phone
    if body.kind == "dribble" and not stand.driven:
        raise NotOffered("faults", f"a dribble needs a driven clock, this one is {stand.clock_name}")
    needed = NEEDED.get(body.kind)
    if needed is not None and getattr(body, needed) is None:
        raise BadBody(needed, None, f"a value: the fault {body.kind} needs {needed}")
    until = None if body.until is None else reading.instant(body.until, "until")
    wait = _until(stand.world, until) if until is not None and body.kind == "dribble" else None
    phone.network.faults.append(
        Fault(body.kind, bytes=body.bytes or 0, wait=wait, byte=body.byte or 0, status=body.status or 503)
    )


def _until(world: World, instant: datetime) -> Callable[[], None]:
    """Moves exam time there, unless it has come there meanwhile."""
    clock = world.clock
    assert isinstance(clock, DrivenClock)
    return lambda: clock.advance(max(instant, clock.now()))


NEEDED = {"cut_after": "bytes", "dribble": "until", "corrupt": "byte", "answer": "status"}
"""What a fault cannot do without."""


def _call(_: World, phone: Phone, body: bodies.Call) -> None:
    kind, value = reading.one_of(body)
    if kind == "hang_up":
        if value is not True:
            raise BadBody("hang_up", value, "true")
        phone.end_call()
    else:
        phone.incoming_call(value)


def _clock(_: World, phone: Phone, body: bodies.PhoneClock) -> None:
    given = reading.some_of(body)
    offset = timedelta(milliseconds=given["offset_ms"]) if "offset_ms" in given else None
    zone = _zone(given["zone"]) if "zone" in given else None
    phone.clock.set(offset=offset, drift_ppm=given.get("drift_ppm"), zone=zone)


def _zone(text: str) -> Any:
    try:
        return datetime.strptime(text, "%z").tzinfo
    except ValueError as error:
        raise BadBody("zone", text, "an offset from UTC such as +08:00") from error


def _camera(world: World, phone: Phone, body: bodies.Camera) -> None:
    subject = aiming.subject(world, phone, body.pointed_at)
    how = {name: getattr(body, name) for name in body.__struct_fields__ if name not in ("pointed_at", "held")}
    held = aiming.sheet(world, phone, body.held) if body.held else None
    phone.camera.scene = Scene(subject, held=held, **how)


def _surroundings(_: World, phone: Phone, body: bodies.Surroundings) -> None:
    phone.camera.around = Around(body.seen, body.words, body.heard)


def _power(_: World, phone: Phone, body: bodies.Power) -> None:
    (phone.power_on if body.on else phone.power_off)()


ACTS = (
    Act("storage", bodies.Storage, lambda _, phone, body: phone.storage.set_free(body.free_bytes)),
    Act("battery", bodies.Battery, lambda _, phone, body: phone.battery.set(**reading.some_of(body))),
    Act("network", bodies.Network, lambda _, phone, body: phone.network.set(**reading.some_of(body))),
    Act("call", bodies.Call, _call),
    Act("settings", bodies.Settings, holding.settings),
    Act("clock", bodies.PhoneClock, _clock),
    Act("camera", bodies.Camera, _camera),
    Act("surroundings", bodies.Surroundings, _surroundings),
    Act("power", bodies.Power, _power),
    Act("lock", bodies.Lock, holding.lock),
    Act("app", bodies.App, holding.app),
    Act("scan", around_bodies.Scan, around.scan),
    Act("permissions", bodies.Permissions, holding.permissions),
    Act("capture", bodies.Capture, holding.capture),
    Act("clean", bodies.Clean, holding.clean),
    Act("alarms", bodies.Alarms, holding.alarms),
    Act("messages", bodies.Message, holding.message),
)
