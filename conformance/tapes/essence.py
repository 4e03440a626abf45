"""What of a request must be the same for it to be the same request: ports, folders and capabilities of a lab are not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any


def of(method: str, path: str, body: Any) -> Any:
    """The body as it is kept and compared: of a new session nothing, of a new world everything but its season's file, of
    what is typed the text and not its letters again."""
    if not isinstance(body, Mapping) or method != "POST":
        return body
    if path == "/session":
        return {}
    if path == "/worlds":
        return {key: value for key, value in body.items() if key != "season"}
    if path.endswith("/value") and "text" in body:
        return {"text": body["text"]}
    return _keys(body) if path == "/actions" else body


def _keys(actions: Any) -> Any:
    """Which keys are pressed one by one is not told: they may spell a secret."""
    if isinstance(actions, Mapping):
        hidden = str(actions.get("type", "")).startswith("key") and "value" in actions
        return {key: "*" if hidden and key == "value" else _keys(one) for key, one in actions.items()}
    return [_keys(one) for one in actions] if isinstance(actions, list) else actions


def read(content: bytes) -> Any:
    """What the bytes say; None where they are no JSON."""
    with suppress(ValueError):
        return json.loads(content)
    return None
