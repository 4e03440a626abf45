"""Keys: WebDriver's, as characters of a private range, and Android's, as numbers; typing into the focused field."""

import string
from collections.abc import Callable, Mapping

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.views import View

Press = Callable[[Session], None]


def focused(session: Session) -> View | None:
    """The field that has the keyboard, if it is still on the screen."""
    return None if session.focus is None else session.look().by_key.get(session.focus)


def type_into(session: Session, text: str) -> None:
    """Type `text` into the focused field; without one, keys go nowhere, as on a phone."""
    plain = ""
    for character in text:
        if character in KEYS:
            _write(session, plain)
            KEYS[character](session)
            plain = ""
        elif not "\ue000" <= character <= "\uf8ff":
            plain += character
    _write(session, plain)


def press_keycode(session: Session, keycode: int) -> None:
    """Press one of Android's keys (android.view.KeyEvent); `invalid argument` for one that the phones lack."""
    if keycode in CHARACTERS:
        return _write(session, CHARACTERS[keycode])
    if keycode not in BUTTONS:
        raise invalid(
            f"keycode {keycode} is no key of these phones; they have {sorted({*BUTTONS, *CHARACTERS})}"
        )
    return BUTTONS[keycode](session)


def _write(session: Session, text: str) -> None:
    view = focused(session)
    if view is not None and text:
        session.phone.type(view.element, text)


def _backspace(session: Session) -> None:
    view = focused(session)
    if view is not None and view.element.text:
        shorter = view.element.text[:-1]
        session.phone.clear(view.element)
        _write(session, shorter)


def _button(name: str) -> Press:
    return lambda session: session.phone.press(name)


def _nothing(_: Session) -> None:
    """Enter and Tab end an edit; no field here has more than one line."""


KEYS: Mapping[str, Press] = {
    "\ue003": _backspace,
    "\ue017": _backspace,
    "\ue006": _nothing,
    "\ue007": _nothing,
    "\ue004": _nothing,
    "\ue000": _nothing,
}
BUTTONS: Mapping[int, Press] = {
    3: _button("home"),
    4: _button("back"),
    24: _button("volume_up"),
    25: _button("volume_down"),
    26: _button("power"),
    61: _nothing,
    66: _nothing,
    67: _backspace,
    223: lambda session: session.phone.lock(),
    224: _nothing,
}
CHARACTERS: Mapping[int, str] = {
    **{7 + place: digit for place, digit in enumerate(string.digits)},
    **{29 + place: letter for place, letter in enumerate(string.ascii_lowercase)},
    55: ",",
    56: ".",
    62: " ",
    69: "-",
    70: "=",
    76: "/",
    77: "@",
    81: "+",
}
