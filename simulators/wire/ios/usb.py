"""iPhones on their cables: each has WebDriverAgent on a port of its own, and all are known to one usbmuxd."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from simulators.core.starting import listen
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.ios.agent import Agent
from simulators.wire.ios.http import serve
from simulators.wire.thread import LoopThread

HOST = "127.0.0.1"


class Usb:
    """The cables of all iPhones; usbmuxd listens at `path`."""

    def __init__(self, turns: Turns, path: Path) -> None:
        self._turns, self._path = turns, path
        self._thread = LoopThread("usb")
        self._agents: dict[str, Agent] = {}

    def plug(self, phone: Phone) -> Mapping[str, str]:
        """Attach this iPhone: `wda` is WebDriverAgent's URL, `usbmuxd` the path of the socket where it is found."""
        if phone.model.platform != "iOS":
            return {}
        listener = listen(HOST, 0, f"WebDriverAgent of {phone.udid}", "--usb")
        self._agents[phone.udid] = agent = Agent(phone, self._turns)
        self._thread.begin(phone.udid, partial(serve, agent.asgi, listener))
        return {"wda": f"http://{HOST}:{listener.getsockname()[1]}", "usbmuxd": str(self._path)}

    def unplug(self, udid: str) -> None:
        """Detach it, soon; from now on nothing reaches the phone through it."""
        agent = self._agents.pop(udid, None)
        if agent is not None:
            agent.close()
            self._thread.end(udid)

    def close(self) -> None:
        """Detach all and end the thread."""
        for udid in list(self._agents):
            self.unplug(udid)
        self._thread.close()
