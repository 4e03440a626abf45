"""The platform's HTTP API as an app speaks it: contracts/platform.openapi.yaml."""

from collections.abc import Mapping
from typing import Any, Protocol

import msgspec

from simulators.phone.network import Network, NetworkDown, Response

__all__ = ["Api", "NetworkDown", "Rejected", "settled"]

JSON = "application/json"
BASE = "/api/v1"
PASSING = (401, 423, 429, 503)
"""Log in anew, locked, too many at once, out of service: what was asked for is neither done nor refused."""


class Rejected(Exception):
    """The platform, or something on the way to it, answered no. `message` is for the candidate, in Chinese."""

    def __init__(self, status: int, cause: str, message: str) -> None:
        super().__init__(f"{status} {cause}: {message}")
        self.status, self.cause, self.message = status, cause, message


def settled(trouble: NetworkDown | Rejected) -> bool:
    """Whether that was an answer to what was asked for; if not, the same request may still be taken."""
    return isinstance(trouble, Rejected) and trouble.status not in PASSING


class Speaker(Protocol):
    """The app in whose name something is sent."""

    version: str

    def may_connect(self) -> bool: ...


class Api:
    """Speaks for one physical phone, over its network, in the name of an app of some version."""

    def __init__(self, network: Network, base: str, device: str, speaker: Speaker) -> None:
        self._network, self._device, self._speaker = network, device, speaker
        self._base = base.rstrip("/").removesuffix(BASE)

    def get(self, path: str, token: str | None) -> Any:
        return self._answer(self.raw("GET", path, token))

    def post(self, path: str, token: str | None, body: Mapping[str, Any] | None = None) -> Any:
        """POST with a JSON body. Rejected for a refusal, NetworkDown for no answer."""
        content = msgspec.json.encode(body or {})
        return self._answer(self.raw("POST", path, token, {"Content-Type": JSON}, content))

    def put(self, path: str, token: str | None, body: Mapping[str, Any]) -> Any:
        """PUT with a JSON body."""
        return self._answer(self.raw("PUT", path, token, {"Content-Type": JSON}, msgspec.json.encode(body)))

    def send_image(self, method: str, path: str, token: str | None, jpeg: bytes) -> Any:
        return self._answer(self.raw(method, path, token, {"Content-Type": "image/jpeg"}, jpeg))

    def raw(
        self,
        method: str,
        path: str,
        token: str | None,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> Response:
        """One exchange with this phone's identity; any status is an answer. `path` may be a whole URL."""
        if not self._speaker.may_connect():
            raise NetworkDown("the system does not let this app use the network")
        own = {
            "X-Device": self._device,
            "X-App-Version": self._speaker.version,
            **({"Authorization": f"Bearer {token}"} if token else {}),
        }
        url = path if "://" in path else f"{self._base}{BASE}{path}"
        return self._network.request(method, url, {**own, **(headers or {})}, body)

    def absolute(self, location: str) -> str:
        """The URL that a Location header names."""
        return location if "://" in location else f"{self._base}{location}"

    def _answer(self, response: Response) -> Any:
        if response.status >= 400:
            raise rejection(response)
        return response.json() if response.body else None


def rejection(response: Response) -> Rejected:
    """What an answer of 400 and more says."""
    try:
        refused = response.json()["refused"]
        return Rejected(response.status, refused["cause"], refused["message"]["zh"])
    except (msgspec.DecodeError, KeyError, TypeError):
        return Rejected(
            response.status, f"http_{response.status}", f"服务暂时不可用（{response.status}），请稍后重试"
        )
