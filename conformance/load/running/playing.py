"""The processes that play phones: one; several here, led by one of them; or several on other machines, led from here."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from conformance.load import order
from conformance.load.order import Order
from conformance.load.running import children
from conformance.load.running.children import Child
from conformance.saying import Stopped
from reports.form import Text

PLAY, RACES = "conformance.load.play", "conformance.load.races"
"""What plays phones through their day, and what has them race."""
LOG = "phones.log"
START_S = 60.0
EVERYWHERE = "*"
PHONES = Text("what plays the phones", "模拟手机的进程")
DIED = Text("a process that played phones ended before its time", "模拟手机的进程提前结束")
NO_MASTER = Text("the master cannot be reached, or gave up", "无法连接主控进程，或其已中止")


@dataclass(frozen=True, slots=True)
class Players:
    """How many processes play, 0: as many as it takes. `far`: they are on other machines and come to `port`."""

    count: int = 0
    far: bool = False
    port: int = 0


@contextlib.contextmanager
def players(wanted: Order, how: Players, token: str, folder: Path) -> Iterator[Child]:
    """Whoever says how it goes: the only process, or the master of the others. All are ended with the block."""
    if how.count == 1 and not how.far:
        with children.running(_start(wanted, "order.json", token, folder)) as child:
            yield child
        return
    host = EVERYWHERE if how.far else wanted.host
    leading = replace(wanted, role="master", workers=how.count, host=host, port=how.port)
    with contextlib.ExitStack() as stack:
        master = stack.enter_context(children.running(_start(leading, "order.json", token, folder)))
        port = int(children.first_line(master, PHONES, START_S)["port"])
        for number in range(0 if how.far else how.count):
            following = replace(wanted, role="worker", port=port, web=None)
            stack.enter_context(children.running(_start(following, f"order-{number}.json", token, folder)))
        yield master


def work(host: str, port: int, token: str, folder: Path) -> None:
    """Play for a master on another machine, to the end; Stopped where that does not come."""
    try:
        there = socket.gethostbyname(host)
    except OSError as fault:
        raise Stopped(NO_MASTER, f"{host}: {fault}") from fault
    with children.running(_start(order.follower(there, port), "order.json", token, folder)) as child:
        with contextlib.suppress(EOFError):
            while True:
                child.next(START_S)
        if child.process.wait() != 0:
            raise Stopped(NO_MASTER, child.last_words())


def died(child: Child) -> Text:
    """That a process ended too early, with its last words."""
    last = child.last_words().rpartition("\n")[2]
    return Text(f"{DIED.en}: {last}", f"{DIED.zh}：{last}") if last else DIED


def _start(wanted: Order, name: str, token: str, folder: Path) -> Child:
    file = folder / name
    wanted.write(file)
    module = RACES if wanted.plan and wanted.plan.races else PLAY
    return children.start(module, [str(file)], folder / LOG, {order.TOKEN: token})
