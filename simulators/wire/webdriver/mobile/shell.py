"""`mobile: shell`: the few commands of Android's shell that testers use, as a table."""

import shlex
from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, field
from simulators.wire.webdriver.keyboard import press_keycode, type_into
from simulators.wire.webdriver.mobile import radio
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.touch import tap_at

Words = list[str]
Run = Callable[[Session, Words], str]
MISSING = 127


def shell(session: Session, body: Body) -> Any:
    """Run `command` with `args`; what it prints, or with `includeStderr` an object of both streams."""
    words = _words(field(body, "command", str)) + [str(word) for word in field(body, "args", list, [])]
    run, rest = _find(words)
    try:
        out = run(session, rest)
    except (IndexError, ValueError) as fault:
        raise WireError("unknown error", f"{shlex.join(words)}: wrong arguments ({fault})") from fault
    return {"stdout": out, "stderr": ""} if body.get("includeStderr") is True else out


def _words(command: str) -> Words:
    try:
        return shlex.split(command)
    except ValueError as fault:
        raise invalid(f"'command' is not a shell command: {fault}") from fault


def _find(words: Words) -> tuple[Run, Words]:
    for length in (3, 2, 1):
        run = TABLE.get(" ".join(words[:length]))
        if run is not None and len(words) >= length:
            return run, words[length:]
    name = words[0] if words else ""
    known = ", ".join(TABLE)
    raise WireError(
        "unknown error", f"/system/bin/sh: {name}: not found (exit code {MISSING}); there are {known}"
    )


def getprop(session: Session, words: Words) -> str:
    properties = _properties(session)
    if words:
        return properties.get(words[0], "") + "\n"
    return "".join(f"[{name}]: [{value}]\n" for name, value in properties.items())


def _properties(session: Session) -> Mapping[str, str]:
    facts = session.phone.info()
    return {
        "ro.build.version.release": str(facts.get("platformVersion", "")),
        "ro.build.version.sdk": str(facts.get("apiVersion", "")),
        "ro.product.manufacturer": str(facts.get("manufacturer", "")),
        "ro.product.brand": str(facts.get("brand", "")),
        "ro.product.model": str(facts.get("model", "")),
        "ro.serialno": session.phone.udid,
        "persist.sys.timezone": str(session.phone.clock.now().tzinfo),
    }


def date(session: Session, words: Words) -> str:
    pattern = words[0] if words else "+%a %b %e %H:%M:%S %Z %Y"
    if not pattern.startswith("+"):
        raise ValueError("the clock is set by the bench, not by the shell")
    now = session.phone.clock.now()
    return now.strftime(pattern[1:].replace("%s", str(int(now.timestamp())))) + "\n"


def packages(session: Session, _: Words) -> str:
    return "".join(f"package:{name}\n" for name in session.phone.apps)


def battery(session: Session, _: Words) -> str:
    cell = session.phone.battery
    return f"Current Battery Service state:\n  AC powered: {str(cell.charging).lower()}\n  level: {cell.level:g}\n"


def setting(session: Session, words: Words) -> str:
    now = radio.connectivity(session, {})
    known = {"wifi_on": now["wifi"], "mobile_data": now["data"], "airplane_mode_on": now["airplaneMode"]}
    return f"{int(known[words[0]])}\n" if words[0] in known else "null\n"


def force_stop(session: Session, words: Words) -> str:
    session.phone.terminate(words[0])
    return ""


def keyevent(session: Session, words: Words) -> str:
    press_keycode(session, int(words[0]))
    return ""


def tap(session: Session, words: Words) -> str:
    tap_at(session, int(words[0]), int(words[1]))
    return ""


def text(session: Session, words: Words) -> str:
    type_into(session, words[0].replace("%s", " "))
    return ""


TABLE: Mapping[str, Run] = {
    "getprop": getprop,
    "date": date,
    "pm list packages": packages,
    "dumpsys battery": battery,
    "settings get global": setting,
    "am force-stop": force_stop,
    "input keyevent": keyevent,
    "input tap": tap,
    "input text": text,
    "echo": lambda _, words: " ".join(words) + "\n",
}
