"""WebDriver's own time-outs, in milliseconds of wall time (W3C WebDriver, section 9)."""

from collections.abc import Mapping

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.fields import Body, shown

Timeouts = Mapping[str, int | None]

DEFAULT: Timeouts = {"script": 30_000, "pageLoad": 300_000, "implicit": 0}
LARGEST = 2**53 - 1


def checked_timeouts(body: Body) -> Timeouts:
    """The time-outs in `body`; only `script` may be null, for never."""
    for name, value in body.items():
        if name not in DEFAULT:
            raise invalid(f"{name!r} is no time-out; there are {', '.join(DEFAULT)}")
        if not _whole(value) and not (name == "script" and value is None):
            raise invalid(f"time-out {name!r} is {shown(value)}; give whole milliseconds up to {LARGEST}")
    return {name: None if value is None else int(value) for name, value in body.items()}


def _whole(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= LARGEST and value == int(value)
