"""The services that lockdown starts, by name."""

import logging
from collections.abc import Mapping
from functools import partial

from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device, Serve
from simulators.wire.ios.plists import BadFrame
from simulators.wire.ios.services import afc, house, inspector, installation, notices, syslog

log = logging.getLogger(__name__)


async def kept(name: str, serve: Serve, device: Device, channel: Channel) -> None:
    """Until the other side hangs up, or sends what cannot be read: the connection ends, the phone goes on."""
    try:
        await serve(device, channel)
    except BadFrame as fault:
        log.info("%s of %s closes a connection: %s", name, device.phone.udid, fault)


SPOKEN: Mapping[str, Serve] = {
    "com.apple.afc": afc.serve,
    "com.apple.mobile.house_arrest": house.serve,
    "com.apple.mobile.installation_proxy": installation.serve,
    "com.apple.mobile.notification_proxy": notices.serve,
    "com.apple.syslog_relay": syslog.serve,
    "com.apple.webinspector": inspector.serve,
}
SERVICES: Mapping[str, Serve] = {name: partial(kept, name, serve) for name, serve in SPOKEN.items()}
