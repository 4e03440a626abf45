"""Radio: connectivity and calls."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.fields import Body, choice, field
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session

WIFI, MOBILE = "wifi", "mobile"


def connectivity(session: Session, _: Body) -> Any:
    """Of the two bearers the phone uses one at a time."""
    network = session.phone.network
    return {
        "wifi": network.up and network.kind == WIFI,
        "data": network.up and network.kind != WIFI,
        "airplaneMode": not network.up,
    }


def set_connectivity(session: Session, body: Body) -> None:
    """Switch what is named, leave what is not; Wi-Fi goes before mobile data, and airplane mode ends both."""
    asked = {
        name: field(body, name, bool)
        for name in ("wifi", "data", "airplaneMode")
        if body.get(name) is not None
    }
    if not asked:
        raise invalid("name at least one of wifi, data, airplaneMode, each true or false")
    now = {**connectivity(session, {}), **asked}
    now["airplaneMode"] = asked.get("airplaneMode", False)
    network = session.phone.network
    network.up = (now["wifi"] or now["data"]) and not now["airplaneMode"]
    if network.up:
        network.kind = WIFI if now["wifi"] else MOBILE


CALLS: Mapping[str, Callable[[Phone, str], None]] = {
    "call": lambda phone, number: phone.incoming_call(number),
    "accept": lambda phone, _: phone.answer_call(),
    "cancel": lambda phone, _: phone.end_call(),
}


def gsm_call(session: Session, body: Body) -> None:
    """Somebody rings the phone, the phone answers, the call ends."""
    act = choice(body, "action", CALLS)
    act(session.phone, field(body, "phoneNumber", str))


TABLE = {"getConnectivity": connectivity, "setConnectivity": set_connectivity, "gsmCall": gsm_call}
