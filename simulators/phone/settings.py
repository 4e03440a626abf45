"""Settings of the operating system that bear on an exam, as a table: a default, and what else it may be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Value = bool | str | int | float
RINGERS = ("normal", "vibrate", "silent")
MOST_VOLUME = 15


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: what it is at first, what fits, and how to say so."""

    default: Value
    fits: Callable[[Value], bool] = lambda _: True
    said: str = ""

    @property
    def expected(self) -> str:
        return self.said or f"one like {self.default!r}"


def one_of(*words: str) -> Choice:
    """A word of these; the first is the default."""
    return Choice(words[0], words.__contains__, f"one of {', '.join(words)}")


def number(default: float, least: float, most: float) -> Choice:
    """A number of the default's kind, within bounds."""
    kind = "a whole number" if isinstance(default, int) else "a number"
    return Choice(
        default,
        lambda value: isinstance(value, int | float) and least <= value <= most,
        f"{kind} from {least:g} to {most:g}",
    )


def text(default: str, pattern: str, said: str) -> Choice:
    return Choice(default, lambda value: re.fullmatch(pattern, str(value)) is not None, said)


CHOICES: Mapping[str, Choice] = {
    "airplane_mode": Choice(False),
    "do_not_disturb": Choice(False),
    "call_forwarding": Choice(False),
    "call_barring": Choice(False),
    "sim": Choice(True),
    "ringer": one_of(*RINGERS),
    "muted": Choice(False),
    "microphone_muted": Choice(False),
    "ring_volume": number(5, 0, MOST_VOLUME),
    "media_volume": number(8, 0, MOST_VOLUME),
    "auto_lock": Choice(False),
    "auto_lock_seconds": number(600, 15, 3600),
    "screen_recording": Choice(False),
    "screen_casting": Choice(False),
    "system_updates": Choice(True),
    "notifications": Choice(True),
    "voice_assistant": Choice(True),
    "assistant_key": Choice(True),
    "flashlight": Choice(False),
    "dark_mode": Choice(False),
    "night_display": Choice(False),
    "camera_night_mode": Choice(False),
    "font": text("system", r"\S.{0,39}", 'the name of a font, or "system"'),
    "font_scale": number(1.0, 0.5, 2.0),
    "language": text("zh-CN", r"[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?", "a language such as zh-CN"),
}
"""`muted` silences what apps play; `ringer` and `ring_volume` are about calls; `sim`: a card is in the phone. A
candidate's phone does not lock by itself: locking fails the exam (R258)."""
DEFAULTS: Mapping[str, Value] = {name: choice.default for name, choice in CHOICES.items()}
Watcher = Callable[[Mapping[str, Value]], None]


class Settings:
    """The values by name, each of the type of its default; where that is a fraction, a whole number will do."""

    def __init__(self) -> None:
        self._values = dict(DEFAULTS)
        self._watchers: list[Watcher] = []

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def watch(self, watcher: Watcher) -> None:
        """Call `watcher` with what has changed, whenever something has."""
        self._watchers.append(watcher)

    def set(self, changes: Mapping[str, Value]) -> None:
        """Change what is named. ValueError, changing nothing, for an unknown name or a value that does not fit."""
        for name, value in changes.items():
            if name not in CHOICES:
                raise ValueError(f"no setting {name!r}; there are {', '.join(sorted(CHOICES))}")
            if (expected := wanted(name, value)) is not None:
                raise ValueError(f"setting {name} is {value!r}; expected {expected}")
        new = {name: value for name, value in changes.items() if value != self._values[name]}
        self._values.update(new)
        for watcher in self._watchers if new else ():
            watcher(new)

    def as_dict(self) -> dict[str, Value]:
        return dict(self._values)


def wanted(name: str, value: Value) -> str | None:
    """What is expected instead of that value of that setting; None where it fits."""
    if name not in CHOICES:
        return f"no such setting; there are {', '.join(sorted(CHOICES))}"
    choice = CHOICES[name]
    kind = type(choice.default)
    same = type(value) in ((int, float) if kind is float else (kind,))
    return None if same and choice.fits(value) else choice.expected
