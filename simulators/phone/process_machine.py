"""The life of an app's process, a table for each operating system.

`enter` brings the app to the front, `cover` lays something of the system's over it and `uncover` takes it away,
`leave` sends it back, `rest` comes a while after that, unless the app has begun to `serve` and until it has `served`;
`end` is any end of the process.
"""

from collections.abc import Mapping
from typing import Literal

from simulators.core.machine import Machine, Move

Standing = Literal["not_running", "suspended", "background", "foreground"]
"""What every system can say of a process, as drivers ask for it."""

LIFE = "the system's own: developer.android.com/guide/components/activities/process-lifecycle"
APPLE = "the system's own: developer.apple.com/documentation/uikit/app_and_environment"
ENDS = "a process can end at any time"

ANDROID = Machine(
    "android process",
    ("not_running", "foreground", "visible", "background", "service", "cached"),
    "not_running",
    (
        Move("not_running", "enter", "foreground", LIFE),
        Move("foreground", "cover", "visible", LIFE),
        Move("visible", "uncover", "foreground", LIFE),
        Move("foreground", "leave", "background", LIFE),
        Move("visible", "leave", "background", LIFE),
        Move("background", "enter", "foreground", LIFE),
        Move("service", "enter", "foreground", LIFE),
        Move("cached", "enter", "foreground", LIFE),
        Move("background", "serve", "service", LIFE),
        Move("service", "served", "background", LIFE),
        Move("background", "rest", "cached", LIFE),
        *(
            Move(state, "end", "not_running", ENDS)
            for state in ("foreground", "visible", "background", "service", "cached")
        ),
    ),
)
IOS = Machine(
    "ios process",
    ("not_running", "active", "inactive", "background", "suspended"),
    "not_running",
    (
        Move("not_running", "enter", "active", APPLE),
        Move("active", "cover", "inactive", APPLE),
        Move("inactive", "uncover", "active", APPLE),
        Move("active", "leave", "background", APPLE),
        Move("inactive", "leave", "background", APPLE),
        Move("background", "enter", "active", APPLE),
        Move("suspended", "enter", "active", APPLE),
        Move("background", "rest", "suspended", APPLE),
        *(
            Move(state, "end", "not_running", ENDS)
            for state in ("active", "inactive", "background", "suspended")
        ),
    ),
)
MACHINES: Mapping[str, Machine] = {"Android": ANDROID, "HarmonyOS": ANDROID, "iOS": IOS}
"""By the name of the system. HarmonyOS up to 4 keeps Android's processes."""
STANDINGS: Mapping[str, Standing] = {
    "not_running": "not_running",
    "foreground": "foreground",
    "visible": "foreground",
    "active": "foreground",
    "inactive": "foreground",
    "background": "background",
    "service": "background",
    "cached": "background",
    "suspended": "suspended",
}
STILL = frozenset({"cached", "suspended"})
"""In these states nothing of a process runs."""
