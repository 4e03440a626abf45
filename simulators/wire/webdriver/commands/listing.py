"""What this endpoint has, as Appium lists it: the commands by address, and the `mobile:` commands of the driver."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.mobile import MOBILE

APPIUM = "/session/{session}/appium"
NAME = re.compile(r"\{(\w+)\}")


def address(path: str) -> str:
    """A row's path as Appium writes it."""
    return NAME.sub(
        lambda name: f":{name[1]}Id" if name[1] in {"session", "element"} else f":{name[1]}", path
    )


def commands(rows: Iterable[Command]) -> Callable[[Call], Any]:
    listed: dict[str, dict[str, Any]] = {}
    for row in rows:
        listed.setdefault(address(row.path), {})[row.method] = {"command": row.run.__name__}
    return lambda _: {"rest": {"base": listed}}


def extensions(call: Call) -> Any:
    listed = {
        f"mobile: {name}": {
            "command": name,
            "params": [
                *({"name": one, "required": True} for one in verb.needs),
                *({"name": one, "required": False} for one in verb.takes),
            ],
        }
        for name, verb in MOBILE[call.session.dialect.driver].items()
    }
    return {"rest": {"driver": listed}}


def rows(all_others: Iterable[Command]) -> tuple[Command, ...]:
    """The rows of this module, which list all others."""
    return (
        Command("GET", f"{APPIUM}/commands", commands(all_others)),
        Command("GET", f"{APPIUM}/extensions", extensions),
    )
