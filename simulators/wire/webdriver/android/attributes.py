"""A view's attributes, under the names and in the spelling of UiAutomator2."""

from collections.abc import Callable

from simulators.wire.webdriver.android.views import AndroidView

Read = Callable[[AndroidView], str]


def _flag(read: Callable[[AndroidView], bool]) -> Read:
    return lambda view: "true" if read(view) else "false"


def clickable(view: AndroidView) -> bool:
    return bool(view.element.tap) or view.element.kind in {"button", "field", "checkbox"}


def scrollable(view: AndroidView) -> bool:
    return view.element.kind == "list" or view.element.reach > 0


def bounds(view: AndroidView) -> str:
    box = view.rect
    return f"[{box.x},{box.y}][{box.x + box.width},{box.y + box.height}]"


ATTRIBUTES: dict[str, Read] = {
    "index": lambda view: str(view.index),
    "package": lambda view: view.package,
    "class": lambda view: view.class_name,
    "text": lambda view: view.text,
    "content-desc": lambda view: view.element.description,
    "resource-id": lambda view: view.resource_id,
    "checkable": _flag(lambda view: view.element.checked is not None),
    "checked": _flag(lambda view: bool(view.element.checked)),
    "clickable": _flag(clickable),
    "enabled": _flag(lambda view: view.element.enabled),
    "focusable": _flag(clickable),
    "focused": _flag(lambda view: view.focused),
    "long-clickable": _flag(lambda view: view.element.kind == "field"),
    "password": _flag(lambda view: view.element.secret),
    "scrollable": _flag(scrollable),
    "selected": _flag(lambda _: False),
    "bounds": bounds,
    "displayed": _flag(lambda view: view.displayed),
}
"""In the order in which the source lists them."""

ALIASES = {
    "classname": "class",
    "contentdescription": "content-desc",
    "contentdesc": "content-desc",
    "name": "content-desc",
    "resourceid": "resource-id",
    "longclickable": "long-clickable",
    "value": "text",
}
"""Other spellings that Appium's server takes, in lower case."""


def attribute(view: AndroidView, name: str) -> str | None:
    """The attribute of that name, in any of its spellings; None where there is none."""
    plain = name.lower()
    read = ATTRIBUTES.get(ALIASES.get(plain, plain))
    if plain == "name" and not view.element.description:
        return view.text
    return read(view) if read else None
