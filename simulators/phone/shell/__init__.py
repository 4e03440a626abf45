"""The operating system's own screens. The id of each names the package that draws it: `com.android.systemui:id/clock`."""

from simulators.phone.element import Element

OWNER = ":id/"
SYSTEM = "os:"
"""How the action of a tap on one of the system's own screens begins."""


def owns(content: Element) -> bool:
    """Whether the system shows this and not an app."""
    return OWNER in content.id
