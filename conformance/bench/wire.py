"""HTTP to a bench: JSON out, typed forms in, every failure named for who is to blame."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NoReturn, TypeVar

import msgspec
import urllib3

from conformance.bench.forms import Now, Probed, Record, Records, Together
from conformance.outcome import ControlMissing, KitFault, Outcome, RefusedWhen, TransportLost
from reports.form import Text

T = TypeVar("T")
CONNECT_S = 5.0
ANSWER_S = 120.0
"""Wall seconds: for a loopback connection, and for a command that moves a whole exam."""


class Absent(KitFault):
    """The bench has nothing of that name."""


class BenchWire:
    """One bench, one token. A request is never repeated by itself: a command is not idempotent."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        timeout = urllib3.Timeout(connect=CONNECT_S, read=ANSWER_S)
        self._http = urllib3.PoolManager(timeout=timeout, retries=False, maxsize=1)

    def close(self) -> None:
        self._http.clear()

    def tell(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> bytes:
        """Send; the answer's bytes. Raises an `Outcome`."""
        content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        try:
            answer = self._http.request(method, self.url + path, body=content, headers=self._headers)
        except urllib3.exceptions.HTTPError as fault:
            raise _silent(self.url, fault) from fault
        if answer.status >= 400:
            _blame(answer.status, answer.data, f"{method} {path}")
        return answer.data

    def ask(self, method: str, path: str, form: type[T], body: Mapping[str, Any] | None = None) -> T:
        """Send, and read the answer as `form`."""
        content = self.tell(method, path, body)
        try:
            return msgspec.json.decode(content, type=form)
        except msgspec.MsgspecError as fault:
            raise KitFault(
                Text(
                    f"the bench's answer to {method} {path} does not fit its contract",
                    f"测试台对 {method} {path} 的应答不符合约定",
                ),
                seen=f"{fault}: {content[:200].decode(errors='replace')}",
            ) from fault

    def instant(self, method: str, body: Mapping[str, Any] | None) -> datetime:
        return self.ask(method, "/clock", Now, body).now

    def records(self, since: int) -> list[Record]:
        return list(self.ask("GET", f"/records?since={since}", Records).records)

    def probed(self, probes: Sequence[Mapping[str, Any]]) -> list[Probed]:
        return list(self.ask("POST", "/probes/together", Together, {"probes": list(probes)}).results)


def _silent(url: str, fault: Exception) -> TransportLost:
    return TransportLost(
        Text(f"the bench at {url} does not answer", f"测试台 {url} 没有应答"),
        seen=f"{type(fault).__name__}: {fault}",
    )


def _blame(status: int, content: bytes, what: str) -> NoReturn:
    error = _error(content)
    message = str(error.get("message") or content[:300].decode(errors="replace"))
    raise BLAME.get(status, _asked_wrongly)(what, message, error)


def _error(content: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(content)
    except ValueError:
        return {}
    error = parsed.get("error") if isinstance(parsed, dict) else None
    return error if isinstance(error, dict) else {}


def _unauthorised(_what: str, message: str, _error: Mapping[str, Any]) -> Outcome:
    said = Text(
        "the bench does not accept this token; check `token` in the target file",
        "测试台不接受此令牌，请核对对象文件中的 token",
    )
    return TransportLost(said, seen=message)


def _missing(what: str, _message: str, error: Mapping[str, Any]) -> Outcome:
    return ControlMissing(str(error.get("control") or what.split(" ", 1)[1].strip("/")))


def _refused(what: str, message: str, _error: Mapping[str, Any]) -> Outcome:
    return RefusedWhen(Text(f"the bench refuses {what}", f"测试台拒绝执行 {what}"), seen=message)


def _full(_what: str, message: str, _error: Mapping[str, Any]) -> Outcome:
    return TransportLost(
        Text("the bench has no room left on its disk", "测试台所在磁盘空间不足"), seen=message
    )


def _absent(what: str, message: str, _error: Mapping[str, Any]) -> Outcome:
    return Absent(_cannot(what), seen=message)


def _asked_wrongly(what: str, message: str, _error: Mapping[str, Any]) -> Outcome:
    return KitFault(_cannot(what), seen=message)


def _cannot(what: str) -> Text:
    return Text(f"the bench cannot do {what}", f"测试台无法执行 {what}")


BLAME: Mapping[int, Callable[[str, str, Mapping[str, Any]], Outcome]] = {
    401: _unauthorised,
    403: _unauthorised,
    404: _absent,
    409: _refused,
    501: _missing,
    507: _full,
}
