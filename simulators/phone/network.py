"""A phone's network: whether it is up, how fast it is, and what goes wrong with the next request."""

from collections import deque
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from simulators.phone.faults import KINDS, Fault, Request
from simulators.phone.http import Connection, NetworkDown, Part, Response

__all__ = ["Fault", "Network", "NetworkDown", "Response"]

Address = tuple[str, int]


class Network:
    """`kind` is wifi, mobile or none. Bytes sent and received are those on the wire, heads included."""

    def __init__(self, speeds: Mapping[str, int]) -> None:
        self.faults: deque[Fault] = deque()
        self.sent = self.received = 0
        self.latency_ms = 0
        self.changes = 0
        """How often the connection came, went or changed; an upload under way compares it."""
        self._speeds = dict(speeds)
        self._up, self._kind = True, "wifi"
        self._rate: int | None = None
        self._idle: dict[Address, list[Connection]] = {}
        self._watchers: list[Callable[[], None]] = []

    @property
    def up(self) -> bool:
        return self._up and self._kind != "none"

    @up.setter
    def up(self, up: bool) -> None:
        self.set(up=up)

    @property
    def kind(self) -> str:
        return self._kind

    @kind.setter
    def kind(self, kind: str) -> None:
        self.set(kind=kind)

    @property
    def bytes_per_second(self) -> int:
        """Nominal bytes a second: what was set, or what the phone's model reaches on this kind of network."""
        return self._rate or self._speeds.get(self._kind, self._speeds["mobile"])

    def set(
        self,
        *,
        up: bool | None = None,
        kind: str | None = None,
        bytes_per_second: int | None = None,
        latency_ms: int | None = None,
    ) -> None:
        """Change what is named; apps hear of it where the connection itself changed."""
        before = (self.up, self._kind)
        self._up = self._up if up is None else up
        self._kind = self._kind if kind is None else {"cellular": "mobile"}.get(kind, kind)
        self._rate = bytes_per_second or self._rate
        self.latency_ms = self.latency_ms if latency_ms is None else latency_ms
        if before != (self.up, self._kind):
            self._hang_up()
            self.changes += 1
            for watcher in self._watchers:
                watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` whenever the connection comes, goes or changes its kind."""
        self._watchers.append(watcher)

    def seconds_for(self, nominal: int) -> float:
        """How long so many nominal bytes take."""
        return nominal / self.bytes_per_second + self.latency_ms / 1000

    def request(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> Response:
        """One exchange. NetworkDown where no whole answer came; any HTTP status is an answer."""
        wish = Request(method, url, headers or {}, body)
        if not self.up:
            raise NetworkDown(f"no network: {method} {url} could not leave the phone")
        if self.faults and self.faults[0].fits(body):
            fault = self.faults.popleft()
            return KINDS[fault.kind](self, fault, wish)
        return self.send(wish)

    def send(self, request: Request, parts: tuple[Part, ...] | None = None) -> Response:
        """Put a request on the wire; `parts` instead of its body where a fault says so."""
        where = urlsplit(request.url)
        address = (where.hostname or "", where.port or 80)
        length = {"Content-Length": str(len(request.body))} if request.body or request.method != "GET" else {}
        target = where.path + (f"?{where.query}" if where.query else "")
        connection = self._connection(address)
        answer = connection.exchange(
            request.method, target, {**length, **request.headers}, (request.body,) if parts is None else parts
        )
        if connection.reusable:
            self._idle.setdefault(address, []).append(connection)
        return answer

    def close(self) -> None:
        """Close what is open; the phone goes away."""
        self._hang_up()

    def _connection(self, address: Address) -> Connection:
        idle = self._idle.get(address, [])
        while idle:
            connection = idle.pop()
            if connection.alive():
                return connection
            connection.close()
        return Connection(*address, self._count)

    def _hang_up(self) -> None:
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    def _count(self, sent: int, received: int) -> None:
        self.sent += sent
        self.received += received
