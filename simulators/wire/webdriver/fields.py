"""Reading a command's JSON body: each field is there and of its kind, or the caller is told what was expected."""

import json
from collections.abc import Mapping
from typing import Any, TypeGuard, TypeVar

from simulators.wire.webdriver.errors import WireError, invalid

T = TypeVar("T")
Body = Mapping[str, Any]
DEEPEST = 100
"""So many levels of objects and lists a body may have; clients' own have seven."""
NAMES: Mapping[object, str] = {
    str: "a string",
    bool: "true or false",
    dict: "an object",
    list: "a list",
    int: "an integer",
    (int, float): "a number",
}
"""What a kind is called in a message."""


def parsed(body: bytes) -> Body:
    """The JSON object in `body`; an empty body is an empty object."""
    if not body.strip():
        return {}
    try:
        value = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise invalid(f"the body is not JSON: {fault}") from fault
    if not _shallow(value, body):
        raise invalid(f"the body is nested deeper than {DEEPEST} levels")
    if not isinstance(value, dict):
        raise invalid(f"the body must be a JSON object, not {shown(value)}")
    return value


def _shallow(value: object, body: bytes) -> bool:
    """Whether a value can be handed on without fear for the stack; few bodies have to be measured."""
    if body.count(b"[") + body.count(b"{") <= DEEPEST:
        return True
    level: list[object] = [value]
    for _ in range(DEEPEST):
        inside = [
            one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)
        ]
        level = [value for values in inside for value in values]
        if not level:
            return True
    return False


def field(body: Body, name: str, kind: type[T], default: T | None = None) -> T:
    """`body[name]`, of that kind; where it is missing, the default, if there is one."""
    value = body.get(name)
    if value is None and default is not None:
        return default
    if not _is(value, kind):
        raise invalid(f"{name!r} must be {NAMES[kind]}, not {shown(value)}")
    return value


def number(body: Body, name: str, default: float | None = None) -> float:
    """A finite number, written as an integer or with a decimal point."""
    value = body.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise invalid(f"{name!r} must be a number, not {shown(value)}")
    try:
        return float(value)
    except OverflowError as fault:
        raise invalid(f"{name!r} is too large: {shown(value)}") from fault


def choice(body: Body, name: str, table: Mapping[str, T]) -> T:
    """What `table` holds for the string `body[name]`."""
    key = field(body, name, str)
    if key not in table:
        raise invalid(f"{name!r} is {key!r}; it must be one of {', '.join(table)}")
    return table[key]


def shown(value: object) -> str:
    """A value for a message, shortened."""
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _is(value: object, kind: type[T]) -> TypeGuard[T]:
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _no_constant(name: str) -> WireError:
    raise ValueError(f"{name} is no JSON value")
