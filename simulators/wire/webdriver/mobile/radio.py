"""Radio: connectivity, calls and text messages, as an emulator takes them."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, choice, shown
from simulators.wire.webdriver.mobile.verb import WORD, WORDS, Kinds, Verb
from simulators.wire.webdriver.parts import Network
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session

WIFI, MOBILE = "wifi", "mobile"
AIRPLANE = "airplane_mode"
MILLIS = 1000
SERVICES: Kinds = {"wifi": bool, "data": bool, "airplaneMode": bool}


def connectivity(session: Session, body: Body) -> Any:
    """Of the two bearers the phone uses one at a time; `services` may name what is wanted."""
    network = session.phone.network
    now = {
        "wifi": network.up and network.kind == WIFI,
        "data": network.up and network.kind != WIFI,
        "airplaneMode": session.phone.settings[AIRPLANE],
    }
    asked = body.get("services", list(now))
    wanted = [asked] if isinstance(asked, str) else asked
    unknown = [name for name in wanted if name not in tuple(SERVICES)]
    if unknown:
        raise invalid(f"'services' has {shown(unknown[0])}; there are {', '.join(SERVICES)}")
    return {name: now[name] for name in wanted}


def set_connectivity(session: Session, body: Body) -> None:
    """Switch what is named and leave what is not. Airplane mode ends both bearers, its end gives back what there was."""
    if not body:
        raise invalid(f"name at least one of {', '.join(SERVICES)}, each true or false")
    phone = session.phone
    if "airplaneMode" in body:
        phone.settings.set({AIRPLANE: body["airplaneMode"]})
    if {"wifi", "data"} & body.keys():
        _set_bearers(phone.network, {**connectivity(session, {}), **body})


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
    act = choice(body, "action", CALLS)
    try:
        act(session.phone, str(body["phoneNumber"]))
    except ValueError as refusal:
        raise WireError("unknown error", f"gsmCall {body['action']}: {refusal}") from refusal


def send_sms(session: Session, body: Body) -> None:
    session.phone.receive_message(str(body["phoneNumber"]), body["message"])


def list_sms(session: Session, _: Body) -> Any:
    """The newest first, as Android's own list has them."""
    items = [
        {
            "id": str(number),
            "address": one.sender,
            "date": round(one.at.timestamp() * MILLIS),
            "read": "0",
            "type": "1",
            "body": one.text,
        }
        for number, one in enumerate(session.phone.messages, 1)
    ]
    return {"items": items[::-1], "total": len(items)}


def speed(session: Session, body: Body) -> None:
    """As fast as that kind of network is."""
    session.phone.network.set(bytes_per_second=choice(body, "speed", SPEEDS) * 1000 // 8)


SPEEDS: Mapping[str, int] = {
    "gsm": 14,
    "scsd": 43,
    "gprs": 57,
    "edge": 473,
    "umts": 384,
    "hsdpa": 13_980,
    "lte": 173_000,
    "evdo": 280_000,
}
"""Kilobits a second towards the phone, as the emulator has them."""
ANDROID: Mapping[str, Verb] = {
    "networkSpeed": Verb(speed, {"speed": str}),
    "getConnectivity": Verb(connectivity, takes={"services": WORDS}),
    "setConnectivity": Verb(set_connectivity, takes=SERVICES),
    "gsmCall": Verb(gsm_call, {"phoneNumber": WORD, "action": str}),
    "sendSms": Verb(send_sms, {"phoneNumber": WORD, "message": str}),
    "listSms": Verb(list_sms),
}
