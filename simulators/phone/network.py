"""A phone's network: whether it is up, how fast and how reliable it is, and what goes wrong with the next request."""

from collections import deque
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from simulators.core.chance import Chance
from simulators.phone.faults import KINDS, Fault, Request
from simulators.phone.http import Connection, Meter, NetworkDown, Part, Response

__all__ = ["Fault", "Network", "NetworkDown", "Response"]

Address = tuple[str, int]
KINDS_OF_NETWORK = {"cellular": "mobile"}
"""Other words for a kind."""
MOST_BARS = 4


class Network:
    """`kind` is wifi, mobile or none. Bytes sent and received are those on the wire, heads included.

    Whether a request is lost, and how much the latency wavers, is drawn from `chance`. `later` calls something when the
    request under way is over.
    """

    def __init__(
        self,
        speeds: Mapping[str, int],
        chance: Chance | None = None,
        later: Callable[[Callable[[], None]], object] = lambda action: action(),
    ) -> None:
        self.faults: deque[Fault] = deque()
        self.latency_ms = self.jitter_ms = 0
        self.loss = 0.0
        """The share of requests that are lost."""
        self.bars = MOST_BARS
        """How good the signal is, as the phone shows it."""
        self.generation = "5G"
        """What the mobile network is."""
        self.changes = 0
        """How often the connection came, went or changed; an upload under way compares it."""
        self._meter = Meter(self._cut_off)
        self._draws = (chance or Chance(0)).random
        self._later = later
        self._speeds = dict(speeds)
        self._up, self._kind = True, "wifi"
        self._before_flight: bool | None = None
        """Whether the network was on when airplane mode began; None outside of it."""
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
    def sent(self) -> int:
        return self._meter.sent

    @property
    def received(self) -> int:
        return self._meter.received

    @property
    def outage_after(self) -> int | None:
        """So many bytes more, sent or received, and the network is gone; None where nothing of the kind is due."""
        return self._meter.left

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
        jitter_ms: int | None = None,
        loss: float | None = None,
        outage_after_bytes: int | None = None,
        bars: int | None = None,
        generation: str | None = None,
    ) -> None:
        """Change what is named; apps hear of it where the connection itself changed."""
        self._rate = bytes_per_second or self._rate
        self.latency_ms = self.latency_ms if latency_ms is None else latency_ms
        self.jitter_ms = self.jitter_ms if jitter_ms is None else jitter_ms
        self.loss = self.loss if loss is None else loss
        self.bars = self.bars if bars is None else bars
        self.generation = generation or self.generation
        if outage_after_bytes is not None or up:
            self._meter.left = outage_after_bytes
        kind = self._kind if kind is None else KINDS_OF_NETWORK.get(kind, kind)
        if self._becomes(self._up if up is None else up, kind):
            self._tell()

    def airplane(self, on: bool) -> None:
        """Airplane mode switches the radio off; its end gives back what there was before."""
        if on and self._before_flight is None:
            before = self._up
            self.set(up=False)
            self._before_flight = before
        elif not on and self._before_flight is not None:
            before, self._before_flight = self._before_flight, None
            self.set(up=before)

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` whenever the connection comes, goes or changes its kind."""
        self._watchers.append(watcher)

    def seconds_for(self, nominal: int) -> float:
        """How long so many nominal bytes take, this time."""
        wavers = self._draws.uniform(-self.jitter_ms, self.jitter_ms) if self.jitter_ms else 0.0
        return nominal / self.bytes_per_second + max(0.0, self.latency_ms + wavers) / 1000

    def request(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> Response:
        """One exchange. NetworkDown where no whole answer came; any HTTP status is an answer."""
        wish = Request(method, url, headers or {}, body)
        if not self.up:
            raise NetworkDown(f"no network: {method} {url} could not leave the phone")
        if self.loss and self._draws.random() < self.loss:
            raise NetworkDown(f"{method} {url} was lost on the way")
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
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    def _connection(self, address: Address) -> Connection:
        idle = self._idle.get(address, [])
        while idle:
            connection = idle.pop()
            if connection.alive():
                return connection
            connection.close()
        return Connection(*address, self._meter)

    def _becomes(self, up: bool, kind: str) -> bool:
        """Whether that is another connection than before."""
        before = (self.up, self._kind)
        self._up, self._kind = up, kind
        if before == (self.up, kind):
            return False
        self.close()
        self.changes += 1
        return True

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()

    def _cut_off(self) -> None:
        """The last byte that there was to be has passed; whoever waits for a change hears of it afterwards."""
        if self._becomes(False, self._kind):
            self._later(self._tell)
