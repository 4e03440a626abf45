"""Names that Android gives to what runs: components, processes, version codes, states on the screen."""

import re
from zlib import crc32

from simulators.wire.webdriver.parts import App
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session

SYSTEM_ACTIVITY = ".Activity"
FIRST_PID, PIDS, FIRST_UID = 2000, 28_000, 10_100


def activity(app: App) -> str:
    """The whole name of an app's activity."""
    return f"{app.package}{app.activity}" if app.activity.startswith(".") else app.activity


def component(app: App) -> str:
    """`package/activity`, whole."""
    return f"{app.package}/{activity(app)}"


def focused(session: Session) -> str:
    """The component that has the screen, as a window's name."""
    name = session.look().root.package
    app = session.phone.apps.get(name)
    return component(app) if app else f"{name}/{name}{SYSTEM_ACTIVITY}"


def pid(package: str) -> int:
    return FIRST_PID + crc32(package.encode()) % PIDS


def uid(phone: Phone, package: str) -> int:
    return FIRST_UID + list(phone.apps).index(package)


def version_code(version: str) -> int:
    """1.2.3 is 10203: a maker's usual way, as the simulated apps have no code of their own."""
    code = 0
    for part in [*re.findall(r"\d+", version), "0", "0", "0"][:3]:
        code = code * 100 + min(int(part), 99)
    return code


def handle(name: str) -> str:
    """The hexadecimal number that dumps print for an object."""
    return f"{crc32(name.encode()):08x}"
