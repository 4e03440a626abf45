"""What this machine lacks: listed as "not run here", or a failure where EXAMGATE_REQUIRE=all.

A test says what it needs by a marker of the table `NEEDS`; nothing else skips.
"""

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import settings

NOT_RUN_HERE = "not run here: "
EVERYTHING = os.environ.get("EXAMGATE_REQUIRE") == "all"

if EVERYTHING:
    settings.load_profile("ci")  # a gate asks the same each time; at a desk, examples are new ones


def on_path(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def zbar_loads() -> bool:
    try:
        importlib.import_module("pyzbar.pyzbar")
    except (ImportError, OSError):
        return False
    return True


@cache
def index_answers() -> bool:
    """Whether pip can build and fetch: from the network, or from an index nearer by."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, "h11"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class Need:
    """A tool that tests use where it is: whether it is here, and how to get it."""

    here: Callable[[], bool]
    get: str


def appium_installed() -> bool:
    from conformance.lab.appium import project
    from conformance.saying import Stopped

    try:
        return bool(project.found(adb=True))
    except Stopped:
        return False


def postgres_there() -> bool:
    from tests.platform import server

    return server.there()


NEEDS = {
    "needs_adb": Need(on_path("adb"), "apt-get install adb"),
    "needs_appium": Need(
        appium_installed,
        "apt-get install nodejs npm adb && npm ci --ignore-scripts --prefix conformance/appium",
    ),
    "needs_chromium": Need(
        on_path("chromium", "chromium-browser", "google-chrome"), "apt-get install chromium chromium-driver"
    ),
    "needs_idevice": Need(
        lambda: all(shutil.which(name) for name in ("idevice_id", "ideviceinfo", "ideviceinstaller")),
        "apt-get install libimobiledevice-utils ideviceinstaller",
    ),
    "needs_node": Need(
        lambda: all(shutil.which(name) for name in ("node", "npm")), "apt-get install nodejs npm"
    ),
    "needs_index": Need(index_answers, "a network, or a pip index nearer by"),
    "needs_postgres": Need(postgres_there, "apt-get install postgresql"),
    "needs_zbar": Need(zbar_loads, "apt-get install libzbar0"),
}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for name, need in NEEDS.items():
        if item.get_closest_marker(name) and not need.here():
            pytest.skip(f"{NOT_RUN_HERE}{name.removeprefix('needs_')} is missing ({need.get})")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is required, a skipped test is a failed one."""
    report = yield
    if EVERYTHING and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = (
        str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if report.longrepr
    )
    for reason, number in Counter(reason.removeprefix("Skipped: ") for reason in reasons).items():
        terminalreporter.write_line(f"{reason}: {number} test{'s' * (number > 1)}", yellow=True)
