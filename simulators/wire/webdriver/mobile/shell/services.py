"""`cmd`, `svc`, `wm`, `ime`: switches of the system's services."""

from collections.abc import Callable, Mapping

from simulators.wire.webdriver.mobile import radio
from simulators.wire.webdriver.mobile.shell import activities, dumps, packages, preferences, states
from simulators.wire.webdriver.mobile.shell.packages import Sub, sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong

SWITCHES = {"enable": True, "enabled": True, "disable": False, "disabled": False}
NIGHT = {"yes": True, "no": False}


def switch(asked: Asked) -> bool:
    """`enable` or `disable`, the last word."""
    if not asked.words or asked.words[-1] not in SWITCHES:
        raise Wrong(f"expected one of {', '.join(SWITCHES)}", 255)
    return SWITCHES[asked.words[-1]]


def bearer(name: str) -> Sub:
    """A switch for `wifi`, `data` or `airplaneMode`."""

    def run(asked: Asked) -> str:
        radio.set_connectivity(asked.session, {name: switch(asked)})
        return ""

    return run


def wifi(asked: Asked) -> Result | str:
    return sub("cmd wifi", asked, {"set-wifi-enabled": bearer("wifi"), "status": dumps.wifi})


def phone(asked: Asked) -> Result | str:
    return sub("cmd phone", asked, {"data": bearer("data")})


def connectivity(asked: Asked) -> Result | str:
    return sub("cmd connectivity", asked, {"airplane-mode": airplane})


def airplane(asked: Asked) -> str:
    """Without a word, how it stands."""
    if asked.words:
        return str(bearer("airplaneMode")(asked))
    return ("enabled" if radio.connectivity(asked.session, {})["airplaneMode"] else "disabled") + "\n"


def night(asked: Asked) -> str:
    """`night yes`, `night no`, or how it stands."""
    if asked.words[:1] != ["night"]:
        raise Wrong("cmd uimode: there is night [yes|no]", 255)
    if len(asked.words) > 1:
        if asked.words[1] not in NIGHT:
            raise Wrong(f"cmd uimode night: expected one of {', '.join(NIGHT)}", 255)
        asked.phone.settings.set({"dark_mode": NIGHT[asked.words[1]]})
    return f"Night mode: {'yes' if asked.phone.settings['dark_mode'] else 'no'}\n"


def statusbar(asked: Asked) -> Result | str:
    return sub("cmd statusbar", asked, {
        "expand-notifications": _quiet(lambda asked: asked.phone.open_notifications()),
        "collapse": _quiet(lambda asked: asked.phone.close_notifications()),
    })  # fmt: skip


def _quiet(run: Callable[[Asked], object]) -> Sub:
    def done(asked: Asked) -> str:
        run(asked)
        return ""

    return done


CMD: Mapping[str, Sub] = {
    "package": packages.pm,
    "activity": activities.am,
    "settings": preferences.settings,
    "wifi": wifi,
    "phone": phone,
    "connectivity": connectivity,
    "uimode": night,
    "statusbar": statusbar,
    "battery": dumps.battery,
    "bluetooth_manager": _quiet(lambda _: None),
    **states.SPOKEN,
}


def cmd(asked: Asked) -> Result | str:
    """`cmd [-w] service ...`; -l lists the services."""
    words = asked.words[1:] if asked.words[:1] == ["-w"] else asked.words
    if words == ["-l"]:
        return "Currently running services:\n" + "".join(f"  {name}\n" for name in sorted(CMD))
    if not words or words[0] not in CMD:
        raise Wrong(f"cmd: Can't find service: {words[0] if words else ''}", 20)
    return CMD[words[0]](asked.but(words[1:]))


def svc(asked: Asked) -> Result | str:
    return sub("svc", asked, {
        "wifi": bearer("wifi"),
        "data": bearer("data"),
        **{name: _quiet(lambda _: None) for name in ("power", "nfc", "bluetooth", "usb")},
    })  # fmt: skip


def size(asked: Asked) -> str:
    return f"Physical size: {asked.phone.info()['realDisplaySize']}\n"


def density(asked: Asked) -> str:
    return f"Physical density: {asked.phone.info()['displayDensity']}\n"


def wm(asked: Asked) -> Result | str:
    unlock = _quiet(lambda asked: asked.phone.unlock())
    return sub("wm", asked, {"size": size, "density": density, "dismiss-keyguard": unlock})


def ime(asked: Asked) -> Result | str:
    """The phone's own keyboard, and those that automation brings along."""
    return sub("ime", asked, {
        "list": lambda _: f"{preferences.KEYBOARD}\n",
        "enable": _enable,
        "disable": _enable,
        "set": _set_keyboard,
        "reset": _reset,
    })  # fmt: skip


def _keyboard(asked: Asked) -> str:
    """The one that is named. Wrong where there is no such thing."""
    name = " ".join(asked.words)
    if name != preferences.KEYBOARD and name.partition("/")[0] not in asked.shell.cable.packages:
        raise Wrong(f"Unknown input method {name}; there is {preferences.KEYBOARD}")
    return name


def _enable(asked: Asked) -> str:
    return f"Input method {_keyboard(asked)}: now enabled for user #0\n"


def _set_keyboard(asked: Asked) -> str:
    preferences.set_ime(asked.session, _keyboard(asked))
    return f"Input method {_keyboard(asked)} selected for user #0\n"


def _reset(asked: Asked) -> str:
    preferences.set_ime(asked.session, preferences.KEYBOARD)
    return f"Reset current and enabled IMEs for user #0\n  Newly selected IME: {preferences.KEYBOARD}\n"


TABLE: Mapping[str, Run] = {"cmd": cmd, "svc": svc, "wm": wm, "ime": ime}
