"""HTTP to the platform without an app: requests that can be prepared first and fired together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
import urllib3

from simulators.door.errors import BenchError

API = "/api/v1"
SECONDS = urllib3.Timeout(connect=5, read=60)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the platform answered; `content` is its JSON, empty where there is none."""

    status: int
    headers: Mapping[str, str]
    content: Mapping[str, Any]

    @property
    def accepted(self) -> bool:
        return 200 <= self.status < 300


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    path: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class Line:
    """One phone's own connection to the platform. Nothing is repeated by itself."""

    def __init__(
        self, platform_url: str, device: str, token: str | None = None, app_version: str | None = None
    ) -> None:
        self._url, self.token = platform_url, token
        self._stated = {"X-Device": device, **({"X-App-Version": app_version} if app_version else {})}
        self._http = urllib3.PoolManager(maxsize=1, retries=False, timeout=SECONDS)

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.clear()

    def send(self, request: Request) -> Reply:
        """One request, one answer; BenchError where the platform does not answer."""
        headers = {**self._stated, **request.headers}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        url = self._address(request.path)
        try:
            answer = self._http.request(
                request.method, url, body=request.body, headers=headers, redirect=False
            )
        except urllib3.exceptions.HTTPError as error:
            raise BenchError(
                f"the platform did not answer {request.method} {request.path}: {error}"
            ) from error
        return Reply(answer.status, dict(answer.headers), _content(answer.data))

    def _address(self, path: str) -> str:
        """A path of the API, or the address that the platform itself named."""
        if path.startswith(self._url):
            return path
        return self._url + (path if path.startswith(API) else API + path)

    def post(self, path: str, **content: Any) -> Reply:
        return self.send(json_request("POST", path, content))

    def get(self, path: str) -> Reply:
        return self.send(Request("GET", path))


Shot = Callable[[Line], Reply]


def json_request(method: str, path: str, content: Mapping[str, Any]) -> Request:
    return Request(method, path, msgspec.json.encode(content), {"Content-Type": "application/json"})


def _content(data: bytes) -> Mapping[str, Any]:
    if not data:
        return {}
    try:
        content = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise BenchError(f"the platform answered what is no JSON: {data[:60]!r}") from error
    return content if isinstance(content, dict) else {"content": content}
