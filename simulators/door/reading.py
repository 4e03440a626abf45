"""Reads a body into its struct; what is wrong is said with the field, what was found and what is expected."""

import re
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from simulators.core.instants import parse
from simulators.door.errors import BadBody

T = TypeVar("T")
INSTANT = "an instant such as 2023-01-12T09:45:00.000+08:00"
_PLACE = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_MISSING = re.compile(r"^Object missing required field `(?P<name>\w+)`")
_UNKNOWN = re.compile(r"^Object contains unknown field `(?P<name>[^`]*)`")


def read(raw: bytes, shape: type[T]) -> T:
    """The body as `shape`; BadBody names the first field at fault."""
    try:
        content = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        found = raw[:40].decode("utf-8", "replace")
        raise BadBody("body", found, f"a JSON document ({error})") from error
    return convert(content, shape)


def convert(content: object, shape: type[T]) -> T:
    """The JSON value as `shape`; BadBody names the first field at fault."""
    try:
        return msgspec.convert(content, shape)
    except msgspec.ValidationError as error:
        raise _explain(str(error), content, shape) from error


def instant(text: str, field: str) -> datetime:
    """The instant that a field names, to the millisecond."""
    try:
        found = parse(text)
    except ValueError as error:
        raise BadBody(field, text, INSTANT) from error
    if found.microsecond % 1000:
        raise BadBody(field, text, f"{INSTANT}; the bench sets time to the millisecond")
    return found


def one_of(body: msgspec.Struct) -> tuple[str, Any]:
    """The one field that is set, with its value; BadBody when there is none or more than one."""
    chosen = given(body)
    if len(chosen) != 1:
        names = ", ".join(body.__struct_fields__)
        raise BadBody("body", sorted(chosen) or None, f"exactly one of {names}")
    return next(iter(chosen.items()))


def some_of(body: msgspec.Struct) -> dict[str, Any]:
    """The fields that are set, at least one."""
    chosen = given(body)
    if not chosen:
        raise BadBody("body", None, f"at least one of {', '.join(body.__struct_fields__)}")
    return chosen


def given(body: msgspec.Struct) -> dict[str, Any]:
    """The fields that are set."""
    fields = {name: getattr(body, name) for name in body.__struct_fields__}
    return {name: value for name, value in fields.items() if value is not msgspec.UNSET}


def _explain(message: str, content: object, shape: Any) -> BadBody:
    place = _PLACE.search(message)
    path = place["path"].lstrip(".") if place else ""
    sentence = _PLACE.sub("", message)
    if missing := _MISSING.match(sentence):
        return BadBody(_join(path, missing["name"]), None, f"a value: {missing['name']} is required")
    if unknown := _UNKNOWN.match(sentence):
        name = unknown["name"]
        return BadBody(_join(path, name), _at(content, _join(path, name)), _known(shape, path))
    if sentence.startswith("Invalid enum value"):
        sentence = "one of " + ", ".join(map(str, _words(shape, path)))
    path = path.replace("[...]", "(a value)")
    return BadBody(path or "body", _at(content, path), sentence.removeprefix("Expected ").replace("`", ""))


def _words(shape: Any, path: str) -> tuple[Any, ...]:
    """The words that the struct allows at a path."""
    found = _parts(inspect.type_info(shape))
    for step in re.findall(r"[^.\[\]]+", path):
        found = tuple(part for one in found for below in _below(one, step) for part in _parts(below))
    return tuple(word for part in found if isinstance(part, inspect.LiteralType) for word in part.values)


def _parts(kind: inspect.Type) -> tuple[inspect.Type, ...]:
    return kind.types if isinstance(kind, inspect.UnionType) else (kind,)


def _below(kind: inspect.Type, step: str) -> tuple[inspect.Type, ...]:
    """What stands at one step of a path: a struct's field, or any item of a list."""
    if isinstance(kind, inspect.StructType):
        return tuple(field.type for field in kind.fields if field.name == step)
    item = getattr(kind, "item_type", None)
    return () if item is None else (item,)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _known(shape: Any, path: str) -> str:
    fields = getattr(shape, "__struct_fields__", ())
    return f"no such field; there are {', '.join(fields)}" if fields and not path else "no such field"


def _at(content: object, path: str) -> Any:
    """The value at a path such as candidates[0].name; None where the path leads nowhere."""
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(content, list) and step.isdigit() and int(step) < len(content):
            content = content[int(step)]
        elif isinstance(content, dict):
            content = content.get(step)
        else:
            return None
    return content
