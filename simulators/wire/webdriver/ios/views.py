"""Views as WebDriverAgent shows them: an application with a window, types by role, measured in points.

A label is what VoiceOver reads; a name is the identifier, or the label where there is none; a value is what has been
typed, switched or written, be it in a picture. An element that is scrolled out of sight stays in the tree, and is not visible.
"""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.glass import Element
from simulators.wire.webdriver.views import Key, Rect, Scene, View, identifier, owner_of, pixels_in, places

PREFIX = "XCUIElementType"
BY_KIND: Mapping[str, str] = {
    "screen": "Application",
    "group": "Other",
    "text": "StaticText",
    "button": "Button",
    "field": "TextField",
    "checkbox": "Switch",
    "image": "Image",
    "code": "Image",
    "list": "Table",
}
BY_STYLE: Mapping[str, str] = {
    "header": "NavigationBar",
    "tabs": "TabBar",
    "body": "ScrollView",
    "answer": "TextView",
}
"""What a group or a field is by its look."""
BY_NAME: Mapping[str, str] = {"permission_dialog": "Alert", "status_bar": "StatusBar"}
"""What the system's own groups are."""
WINDOW = "Window"
ICON = "icon_"
NAMELESS = ("permission_", ICON)
"""How the ids begin of the system's own parts that have no names on an iPhone but their labels."""
HINTED = frozenset({"TextField", "SecureTextField", "TextView"})
"""What shows a placeholder as long as nothing has been typed."""
SPOKEN = frozenset({"Button", "StaticText", "Switch", *HINTED})
"""What VoiceOver stops at, whatever it says."""


class IosView(View):
    """A view with a type, a name, a label and a value."""

    __slots__ = ()

    @property
    def class_name(self) -> str:
        return PREFIX + self.role

    @property
    def identifier(self) -> str:
        """What the app has named it for tests; the system's alerts and icons have no such names."""
        name = identifier(self.element)
        return "" if self.role == WINDOW or name.startswith(NAMELESS) else name

    @property
    def label(self) -> str:
        if self.role == "Application":
            return self.scene.title
        if self.role == "Alert":
            return next((view.label for view in self.walk() if view.element.kind == "text"), "")
        spoken = "" if self.role in HINTED else self.written
        return self.element.description or spoken

    @property
    def title(self) -> str | None:
        """WebDriverAgent's name."""
        if self.role == "Application":
            return self.label or None
        return self.identifier or self.label or None

    @property
    def placeholder(self) -> str:
        return self.element.description if self.role in HINTED else ""

    @property
    def value(self) -> str | None:
        if self.role == "Switch":
            return "1" if self.element.checked else "0"
        if self.role == "StaticText":
            return self.written or self.label or None
        if self.role in HINTED:
            return self.written or self.placeholder or None
        if self.role == "Image" and self.written != self.label:
            return self.written or None
        return "1" if self.selected else None

    @property
    def text(self) -> str:
        return self.value or self.label

    @property
    def name(self) -> str:
        return self.title or self.class_name

    @property
    def selected(self) -> bool:
        """A switch that is on is not selected: its value says so."""
        return self.role != "Switch" and bool(self.element.checked)

    @property
    def accessible(self) -> bool:
        """VoiceOver stops at what can be used or read, and at a group that is touched as one."""
        if self.role in ("Image", "Icon", "Other"):
            return bool(self.element.description)
        return self.role in SPOKEN

    @property
    def container(self) -> bool:
        """Whether anything below it is accessible."""
        return any(
            below.container or below.accessible for below in self.children if isinstance(below, IosView)
        )

    @property
    def rect(self) -> Rect:
        """The whole of it, also where it is scrolled out of sight."""
        return pixels_in(self.element.frame, self.scene.scale)

    @property
    def traits(self) -> str:
        """Accessibility traits, as WebDriverAgent names them."""
        own = TRAITS.get(self.role)
        has: dict[str, Any] = {
            own or "": own,
            "NotEnabled": not self.element.enabled,
            "Selected": self.selected,
        }
        return ", ".join(name for name, there in has.items() if there)


TRAITS: Mapping[str, str] = {
    "Button": "Button",
    "Image": "Image",
    "StaticText": "StaticText",
    "Switch": "Button, ToggleButton",
    "TabBar": "TabBar",
}


def views(scene: Scene) -> IosView:
    """The views of a laid out tree: between the application and what it shows stands its window."""
    key: Key = ((scene.tree.kind, scene.tree.id, 0),)
    application = IosView(scene.tree, key, scene.package, 0, scene, BY_KIND["screen"])
    window_key = (*key, ("window", "", 0))
    window = IosView(scene.tree, window_key, scene.package, 0, scene, WINDOW)
    application.children.append(window)
    _grow_below(window)
    return application


def _grow_below(view: IosView) -> None:
    for index, (child, key) in enumerate(places(view.element, view.key)):
        package = owner_of(child, view.package)
        below = IosView(child, key, package, index, view.scene, role_of(child, view.role))
        view.children.append(below)
        _grow_below(below)


def role_of(element: Element, around: str) -> str:
    """The type of an element, by its own name or look, or its place in a table."""
    if element.kind == "group" and (named := BY_NAME.get(identifier(element))):
        return named
    if element.kind == "field" and element.secret:
        return "SecureTextField"
    if element.kind in {"group", "field"} and element.style in BY_STYLE:
        return BY_STYLE[element.style]
    if element.kind == "group" and element.reach > 0:
        return "ScrollView"
    if element.kind == "group" and around == "Table":
        return "Cell"
    if element.kind == "group" and element.id.startswith(ICON):
        return "Icon"
    return BY_KIND.get(element.kind, "Other")
