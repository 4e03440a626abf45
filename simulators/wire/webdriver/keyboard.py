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
    """Type `text` into the focused field; without one, keys go nowhere, as on a phone.

    XCUITest types, so that a line's end is a key; UiAutomator2 sets a text, in which it is a character.
    """
    keys, plain = KEYS | (TYPED if session.dialect.driver == "XCUITest" else {}), ""
    for character in text:
        if character in keys:
            _write(session, plain)
            keys[character](session)
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


def _enter(session: Session) -> None:
    """A line ends where there is room for more of them; elsewhere the edit does, and the keyboard goes."""
    view = focused(session)
    if view is not None and view.element.style in MANY_LINES:
        return _write(session, "\n")
    session.focus = None
    return None


def _tab(session: Session) -> None:
    """On to the next field; from the last one there is nowhere to go."""
    fields = [
        view for view in session.look().root.walk() if view.element.kind == "field" and view.element.enabled
    ]
    places = [view.key for view in fields]
    if session.focus in places[:-1]:
        session.focus = places[places.index(session.focus) + 1]


def _nothing(_: Session) -> None:
    """A key that ends what has not begun."""


def _take_call(session: Session) -> None:
    """Where nothing rings, nothing happens."""
    if session.phone.calls.state == "ringing":
        session.phone.answer_call()


MANY_LINES = frozenset({"answer"})
"""The looks of fields that take more than one line."""
KEYS: dict[str, Press] = {
    "\ue003": _backspace,
    "\ue017": _backspace,
    "\ue006": _enter,
    "\ue007": _enter,
    "\ue004": _tab,
    "\ue000": _nothing,
}
TYPED: dict[str, Press] = {"\n": _enter, "\r": _enter, "\t": _tab, "\b": _backspace, "\x7f": _backspace}
"""Characters that are keys where text is typed."""
BUTTONS: Mapping[int, Press] = {
    3: _button("home"),
    4: _button("back"),
    5: _take_call,
    6: lambda session: session.phone.end_call(),
    24: _button("volume_up"),
    25: _button("volume_down"),
    26: _button("power"),
    61: _tab,
    66: _enter,
    160: _enter,
    67: _backspace,
    219: _button("assistant"),
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
