"""Elements: find them, ask about them, act on them."""

import base64
from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import field
from simulators.wire.webdriver.glass import Element
from simulators.wire.webdriver.keyboard import type_into
from simulators.wire.webdriver.locators import locate
from simulators.wire.webdriver.locators.ui_scrollable import bring_into_view
from simulators.wire.webdriver.pictures import cut
from simulators.wire.webdriver.touch import covering
from simulators.wire.webdriver.views import View

EDITABLE = "field"
IN_SESSION = "/session/{session}"
OF_ELEMENT = "/session/{session}/element/{element}"


def found(call: Call) -> list[View]:
    using, value = field(call.body, "using", str), field(call.body, "value", str)
    within = call.view if "element" in call.path else None
    bring_into_view(call.session, using, value)
    return locate(call.session.look(), within, using, value, call.session.settings)


def find_all(call: Call) -> Any:
    return [call.reference(view) for view in found(call)]


def find(call: Call) -> Any:
    views = found(call)
    if not views:
        using, value = call.body["using"], call.body["value"]
        raise WireError("no such element", f"no element on this screen has {using} {value!r}")
    return call.reference(views[0])


def active(call: Call) -> Any:
    focused = [view for view in call.session.look().root.walk() if view.focused]
    if not focused:
        raise WireError("no such element", "no field has the keyboard")
    return call.reference(focused[0])


def click(call: Call) -> None:
    """A tap on the element; a field takes the keyboard."""
    element = in_sight(call)
    if element.kind == EDITABLE and element.enabled:
        call.session.focus = call.view.key
    call.phone.tap(element)


def in_sight(call: Call) -> Element:
    """The element, on the screen; XCUITest scrolls to what it is to touch."""
    view = call.view
    if view.displayed:
        over = covering(call.session.last_look().root, view)
        if over is None:
            return view.element
        raise WireError("element click intercepted", f"{over.name} of {over.package} lies over {view.name}")
    if call.session.dialect.scrolls_to_touch:
        element: Element = call.phone.reveal(view.element)
        if element.bounds.width and element.bounds.height:
            return element
    raise WireError("element not interactable", f"{view.name} is not on the screen")


def editable(call: Call) -> View:
    view = call.view
    if view.element.kind != EDITABLE or not view.element.enabled:
        state = "cannot be written into" if view.element.kind != EDITABLE else "is disabled"
        raise WireError("invalid element state", f"{view.name} {state}")
    return view


def clear(call: Call) -> None:
    call.phone.clear(editable(call).element)


def type_keys(call: Call) -> None:
    """Type at the end of the field's text; older clients send `value`, a list of characters."""
    text = call.body.get("text")
    if text is None:
        text = "".join(map(str, field(call.body, "value", list)))
    if not isinstance(text, str):
        raise invalid("'text' must be a string")
    view = editable(call)
    call.session.focus = view.key
    type_into(call.session, text)


def read_attribute(call: Call) -> str | None:
    return call.session.dialect.attribute(call.view, call.path["name"])


def rect(call: Call) -> Any:
    return call.view.rect._asdict()


def picture(call: Call) -> str:
    box = call.view.element.bounds
    return base64.b64encode(cut(call.phone.picture(), box)).decode()


ROWS = (
    Command("POST", f"{IN_SESSION}/element", find),
    Command("POST", f"{IN_SESSION}/elements", find_all),
    Command("GET", f"{IN_SESSION}/element/active", active),
    Command("POST", f"{OF_ELEMENT}/element", find),
    Command("POST", f"{OF_ELEMENT}/elements", find_all),
    Command("POST", f"{OF_ELEMENT}/click", click),
    Command("POST", f"{OF_ELEMENT}/clear", clear),
    Command("POST", f"{OF_ELEMENT}/value", type_keys),
    Command("GET", f"{OF_ELEMENT}/text", lambda call: call.view.text),
    Command("GET", f"{OF_ELEMENT}/name", lambda call: call.view.class_name),
    Command("GET", f"{OF_ELEMENT}/attribute/{{name}}", read_attribute),
    Command("GET", f"{OF_ELEMENT}/property/{{name}}", read_attribute),
    Command("GET", f"{OF_ELEMENT}/displayed", lambda call: call.view.displayed),
    Command("GET", f"{OF_ELEMENT}/enabled", lambda call: call.view.element.enabled),
    Command("GET", f"{OF_ELEMENT}/selected", lambda call: call.view.selected),
    Command("GET", f"{OF_ELEMENT}/rect", rect),
    Command(
        "GET", f"{OF_ELEMENT}/location_in_view", lambda call: {axis: rect(call)[axis] for axis in ("x", "y")}
    ),
    Command("GET", f"{OF_ELEMENT}/computedlabel", lambda call: call.view.label),
    Command("GET", f"{OF_ELEMENT}/screenshot", picture),
)
