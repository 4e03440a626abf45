"""By resource id, by class name, by accessibility id."""

from collections.abc import Iterator

from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View


def candidates(snapshot: Snapshot, within: View | None) -> Iterator[View]:
    """Every view of the screen, or every view below `within`."""
    found = (within or snapshot.root).walk()
    if within is not None:
        next(found)
    return found


def by_id(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """By the whole resource id, or by its name alone."""
    return [
        view
        for view in candidates(snapshot, within)
        if value and value in {view.resource_id, view.resource_id.rpartition(":id/")[2]}
    ]


def by_class_name(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    return [view for view in candidates(snapshot, within) if view.class_name == value]


def by_accessibility_id(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    """By content description."""
    return [view for view in candidates(snapshot, within) if value and view.element.description == value]
