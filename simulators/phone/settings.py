"""Settings of the operating system that bear on an exam."""

from collections.abc import Mapping

Value = bool | str | int | float

DEFAULTS: Mapping[str, Value] = {
    "airplane_mode": False,
    "do_not_disturb": False,
    "call_forwarding": False,
    "muted": False,
    "microphone_muted": False,
    "auto_lock": True,
    "screen_recording": False,
    "screen_casting": False,
    "system_updates": True,
    "notifications": True,
    "voice_assistant": True,
    "flashlight": False,
    "dark_mode": False,
    "night_display": False,
    "font_scale": 1.0,
    "language": "zh-CN",
}


class Settings:
    """The values by name, each of the type of its default."""

    def __init__(self) -> None:
        self._values = dict(DEFAULTS)

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def set(self, changes: Mapping[str, Value]) -> None:
        """Change what is named. ValueError, changing nothing, for an unknown name or another type."""
        for name, value in changes.items():
            if name not in DEFAULTS:
                raise ValueError(f"no setting {name!r}; there are {', '.join(sorted(DEFAULTS))}")
            if type(value) is not type(DEFAULTS[name]):
                raise ValueError(f"setting {name} is {value!r}; give one like {DEFAULTS[name]!r}")
        self._values.update(changes)

    def as_dict(self) -> dict[str, Value]:
        return dict(self._values)
