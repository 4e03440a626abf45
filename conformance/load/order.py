"""What a process that plays phones is told to do: a file of JSON, so that processes on other machines can be given it too."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from conformance.load.plan import Plan

TOKEN = "EXAMGATE_BENCH_TOKEN"
"""The variable that holds the bench's token; no file does."""
Role = Literal["local", "master", "worker"]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """`platform` is the API's address, `bench` that of the clock; `folder` takes the records of users.

    `workers`: how many play; a master waits for so many, and a worker speaks to the master at `host` and `port`, which
    gives it the rest.
    `web`: locust's own page on this port. `pid`: the platform's process, where the run has started it and it keeps files.
    `otlp`: where OpenTelemetry is sent, with spans of `otlp_share` of the requests.
    """

    plan: Plan | None = None
    platform: str = ""
    bench: str = ""
    folder: str = ""
    role: Role = "local"
    workers: int = 1
    host: str = "127.0.0.1"
    port: int = 0
    web: int | None = None
    otlp: str = ""
    otlp_share: float = 0.01
    pid: int | None = None

    @property
    def played(self) -> Plan:
        """The plan; ValueError where only a master knows it."""
        if self.plan is None:
            raise ValueError("this order has no plan; a worker is given it by its master")
        return self.plan

    def write(self, file: Path) -> None:
        file.write_bytes(msgspec.json.format(msgspec.json.encode(self), indent=1))


def read(file: Path) -> Order:
    """OSError or msgspec.DecodeError where there is no order."""
    return msgspec.json.decode(file.read_bytes(), type=Order)


def follower(host: str, port: int) -> Order:
    """That of a worker without a folder in common with its master."""
    return Order(role="worker", host=host, port=port)
