"""What passes a door, and a front that lets everything through: what every mischief is made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

ACTS = (
    "click",
    "value",
    "clear",
    "actions",
    "back",
    "keyevent",
    "press_keycode",
    "activate_app",
    "terminate_app",
    "lock",
)
"""What the last word of a WebDriver path is where something is done to a phone."""
DEEDS = (
    "activateApp",
    "terminateApp",
    "pressKey",
    "pressButton",
    "scroll",
    "scrollGesture",
    "lock",
    "clickGesture",
)
"""The `mobile:` commands that do something."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request at one of the two doors; `path` is what follows the door's own address."""

    method: str
    path: str
    bench: bool
    body: bytes
    headers: Mapping[str, str]

    @property
    def said(self) -> dict[str, Any]:
        return json.loads(self.body) if self.body else {}

    @property
    def acts(self) -> bool:
        """Whether a phone is touched, by WebDriver."""
        if self.bench or self.method != "POST":
            return False
        last = self.path.rsplit("/", 1)[-1]
        return last in ACTS or (
            last == "sync" and self.said.get("script", "").removeprefix("mobile: ") in DEEDS
        )


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    content: bytes
    kind: str = "application/json"


Forward = Callable[[Ask], Answer]


def said(content: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps(content).encode())


def broken(error: str, message: str) -> Answer:
    """An error as WebDriver words it."""
    return said(
        {"value": {"error": error, "message": message, "stacktrace": ""}}, 404 if "element" in error else 500
    )


class Mischief:
    """Lets everything through. `over`: the examiner has looked the target over, and put its phones down.

    `alone`: there is no world behind; `gone`: nor anybody at the door; `dribbles`: an answer of None is a byte at a time.
    """

    alone = gone = dribbles = False

    def __init__(self, forward: Forward) -> None:
        self.forward = forward
        self.over = False

    def answer(self, ask: Ask) -> Answer | None:
        if not ask.bench and ask.method == "DELETE":
            self.over = True
        return self.judged(ask) if self.over else self.looked_over(ask)

    def looked_over(self, ask: Ask) -> Answer | None:
        return self.forward(ask)

    def judged(self, ask: Ask) -> Answer | None:
        return self.looked_over(ask)
