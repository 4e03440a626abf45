"""`settings`: what the system is set to, under Android's names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulators.wire.webdriver.mobile import radio
from simulators.wire.webdriver.mobile.shell.packages import Sub, sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.sessions import Session

SPACES = ("system", "secure", "global")
NULL = "null"
BRIGHT, DARK = "1", "2"


@dataclass(frozen=True, slots=True)
class Known:
    """A setting that the phone itself has: how it reads, and what writing it does."""

    read: Callable[[Session], str]
    write: Callable[[Session, str], None]


def _switch(name: str, on: str = "1", off: str = "0") -> Known:
    """One of the phone's own settings that is on or off."""
    return Known(
        lambda session: on if session.phone.settings[name] else off,
        lambda session, value: session.phone.settings.set({name: value == on}),
    )


def _bearer(name: str) -> Known:
    return Known(
        lambda session: str(int(radio.connectivity(session, {})[name])),
        lambda session, value: radio.set_connectivity(session, {name: value == "1"}),
    )


def _font_scale(session: Session, value: str) -> None:
    session.phone.settings.set({"font_scale": float(value)})


KNOWN: Mapping[tuple[str, str], Known] = {
    ("global", "wifi_on"): _bearer("wifi"),
    ("global", "mobile_data"): _bearer("data"),
    ("global", "airplane_mode_on"): _bearer("airplaneMode"),
    ("global", "zen_mode"): _switch("do_not_disturb"),
    ("secure", "ui_night_mode"): _switch("dark_mode", DARK, BRIGHT),
    ("secure", "night_display_activated"): _switch("night_display"),
    ("system", "font_scale"): Known(lambda session: str(session.phone.settings["font_scale"]), _font_scale),
}


def get(asked: Asked) -> str:
    space, name = _words(asked, 2)
    return f"{_value(asked, space, name)}\n"


def put(asked: Asked) -> str:
    space, name, value = _words(asked, 3)
    known = KNOWN.get((space, name))
    if known is None:
        asked.phone.preferences[f"{space}/{name}"] = value
    else:
        known.write(asked.session, value)
    return ""


def delete(asked: Asked) -> str:
    space, name = _words(asked, 2)
    there = asked.phone.preferences.pop(f"{space}/{name}", None) is not None
    return f"Deleted {int(there)} rows\n"


def listed(asked: Asked) -> str:
    (space,) = _words(asked, 1)
    own = {name: known.read(asked.session) for (where, name), known in KNOWN.items() if where == space}
    put_there = {
        name.partition("/")[2]: value
        for name, value in asked.phone.preferences.items()
        if name.startswith(f"{space}/")
    }
    return joined([f"{name}={value}" for name, value in sorted({**own, **put_there}.items())])


def _value(asked: Asked, space: str, name: str) -> str:
    known = KNOWN.get((space, name))
    return known.read(asked.session) if known else asked.phone.preferences.get(f"{space}/{name}", NULL)


def _words(asked: Asked, count: int) -> list[str]:
    words = asked.words[2:] if asked.words[:1] == ["--user"] else asked.words
    if len(words) < count or words[0] not in SPACES:
        raise Wrong(
            f"Invalid namespace or too few words: {' '.join(words)}; namespaces are {', '.join(SPACES)}", 255
        )
    return words[:count]


VERBS: Mapping[str, Sub] = {"get": get, "put": put, "delete": delete, "list": listed}


def settings(asked: Asked) -> Result | str:
    return sub("settings", asked, VERBS)


TABLE: Mapping[str, Run] = {"settings": settings}
