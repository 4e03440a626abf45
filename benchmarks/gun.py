"""locust's FastHttpUser at a server, in a process of its own: `python -m benchmarks.gun`, a plan on the standard input.

The plan: `host`, `users`, `seconds`, `requests` (rows of method, path, headers, body), which each user sends one after the
other from a place of its own on. The answer, on the standard output: requests a second, milliseconds, how many failed.
"""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - what gevent patches comes first
import sys  # noqa: E402
from itertools import count, cycle, islice  # noqa: E402
from typing import Any  # noqa: E402

import gevent  # noqa: E402
from locust import FastHttpUser, constant, task  # noqa: E402
from locust.env import Environment  # noqa: E402


def shoot(plan: dict[str, Any]) -> dict[str, float]:
    """Send for so many seconds, once all users are there."""
    rows, numbers = plan["requests"], count()

    class Phone(FastHttpUser):
        host, wait_time, network_timeout = plan["host"], constant(0), 30.0

        def on_start(self) -> None:
            begin = next(numbers) * max(1, len(rows) // plan["users"]) % len(rows)
            self.rows = islice(cycle(rows), begin, None)

        @task
        def send(self) -> None:
            method, path, headers, body = next(self.rows)
            self.client.request(method, path, data=body, headers=headers, name="all")

    environment = Environment(user_classes=[Phone])
    runner = environment.create_local_runner()
    runner.start(plan["users"], spawn_rate=plan["users"])
    gevent.sleep(plan["seconds"] / 4)
    environment.stats.reset_all()
    gevent.sleep(plan["seconds"])
    seen = environment.stats.total
    told = {
        "rate": seen.num_requests / plan["seconds"],
        "median": seen.get_response_time_percentile(0.5),
        "p99": seen.get_response_time_percentile(0.99),
        "requests": seen.num_requests,
        "failed": seen.num_failures,
    }
    runner.quit()
    return told


if __name__ == "__main__":
    print(json.dumps(shoot(json.load(sys.stdin))), flush=True)
