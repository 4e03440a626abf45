"""How many phones one process carries, and how it answers among them: `python -m benchmarks phones`.

The phones belong to one world of one `python -m simulators`; each has an app in front and is looked at and touched
once, as a phone in use is. Memory is the process's resident set; a command is a find and a click on one phone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import psutil
import urllib3
from appium.webdriver.common.appiumby import AppiumBy

from benchmarks import Benchmark, Sizes, say
from benchmarks.measured import Aim, Figure, Findings, milliseconds, one
from benchmarks.processes import simulated
from benchmarks.webdriver import Server

ROOM_MIB = 1024
"""What a thousand phones may take, all in all."""
SCAN = "com.xiaoyibang.aux:id/scan_advice"
PACKAGE = "com.xiaoyibang.aux"


def measure(sizes: Sizes) -> Findings:
    rows: dict[str, dict[str, Figure]] = {}
    with simulated() as world, urllib3.PoolManager() as pool:
        bench = Bench(pool, world["bench"], world["token"])
        process = psutil.Process(world["pid"])
        udids: list[str] = []
        for number in sorted({1, min(100, sizes["phones"]), sizes["phones"]}):
            udids += _use(bench, world["webdriver"], number - len(udids))
            rows[f"{number:,} phones"] = {
                "memory": one(process.memory_info().rss / 2**20, "MiB"),
                "a command": _command(world["webdriver"], udids[-1], sizes["times"]),
            }
    most, few = rows[f"{number:,} phones"], rows["1 phones"]
    each = (most["memory"].median - few["memory"].median) / max(1, sizes["phones"] - 1)
    rows["each phone more"] = {"memory": one(each * 1024, "KiB")}
    return Findings(rows, [Aim(f"{sizes['phones']:,} phones, MiB", most["memory"], most=ROOM_MIB)])


class Bench:
    """The bench of a simulation, as far as it is needed here."""

    def __init__(self, pool: urllib3.PoolManager, url: str, token: str) -> None:
        self._pool, self._url, self._headers = pool, url, {"Authorization": f"Bearer {token}"}

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        answer = self._pool.request("POST", self._url + path, json=dict(body), headers=self._headers)
        if answer.status >= 400:
            raise RuntimeError(f"{path}: {answer.status} {answer.data.decode()}")
        return answer.json() if answer.data else None


def _use(bench: Bench, webdriver: str, number: int) -> list[str]:
    """So many phones more, each used once."""
    udids = [bench.post("/phones", {"role": "aux"})["udid"] for _ in range(number)]
    for done, udid in enumerate(udids):
        if done % 100 == 0:
            say(f"phones: {done} of {number}")
        _touch(webdriver, udid)
    return udids


def _touch(webdriver: str, udid: str) -> None:
    """Start the app, look at the screen, photograph it, and look through the camera."""
    session = _server(webdriver, udid).session()
    try:
        session.activate_app(PACKAGE)
        _ = session.page_source
        session.get_screenshot_as_png()
        session.find_element(AppiumBy.ID, f"{PACKAGE}:id/scan").click()
    finally:
        session.quit()


def _command(webdriver: str, udid: str, times: int) -> Figure:
    session = _server(webdriver, udid).session()
    try:
        return Figure(
            tuple(milliseconds(lambda: session.find_element(AppiumBy.ID, SCAN)) for _ in range(times)), "ms"
        )
    finally:
        session.quit()


def _server(webdriver: str, udid: str) -> Server:
    return Server(webdriver, {"platformName": "Android", "appium:udid": udid, "appium:noReset": True})


BENCHMARK = Benchmark(
    "phones",
    "how many phones does one process carry, and how does it answer among them?",
    measure,
    full={"phones": 1000, "times": 100},
    tiny={"phones": 3, "times": 1},
)
