"""lockdownd: who the phone is, a session under TLS with a computer that it trusts, and the services it starts."""

import logging
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.plists import BadFrame, Plist, receive, send, text
from simulators.wire.ios.services.table import SERVICES
from simulators.wire.ios.services.values import DOMAINS

log = logging.getLogger(__name__)
PORT = 62_078
TYPE = "com.apple.mobile.lockdown"
START, STOP = "StartSession", "StopSession"


async def serve(device: Device, channel: Channel) -> None:
    """Until the other side hangs up."""
    try:
        while device.here:
            asked = await receive(channel)
            name = text(asked, "Request")
            answer = ANSWERS[name](device, asked) if name in ANSWERS else {"Error": "InvalidRequest"}
            await send(channel, {"Request": name, **answer})
            if "Error" not in answer and name in AFTERWARDS:
                await AFTERWARDS[name](device, channel)
    except BadFrame as fault:
        log.info("lockdownd of %s closes a connection: %s", device.phone.udid, fault)
        await send(channel, {"Error": "InvalidRequest", "ErrorDescription": str(fault)})


def value(device: Device, asked: Plist) -> Plist:
    """One value, or all of a domain."""
    domain, key = text(asked, "Domain"), text(asked, "Key")
    named = {name: said for name, said in (("Domain", domain), ("Key", key)) if said}
    with device.turn("GetValue") as phone:
        known: Mapping[str, Any] = DOMAINS[domain](device, phone) if domain in DOMAINS else {}
    if key and key not in known:
        return {**named, "Error": "MissingValue"}
    return {**named, "Value": known[key] if key else dict(known)}


def begin(device: Device, asked: Plist) -> Plist:
    if not device.pairing.trusts(text(asked, "HostID")):
        return {"Error": "InvalidHostID"}
    return {"SessionID": str(uuid4()).upper(), "EnableSessionSSL": True}


def pair(device: Device, asked: Plist) -> Plist:
    """Whoever asks is trusted: nobody stands before the phone to say so."""
    record = asked.get("PairRecord")
    host = text(record, "HostID") if isinstance(record, dict) else ""
    if not host:
        return {"Error": "InvalidPairRecord"}
    device.pairing.hosts.add(host)
    return {"EscrowBag": bytes(32)}


def unpair(device: Device, asked: Plist) -> Plist:
    record = asked.get("PairRecord")
    device.pairing.hosts.discard(text(record, "HostID") if isinstance(record, dict) else "")
    return {}


def start(device: Device, asked: Plist) -> Plist:
    name = text(asked, "Service")
    if name not in SERVICES:
        return {"Service": name, "Error": "InvalidService"}
    return {"Service": name, "Port": device.open(SERVICES[name]), "EnableServiceSSL": False}


async def _secure(device: Device, channel: Channel) -> None:
    await channel.secure(device.pairing.context)


async def _unsecure(_: Device, channel: Channel) -> None:
    await channel.unsecure()


def said(answer: Plist) -> Callable[[Device, Plist], Plist]:
    return lambda _, __: answer


ANSWERS: Mapping[str, Callable[[Device, Plist], Plist]] = {
    "QueryType": said({"Type": TYPE}),
    "GetValue": value,
    "SetValue": said({"Error": "SetProhibited"}),
    "RemoveValue": said({"Error": "SetProhibited"}),
    "Pair": pair,
    "ValidatePair": said({"TrustedHostAttached": True}),
    "Unpair": unpair,
    START: begin,
    STOP: said({}),
    "StartService": start,
    "Goodbye": said({}),
}
AFTERWARDS = {START: _secure, STOP: _unsecure}
"""What becomes of the connection once the answer is given."""
