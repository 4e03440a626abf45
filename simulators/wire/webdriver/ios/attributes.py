"""A view's attributes, under the names of WebDriverAgent; each may also be written with its prefix: wdName is name."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from zlib import crc32

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.ios.views import HINTED, IosView

Read = Callable[[IosView], Any]


def _uid(view: IosView) -> str:
    return f"{crc32(repr(view.key).encode('utf-8', 'surrogatepass')):08X}-0000-0000-0000-000000000000"


def _rect(view: IosView) -> Mapping[str, int]:
    return view.rect._asdict()


def _frame(view: IosView) -> str:
    box = view.rect
    return f"{{{{{box.x}, {box.y}}}, {{{box.width}, {box.height}}}}}"


READ: Mapping[str, Read] = {
    "type": lambda view: view.class_name,
    "value": lambda view: view.value,
    "name": lambda view: view.title,
    "label": lambda view: view.label or ("" if view.role in HINTED else None),
    "enabled": lambda view: view.element.enabled,
    "visible": lambda view: view.displayed,
    "accessible": lambda view: view.accessible,
    "index": lambda view: view.index,
    "placeholderValue": lambda view: view.placeholder or ("" if view.role in HINTED else None),
    "traits": lambda view: view.traits,
    "selected": lambda view: view.selected,
    "focused": lambda view: view.focused,
    "hittable": lambda view: view.displayed,
    "rect": _rect,
    "frame": _frame,
    "nativeFrame": _frame,
    "UID": _uid,
    "accessibilityContainer": lambda view: view.container,
    "nativeAccessibilityElement": lambda view: view.accessible,
    "minValue": lambda _: None,
    "maxValue": lambda _: None,
    "customActions": lambda _: None,
}
NAMES: Mapping[str, str] = {
    **{name: name for name in READ},
    **{f"wd{name[0].upper()}{name[1:]}": name for name in READ},
}
"""Every spelling of an attribute."""


def read(view: IosView, name: str) -> Any:
    """The attribute's value: text, number, truth, rectangle or nothing. KeyError where there is none of that name."""
    return READ[NAMES[name]](view)


def attribute(view: IosView, name: str) -> str | None:
    """The attribute as the driver hands it on: 0 and 1 become words of truth, and all but text is written as JSON."""
    if name not in NAMES:
        raise invalid(f"there is no attribute {name!r}; there are {', '.join(READ)}")
    value = read(view, name)
    if value is None or isinstance(value, str):
        return value
    return json.dumps(bool(value) if value in (0, 1) else value, separators=(",", ":"))
