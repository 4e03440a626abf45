"""The web inspector: there is nothing to inspect, as no app of these phones shows web pages."""

from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.plists import receive, send, text

IDENTIFIED = "_rpc_reportIdentifier:"
ANSWERS = (
    {"__selector": "_rpc_reportSetup:", "__argument": {}},
    {
        "__selector": "_rpc_reportConnectedApplicationList:",
        "__argument": {"WIRApplicationDictionaryKey": {}},
    },
)


async def serve(_: Device, channel: Channel) -> None:
    """Until the other side hangs up."""
    while True:
        if text(await receive(channel), "__selector") == IDENTIFIED:
            for answer in ANSWERS:
                await send(channel, answer)
