"""House arrest: the room of one app, first asked for, then gone through as by AFC on the same connection."""

from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.plists import receive, send, text
from simulators.wire.ios.services import afc
from simulators.wire.ios.services.files import Files
from simulators.wire.webdriver.disk import IOS

COMMANDS = ("VendContainer", "VendDocuments")


async def serve(device: Device, channel: Channel) -> None:
    """Until the other side hangs up."""
    asked = await receive(channel)
    name = text(asked, "Identifier")
    if text(asked, "Command") not in COMMANDS:
        await send(channel, {"Error": "UnknownCommand"})
    elif name not in device.phone.apps:
        await send(channel, {"Error": "InstallationLookupFailed"})
    else:
        await send(channel, {"Status": "Complete"})
        room = IOS.room.format(package=name)
        await afc.converse(device, channel, Files(device.phone, device.folders, room))
