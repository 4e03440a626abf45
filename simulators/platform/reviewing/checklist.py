"""What reviewers look for, as data that the school hands in; the one adopted last is in force.

The desk knows no rule by itself: whatever the list says, is asked. `other` is always there, because the notice's own
lists are open (R151, R251).
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from simulators.platform.events import Event
from simulators.platform.reviewing.classes import gravest_first
from simulators.platform.store import Store


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look for: the rule that it belongs to, in both languages, with the classes of that rule."""

    id: str
    rule: str
    en: str
    zh: str
    classes: tuple[str, ...] = ()


OTHER = Item("other", "", "something else that the list does not name", "清单未列明的其他情形")


def adopted(items: Iterable[Item]) -> dict[str, Any]:
    """The list as it is recorded. ValueError for a class that there is not, or for an id that stands twice."""
    rows = [asdict(item) | {"classes": list(gravest_first(item.classes))} for item in items]
    names = [row["id"] for row in rows]
    if twice := {name for name in (*names, OTHER.id) if (*names, OTHER.id).count(name) > 1}:
        raise ValueError(
            f"items of a checklist have ids of their own; twice there: {', '.join(sorted(twice))}"
        )
    return {"items": rows}


def current(store: Store) -> Mapping[str, Item]:
    """The items in force by their ids, `other` last."""
    events: list[Event] = store.of_words(("checklist_adopted",))
    rows = events[-1].detail["items"] if events else ()
    items = [Item(**{**row, "classes": tuple(row["classes"])}) for row in rows]
    return {item.id: item for item in (*items, OTHER)}
