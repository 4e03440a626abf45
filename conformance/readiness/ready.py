"""How the notice wants a phone set, in the words of a bench's settings."""

from __future__ import annotations

from collections.abc import Mapping

Settings = Mapping[str, bool | str | int | float]

RIGHT: Settings = {
    "airplane_mode": False,
    "do_not_disturb": False,
    "call_forwarding": False,
    "call_barring": True,
    "sim": True,
    "ringer": "normal",
    "ring_volume": 5,
    "muted": False,
    "media_volume": 8,
    "auto_lock": False,
    "screen_recording": False,
    "screen_casting": False,
    "assistant_key": False,
    "dark_mode": False,
    "night_display": False,
    "camera_night_mode": False,
    "font": "system",
    "font_scale": 1.0,
    "language": "zh-CN",
}
"""As the notice wants a phone; calls are kept away by call barring, which leaves the network as it is (C20)."""
