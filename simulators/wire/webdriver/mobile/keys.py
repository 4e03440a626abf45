"""Keys: those on the keyboard, and those on the rim of the phone."""

from collections.abc import Mapping

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.fields import Body, choice, shown
from simulators.wire.webdriver.keyboard import focused, press_keycode, type_into
from simulators.wire.webdriver.mobile.verb import NUMBER, WORD, Verb
from simulators.wire.webdriver.sessions import Session

EDITOR_ACTIONS = {name: name for name in ("go", "search", "send", "next", "done", "previous", "normal")}
BUTTONS = {"home": "home", "volumeup": "volume_up", "volumedown": "volume_down"}


def press(session: Session, body: Body) -> None:
    """By its number in android.view.KeyEvent."""
    press_keycode(session, body["keycode"])


def write(session: Session, body: Body) -> bool:
    type_into(session, str(body["text"]))
    return True


def write_keys(session: Session, body: Body) -> None:
    """XCUITest's keys are strings, or objects with a `key` and modifiers, into an element or into what has the focus."""
    if body.get("elementId"):
        session.focus = session.view(body["elementId"]).key
    keys = [one.get("key") if isinstance(one, dict) else one for one in body["keys"]]
    letters = [key for key in keys if isinstance(key, str)]
    if letters != keys:
        raise invalid(f"'keys' must be strings, or objects with a 'key', not {shown(body['keys'])}")
    type_into(session, "".join(letters))


def editor_action(session: Session, body: Body) -> None:
    """The key at the lower right of the keyboard: every field here has one line, so it puts the keyboard away."""
    choice({"action": str(body["action"]).lower()}, "action", EDITOR_ACTIONS)
    session.focus = None


def press_button(session: Session, body: Body) -> None:
    session.phone.press(choice({"name": body["name"].lower()}, "name", BUTTONS))


def shown_now(session: Session, _: Body) -> bool:
    return focused(session) is not None


def hide(session: Session, _: Body) -> bool:
    """Whether a keyboard was there to put away."""
    there = focused(session) is not None
    session.focus = None
    return there


ANDROID: Mapping[str, Verb] = {
    "pressKey": Verb(
        press,
        {"keycode": int},
        {"metastate": WORD, "flags": WORD, "isLongPress": bool, "source": WORD},
    ),
    "type": Verb(write, {"text": (str, int, float, bool)}),
    "performEditorAction": Verb(editor_action, {"action": WORD}),
    "isKeyboardShown": Verb(shown_now),
    "hideKeyboard": Verb(hide),
}
IOS: Mapping[str, Verb] = {
    "keys": Verb(write_keys, {"keys": list}, {"elementId": str}),
    "pressButton": Verb(press_button, {"name": str}, {"durationSeconds": NUMBER}),
    "isKeyboardShown": Verb(shown_now),
    "hideKeyboard": Verb(hide, takes={"keys": list}),
}
