"""By what a view is called: resource id or name, class name, accessibility id."""

from collections.abc import Iterator
from typing import cast

from simulators.wire.webdriver.android.views import AndroidView
from simulators.wire.webdriver.ios.views import IosView
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View


def candidates(snapshot: Snapshot, within: View | None) -> Iterator[View]:
    """Every view of the screen, or every view below `within`, and that itself where the driver counts it."""
    found = (within or snapshot.root).walk()
    if within is not None and not snapshot.dialect.finds_itself:
        next(found)
    return found


def android_views(snapshot: Snapshot, within: View | None) -> Iterator[AndroidView]:
    return cast(Iterator[AndroidView], candidates(snapshot, within))


def ios_views(snapshot: Snapshot, within: View | None) -> Iterator[IosView]:
    return cast(Iterator[IosView], candidates(snapshot, within))


def by_id(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """By the whole resource id, or by its name alone."""
    return [
        view
        for view in android_views(snapshot, within)
        if value and value in {view.resource_id, view.resource_id.rpartition(":id/")[2]}
    ]


def by_description(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """By content description."""
    return [view for view in candidates(snapshot, within) if value and view.element.description == value]


def by_class_name(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    return [view for view in candidates(snapshot, within) if view.class_name == value]


def by_title(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """By WebDriverAgent's name: the identifier, or the label where there is none."""
    return [view for view in ios_views(snapshot, within) if value and view.title == value]


def by_type(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """By type; the driver puts the prefix to a name that lacks it."""
    wanted = value.removeprefix("UIA")
    wanted = wanted if wanted.startswith("XCUIElementType") else f"XCUIElementType{wanted}"
    if wanted == "XCUIElementTypeAny":
        return list(candidates(snapshot, within))
    return by_class_name(snapshot, within, wanted)
