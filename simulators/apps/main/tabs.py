"""The tabs at the bottom of the main app."""

from collections.abc import Mapping

from simulators.apps.parts import button
from simulators.phone.element import Element

TABS: Mapping[str, tuple[str, str]] = {"exams": ("报考", "refresh"), "mine": ("我的", "mine")}
"""Screen, label, action."""


def tabs(chosen: str) -> tuple[Element, ...]:
    """The tabs, that of the screen in front in another colour."""
    return tuple(
        button(f"tab_{name}", label, action, "tab" if name == chosen else "tab_off")
        for name, (label, action) in TABS.items()
    )
