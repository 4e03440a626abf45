"""`settings`: what the system is set to, under Android's names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulators.wire.webdriver.mobile import radio
from simulators.wire.webdriver.mobile.shell.packages import Sub, sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.sessions import Session

KEYBOARD = "com.android.inputmethod.latin/.LatinIME"
IME = "default_input_method"
SPACES = ("system", "secure", "global")
NULL = "null"
BRIGHT, DARK = "1", "2"


RINGERS = {"silent": "0", "vibrate": "1", "normal": "2"}
"""AudioManager's ringer modes."""
MENU, ASSISTANT = "1", "5"
"""What holding the power key does: WindowManagerPolicy's numbers."""
AWAKE = 2**31 - 1
"""Milliseconds after which a screen that never goes dark goes dark."""
HARMONY = "HarmonyOS"


@dataclass(frozen=True, slots=True)
class Known:
    """A setting that the phone itself has: how it reads, what writing it does, and on which systems (empty: on all)."""

    read: Callable[[Session], str]
    write: Callable[[Session, str], None]
    oses: tuple[str, ...] = ()

    def there(self, session: Session) -> bool:
        return not self.oses or session.phone.model.os in self.oses


def _switch(name: str, on: str = "1", off: str = "0", oses: tuple[str, ...] = ()) -> Known:
    """One of the phone's own settings that is on or off."""
    return Known(
        lambda session: on if session.phone.settings[name] else off,
        lambda session, value: session.phone.settings.set({name: value == on}),
        oses,
    )


def _words(name: str, numbers: Mapping[str, str]) -> Known:
    """One of the phone's own settings that is a word, which Android has as a number."""
    words = {number: word for word, number in numbers.items()}
    return Known(
        lambda session: numbers[str(session.phone.settings[name])],
        lambda session, value: session.phone.settings.set({name: words.get(value, "")}),
    )


def _awake(session: Session) -> str:
    settings = session.phone.settings
    return str(int(settings["auto_lock_seconds"]) * 1000 if settings["auto_lock"] else AWAKE)


def _stay_awake(session: Session, value: str) -> None:
    after = int(value)
    bounded = {} if after >= AWAKE else {"auto_lock_seconds": after // 1000}
    session.phone.settings.set({"auto_lock": after < AWAKE, **bounded})


def _locales(session: Session) -> str:
    """With the script, as the system's list of languages has Chinese."""
    language = str(session.phone.settings["language"])
    return SCRIPTS.get(language, language)


def _bearer(name: str) -> Known:
    return Known(
        lambda session: str(int(radio.connectivity(session, {})[name])),
        lambda session, value: radio.set_connectivity(session, {name: value == "1"}),
    )


SCRIPTS = {"zh-CN": "zh-Hans-CN", "zh-TW": "zh-Hant-TW", "zh-HK": "zh-Hant-HK"}


def _speak(session: Session, value: str) -> None:
    languages = {written: language for language, written in SCRIPTS.items()}
    session.phone.settings.set({"language": languages.get(value, value)})


def _font_scale(session: Session, value: str) -> None:
    session.phone.settings.set({"font_scale": float(value)})


def ime(session: Session) -> str:
    """The keyboard in use."""
    return session.phone.preferences.get(f"secure/{IME}", KEYBOARD)


def set_ime(session: Session, value: str) -> None:
    session.phone.preferences[f"secure/{IME}"] = value


KNOWN: Mapping[tuple[str, str], Known] = {
    ("global", "wifi_on"): _bearer("wifi"),
    ("global", "mobile_data"): _bearer("data"),
    ("global", "airplane_mode_on"): _bearer("airplaneMode"),
    ("global", "zen_mode"): _switch("do_not_disturb"),
    ("secure", "ui_night_mode"): _switch("dark_mode", DARK, BRIGHT),
    ("secure", "night_display_activated"): _switch("night_display", oses=("Android",)),
    ("system", "eyes_protection_mode"): _switch("night_display", oses=(HARMONY,)),
    ("global", "mode_ringer"): _words("ringer", RINGERS),
    ("global", "power_button_long_press"): _switch("assistant_key", ASSISTANT, MENU, oses=("Android",)),
    ("secure", IME): Known(ime, set_ime),
    ("system", "screen_off_timeout"): Known(_awake, _stay_awake),
    ("system", "system_locales"): Known(_locales, _speak),
    ("system", "font_scale"): Known(lambda session: str(session.phone.settings["font_scale"]), _font_scale),
}


def get(asked: Asked) -> str:
    space, name = _named(asked, 2)
    return f"{_value(asked, space, name)}\n"


def put(asked: Asked) -> str:
    space, name, value = _named(asked, 3)
    known = _known(asked, space, name)
    if known is None:
        asked.phone.preferences[f"{space}/{name}"] = value
    else:
        known.write(asked.session, value)
    return ""


def delete(asked: Asked) -> str:
    space, name = _named(asked, 2)
    there = asked.phone.preferences.pop(f"{space}/{name}", None) is not None
    return f"Deleted {int(there)} rows\n"


def listed(asked: Asked) -> str:
    (space,) = _named(asked, 1)
    own = {
        name: known.read(asked.session)
        for (where, name), known in KNOWN.items()
        if where == space and known.there(asked.session)
    }
    put_there = {
        name.partition("/")[2]: value
        for name, value in asked.phone.preferences.items()
        if name.startswith(f"{space}/")
    }
    return joined([f"{name}={value}" for name, value in sorted({**own, **put_there}.items())])


def _value(asked: Asked, space: str, name: str) -> str:
    known = _known(asked, space, name)
    return known.read(asked.session) if known else asked.phone.preferences.get(f"{space}/{name}", NULL)


def _known(asked: Asked, space: str, name: str) -> Known | None:
    """The phone's own setting of that name, if its system has it."""
    known = KNOWN.get((space, name))
    return known if known is not None and known.there(asked.session) else None


def _named(asked: Asked, count: int) -> list[str]:
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
