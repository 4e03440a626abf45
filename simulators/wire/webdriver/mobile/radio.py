"""Radio: connectivity and calls."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, choice, field
from simulators.wire.webdriver.ports import Network, Phone
from simulators.wire.webdriver.sessions import Session

WIFI, MOBILE = "wifi", "mobile"
AIRPLANE = "airplane_mode"


def connectivity(session: Session, _: Body) -> Any:
    """Of the two bearers the phone uses one at a time."""
    network = session.phone.network
    return {
        "wifi": network.up and network.kind == WIFI,
        "data": network.up and network.kind != WIFI,
        "airplaneMode": session.phone.settings[AIRPLANE],
    }


def set_connectivity(session: Session, body: Body) -> None:
    """Switch what is named and leave what is not. Airplane mode ends both bearers, and its end brings one back."""
    asked = {
        name: field(body, name, bool)
        for name in ("wifi", "data", "airplaneMode")
        if body.get(name) is not None
    }
    if not asked:
        raise invalid("name at least one of wifi, data, airplaneMode, each true or false")
    phone = session.phone
    if "airplaneMode" in asked:
        phone.settings.set({AIRPLANE: asked["airplaneMode"]})
        phone.network.up = not asked["airplaneMode"]
    if {"wifi", "data"} & asked.keys():
        _set_bearers(phone.network, {**connectivity(session, {}), **asked})


def _set_bearers(network: Network, wanted: Mapping[str, bool]) -> None:
    """Wi-Fi goes before mobile data."""
    if wanted["wifi"] or wanted["data"]:
        network.kind = WIFI if wanted["wifi"] else MOBILE
    network.up = wanted["wifi"] or wanted["data"]


CALLS: Mapping[str, Callable[[Phone, str], None]] = {
    "call": lambda phone, number: phone.incoming_call(number),
    "accept": lambda phone, _: phone.answer_call(),
    "cancel": lambda phone, _: phone.end_call(),
}


def gsm_call(session: Session, body: Body) -> None:
    """Somebody rings the phone, the phone answers, the call ends."""
    act, number = choice(body, "action", CALLS), field(body, "phoneNumber", str)
    try:
        act(session.phone, number)
    except ValueError as refusal:
        raise WireError("unknown error", f"gsmCall {body['action']}: {refusal}") from refusal


TABLE = {"getConnectivity": connectivity, "setConnectivity": set_connectivity, "gsmCall": gsm_call}
