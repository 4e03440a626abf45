"""iPhones on their cables: each has WebDriverAgent on a port of its own, and all are known to one usbmuxd."""

from collections.abc import Mapping
from functools import partial
from itertools import count
from pathlib import Path

from simulators.core.starting import listen
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.agent import Agent
from simulators.wire.ios.device import Device
from simulators.wire.ios.http import serve
from simulators.wire.ios.mux.daemon import Daemon
from simulators.wire.ios.mux.listening import Listening, bound
from simulators.wire.ios.pairing import paired
from simulators.wire.thread import LoopThread

HOST = "127.0.0.1"
MUX = "usbmuxd"


class Usb:
    """The cables of all iPhones; usbmuxd listens at `path`. PortTaken where it cannot."""

    def __init__(self, turns: Turns, path: Path) -> None:
        self._turns, self.path = turns, path
        self._daemon, self._numbers = Daemon(paired()), count(1)
        self._agents: dict[str, Agent] = {}
        self._listening = Listening(self._daemon, bound(path))
        self._thread = LoopThread("usb")
        self._thread.begin(MUX, self._listening.serve)

    def plug(self, phone: Phone) -> Mapping[str, str]:
        """Attach this iPhone: `wda` is WebDriverAgent's URL, `usbmuxd` the path of the socket where it is found."""
        if phone.model.platform != "iOS":
            return {}
        listener = listen(HOST, 0, f"WebDriverAgent of {phone.udid}", "--usb")
        port: int = listener.getsockname()[1]
        device = Device(next(self._numbers), phone, self._turns, self._daemon.pairing, port)
        self._agents[phone.udid] = agent = Agent(phone, self._turns)
        self._daemon.devices[phone.udid] = device
        self._thread.begin(phone.udid, partial(serve, agent.asgi, listener))
        self._thread.begin(f"{MUX} {phone.udid}", partial(self._daemon.came, device))
        return {"wda": f"http://{HOST}:{port}", "usbmuxd": str(self.path)}

    def unplug(self, udid: str) -> None:
        """Detach it, soon; from now on nothing reaches the phone through it."""
        agent = self._agents.pop(udid, None)
        if agent is not None:
            agent.close()
            device = self._daemon.devices.pop(udid)
            device.plugged = False
            device.pairing.saved.pop(udid, None)
            self._thread.end(udid)
            self._thread.begin(f"{MUX} {udid}", partial(self._daemon.gone, device))

    def close(self) -> None:
        """Nobody finds usbmuxd any more; whoever talks to it may finish; then all is detached and the thread ends."""
        self.path.unlink(missing_ok=True)
        self._thread.finish(MUX, self._listening.end)
        for udid in list(self._agents):
            self.unplug(udid)
        self._thread.close()
