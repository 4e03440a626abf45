"""`input`: fingers and keys, by number or by name."""

from collections.abc import Mapping

from simulators.wire.webdriver.keyboard import press_keycode, type_into
from simulators.wire.webdriver.mobile.shell.packages import Sub, sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run
from simulators.wire.webdriver.touch import swipe as glide
from simulators.wire.webdriver.touch import tap_at

SOURCES = {"touchscreen", "keyboard", "mouse", "dpad", "touchpad", "stylus"}
KEYS: Mapping[str, int] = {
    "HOME": 3,
    "BACK": 4,
    "CALL": 5,
    "ENDCALL": 6,
    "VOLUME_UP": 24,
    "VOLUME_DOWN": 25,
    "POWER": 26,
    "TAB": 61,
    "SPACE": 62,
    "ENTER": 66,
    "DEL": 67,
    "SLEEP": 223,
    "WAKEUP": 224,
}
"""android.view.KeyEvent's names, without KEYCODE_."""


def keyevent(asked: Asked) -> str:
    """One key or several; --longpress is a press."""
    for word in asked.words:
        if not word.startswith("--"):
            name = word.upper().removeprefix("KEYCODE_")
            press_keycode(asked.session, KEYS[name] if name in KEYS else int(word))
    return ""


def tap(asked: Asked) -> str:
    tap_at(asked.session, round(float(asked.words[0])), round(float(asked.words[1])))
    return ""


def swipe(asked: Asked) -> str:
    """From, to, and milliseconds, which take no time here; from a point to the same point is a long touch."""
    x, y, to_x, to_y = (float(word) for word in asked.words[:4])
    if (x, y) == (to_x, to_y):
        tap_at(asked.session, round(x), round(y))
    else:
        glide(asked.session, (x, y), (to_x, to_y))
    return ""


def text(asked: Asked) -> str:
    """`%s` is a space, as the shell splits words at spaces."""
    type_into(asked.session, " ".join(asked.words).replace("%s", " "))
    return ""


VERBS: Mapping[str, Sub] = {
    "keyevent": keyevent,
    "tap": tap,
    "swipe": swipe,
    "draganddrop": swipe,
    "text": text,
}


def run_input(asked: Asked) -> Result | str:
    """`input [source] verb ...`."""
    rest = asked.words[1:] if asked.words[:1] and asked.words[0] in SOURCES else asked.words
    return sub("input", asked.but(rest), VERBS)


TABLE: Mapping[str, Run] = {"input": run_input}
