"""What a WebDriver command costs, against Appium's own fake driver: `python -m benchmarks webdriver`.

Both servers are processes of their own and answer the same client, Appium-Python-Client, taking turns within each
round. The fake driver is given the very page that our phone shows, so that both look through as many elements. The
element is a field of the log-in screen: a click on it calls no platform.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from appium import webdriver
from appium.options.common import AppiumOptions
from appium.webdriver.common.appiumby import AppiumBy
from lxml import etree

from benchmarks import Benchmark, Sizes, say
from benchmarks.measured import Aim, Figure, Findings, milliseconds, ratio
from benchmarks.processes import appium, simulated

FIELD = "com.xiaoyibang.main:id/account"
AIMS = {"find + click": 1 / 2, "new session + quit": 1 / 3, "page source": 1.0}
"""The most that ours may cost, as a part of the fake driver's."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where somebody listens, and with what a session is asked for."""

    url: str
    capabilities: Mapping[str, Any]

    def session(self) -> webdriver.Remote:
        return webdriver.Remote(self.url, options=AppiumOptions().load_capabilities(dict(self.capabilities)))


def measure(sizes: Sizes) -> Findings:
    with simulated() as ours, appium() as theirs, tempfile.TemporaryDirectory() as folder:
        udid = next(phone["udid"] for phone in ours["phones"] if phone["role"] == "main")
        android = {"platformName": "Android", "appium:automationName": "UiAutomator2", "appium:udid": udid}
        simulators = Server(ours["webdriver"], {**android, "appium:noReset": True})
        page = shown(simulators)
        app = Path(folder) / "app.xml"
        app.write_text(as_fake_app(page), encoding="utf-8")
        fake = {"platformName": "Fake", "appium:automationName": "Fake", "appium:deviceName": "Fake"}
        servers = {"simulators": simulators, "fake driver": Server(theirs, {**fake, "appium:app": str(app)})}
        taken = rounds(servers, sizes)
    rows = {
        deed: {**by_server, "ratio": ratio(by_server["simulators"], by_server["fake driver"])}
        for deed, by_server in taken.items()
    }
    aims = [Aim(deed, rows[deed]["ratio"], most=most) for deed, most in AIMS.items()]
    return Findings(rows, aims, [f"page of {page.count('resource-id')} elements, {len(page)} characters"])


def rounds(servers: Mapping[str, Server], sizes: Sizes) -> dict[str, dict[str, Figure]]:
    """Milliseconds of each deed on each server, one value a round; the first round warms and is not counted."""
    deeds: dict[str, Callable[[Server, Sizes], float]] = {
        "find + click": _find_and_click,
        "new session + quit": _new_and_quit,
        "page source": _page_source,
    }
    taken: dict[str, dict[str, list[float]]] = {deed: {name: [] for name in servers} for deed in deeds}
    for number in range(sizes["rounds"] + 1):
        say(f"webdriver: round {number} of {sizes['rounds']}")
        for deed, do in deeds.items():
            for name, server in servers.items():
                taken[deed][name].append(do(server, sizes))
    return {
        deed: {name: Figure(tuple(values[1:]), "ms") for name, values in by_server.items()}
        for deed, by_server in taken.items()
    }


def _find_and_click(server: Server, sizes: Sizes) -> float:
    session, times = server.session(), sizes["times"]

    def act() -> None:
        for _ in range(times):
            session.find_element(AppiumBy.ID, FIELD).click()

    return _spent(session, act) / times


def _page_source(server: Server, sizes: Sizes) -> float:
    session, times = server.session(), sizes["times"]
    return _spent(session, lambda: [session.page_source for _ in range(times)]) / times


def _spent(session: webdriver.Remote, act: Callable[[], object]) -> float:
    try:
        return milliseconds(act)
    finally:
        session.quit()


def _new_and_quit(server: Server, sizes: Sizes) -> float:
    times = max(1, sizes["times"] // 10)

    def act() -> None:
        for _ in range(times):
            server.session().quit()

    return milliseconds(act) / times


def shown(server: Server) -> str:
    session = server.session()
    try:
        session.activate_app(FIELD.partition(":")[0])
        return str(session.page_source)
    finally:
        session.quit()


def as_fake_app(source: str) -> str:
    """Our page in the fake driver's own form: an <app> whose elements are found by an attribute called id."""
    page = etree.fromstring(source.encode())
    for element in page.iter(etree.Element):
        if name := element.get("resource-id"):
            element.set("id", name)
    app = etree.Element("app", title="examgate")
    app.append(page)
    return etree.tostring(app, encoding="unicode")


BENCHMARK = Benchmark(
    "webdriver",
    "what does a WebDriver command cost, against Appium's own fake driver?",
    measure,
    full={"rounds": 9, "times": 100},
    tiny={"rounds": 1, "times": 2},
)
