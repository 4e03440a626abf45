"""The web inspector: there is nothing to inspect, as no app of these phones shows web pages."""

import logging

from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.plists import BadFrame, receive, send, text

log = logging.getLogger(__name__)
IDENTIFIED = "_rpc_reportIdentifier:"
ANSWERS = (
    {"__selector": "_rpc_reportSetup:", "__argument": {}},
    {
        "__selector": "_rpc_reportConnectedApplicationList:",
        "__argument": {"WIRApplicationDictionaryKey": {}},
    },
)


async def serve(device: Device, channel: Channel) -> None:
    """Until the other side hangs up."""
    try:
        while True:
            if text(await receive(channel), "__selector") == IDENTIFIED:
                for answer in ANSWERS:
                    await send(channel, answer)
    except BadFrame as fault:
        log.info("the web inspector of %s closes a connection: %s", device.phone.udid, fault)
