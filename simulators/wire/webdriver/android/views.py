"""Views as the UiAutomator2 server shows them: one view for each element, measured in pixels."""

from collections.abc import Mapping

from simulators.wire.webdriver.glass import Element
from simulators.wire.webdriver.views import ID_MARK, Key, Rect, Scene, View, owner_of, pixels_in, places

CLASSES = {
    "screen": "android.widget.FrameLayout",
    "group": "android.widget.LinearLayout",
    "text": "android.widget.TextView",
    "button": "android.widget.Button",
    "field": "android.widget.EditText",
    "checkbox": "android.widget.CheckBox",
    "image": "android.widget.ImageView",
    "code": "android.widget.ImageView",
    "list": "android.widget.ListView",
}
PLAIN_VIEW = "android.view.View"
ONCE = "permission_once"
QUESTION_IDS: Mapping[tuple[str, bool], str] = {
    ("permission_allow", False): "permission_allow_button",
    ("permission_allow", True): "permission_allow_foreground_only_button",
    (ONCE, True): "permission_allow_one_time_button",
    ("permission_deny", False): "permission_deny_button",
    ("permission_deny", True): "permission_deny_button",
}
"""What Android calls the buttons of its question, by the phone's name and by whether one of them says just this once."""


class AndroidView(View):
    """A view with a resource id. Its role is the name that Android has for it, where the phone has another."""

    __slots__ = ()

    @property
    def class_name(self) -> str:
        return CLASSES.get(self.element.kind, PLAIN_VIEW)

    @property
    def resource_id(self) -> str:
        """`package:id/name`; empty where the element has no id."""
        name = self.role or self.element.id
        return name if not name or ID_MARK in name else f"{self.package}{ID_MARK}{name}"

    @property
    def text(self) -> str:
        return self.written

    @property
    def name(self) -> str:
        return self.resource_id or self.class_name

    @property
    def selected(self) -> bool:
        """UiAutomator2 counts a checked box as selected, too."""
        return bool(self.element.checked)

    @property
    def rect(self) -> Rect:
        return pixels_in(self.element.bounds, 1)


def views(scene: Scene) -> AndroidView:
    """The views of a laid out tree."""
    return _grown(scene, scene.tree, ((scene.tree.kind, scene.tree.id, 0),), 0, scene.package, "")


def _grown(scene: Scene, element: Element, key: Key, index: int, around: str, role: str) -> AndroidView:
    owner = owner_of(element, around)
    view = AndroidView(element, key, owner, index, scene, role)
    seen = [(child, at) for child, at in places(element, key) if scene.whole or _visible(child)]
    once = any(child.id == ONCE for child in element.children)
    for place, (child, at) in enumerate(seen):
        public = QUESTION_IDS.get((child.id, once), "")
        view.children.append(_grown(scene, child, at, place, owner, public))
    return view


def _visible(element: Element) -> bool:
    """Android tells a driver of nothing that has no part on the screen."""
    return element.bounds.width > 0 and element.bounds.height > 0
