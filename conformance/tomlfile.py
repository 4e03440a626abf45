"""Reads a TOML file of the kit's and holds it against its JSON Schema; every fault names file, key, found, expected."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

import contracts
from conformance.faults import NOTHING, WHOLE, Fault, FileError, Words, did_you_mean, foreign, one_of, value

TOML = Words("a TOML document in UTF-8", "采用 UTF-8 编码的 TOML 文件")
READABLE = Words("a file that can be read", "可读取的文件")
SOME_VALUE = Words("a value", "须填写")

Found = tuple[str, Words, Words]
"""Where a fault is, what was found there, and what is expected."""

Laws = Callable[[Mapping[str, Any]], Iterator[Found]]
"""What must hold beyond the shape; asked of ill-shaped content too, so that every fault comes at once."""


def _no_laws(_raw: Mapping[str, Any]) -> Iterator[Found]:
    return iter(())


def parse(path: Path) -> dict[str, Any]:
    """The content of one file; dates come as ISO text. FileError where it is no TOML."""
    return {key: _plain(value) for key, value in _parse(path).items()}


def read(
    path: Path, schema: str, laws: Laws = _no_laws, content: Callable[[Path], dict[str, Any]] = parse
) -> dict[str, Any]:
    """The content of a file that fits the schema of that name and its laws; `content` reads it otherwise than as one file.

    Raises FileError with every fault at once.
    """
    raw = content(path)
    found = [*_faults(raw, contracts.schema(schema)), *laws(raw)]
    faults = [Fault(path, *one) for one in found]
    if faults:
        raise FileError(faults)
    return raw


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileError([Fault(path, WHOLE, foreign(error), TOML)]) from error
    except OSError as error:
        raise FileError([Fault(path, WHOLE, foreign(error.strerror), READABLE)]) from error


def _plain(value: Any) -> Any:
    """TOML's dates as text, so that a JSON Schema can speak about them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime | date | time) else value


def _faults(raw: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[Found]:
    errors = Draft202012Validator(schema).iter_errors(raw)
    for error in sorted(errors, key=lambda error: [str(step) for step in error.absolute_path]):
        yield from _EXPLAIN.get(str(error.validator), _value)(error, schema)


def _value(error: ValidationError, _schema: Mapping[str, Any]) -> Iterator[Found]:
    found = json.dumps(error.instance, ensure_ascii=False, default=str)
    yield _key(error.absolute_path), value(found), _described(_part(error)) or _by_keyword(error)


def _missing(error: ValidationError, schema: Mapping[str, Any]) -> Iterator[Found]:
    part = _part(error)
    name = next(name for name in part["required"] if error.message.startswith(repr(name)))
    yield _key([*error.absolute_path, name]), NOTHING, _wanted(part, name, schema)


def _unknown(error: ValidationError, _schema: Mapping[str, Any]) -> Iterator[Found]:
    known = list(_part(error)["properties"])
    instance = error.instance if isinstance(error.instance, dict) else {}
    for name in sorted(set(instance) - set(known)):
        found = Words(f"the unknown key {name!r}", f"无此项“{name}”")
        yield _key([*error.absolute_path, name]), found, did_you_mean(name, known)


def _described(part: Mapping[str, Any]) -> Words | None:
    """What the schema itself says of a value: `description`, and in Chinese `x-zh`."""
    if "description" not in part:
        return None
    return Words(part["description"], part.get("x-zh", part["description"]))


def _by_keyword(error: ValidationError) -> Words:
    """For a value that the schema does not describe: the validator's message, and what its keyword asks for."""
    asked = error.validator_value
    shown = TYPES.get(str(asked), asked) if not isinstance(asked, list) else one_of(asked).zh
    return Words(error.message, KEYWORDS.get(str(error.validator), "符合格式要求的内容").format(shown))


TYPES = {
    "array": "数组",
    "boolean": "true 或 false",
    "integer": "整数",
    "number": "数值",
    "object": "表",
    "string": "文本",
}
KEYWORDS = {
    "const": "{}",
    "enum": "{}",
    "exclusiveMaximum": "小于 {} 的数",
    "exclusiveMinimum": "大于 {} 的数",
    "maxItems": "至多 {} 项",
    "maxLength": "至多 {} 个字符",
    "maximum": "不大于 {} 的数",
    "minItems": "至少 {} 项",
    "minLength": "至少 {} 个字符",
    "minProperties": "至少 {} 项",
    "minimum": "不小于 {} 的数",
    "not": "不得填写",
    "pattern": "符合正则表达式 {} 的文本",
    "type": "{}",
    "uniqueItems": "各项不得重复",
}
"""What a keyword of JSON Schema asks for; the braces hold what the schema says beside it."""

_EXPLAIN = {"required": _missing, "additionalProperties": _unknown}


def _part(error: ValidationError) -> dict[str, Any]:
    return error.schema if isinstance(error.schema, dict) else {}


def _wanted(schema: Mapping[str, Any], name: str, root: Mapping[str, Any]) -> Words:
    """What the schema says of a key that is missing."""
    part = schema.get("properties", {}).get(name) or schema.get("additionalProperties") or {}
    part = root["$defs"][part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
    return _described(part) or SOME_VALUE


def _key(path: Iterable[object]) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or WHOLE
