"""Toxics as Toxiproxy writes them: one, a list of them, or a proxy with its `toxics`; JSON, keys and units are the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from conformance.faults import NOTHING, WHOLE, Fault, FileError, Words, foreign, one_of, quoted, value
from conformance.load.toxics.kinds import KINDS, STREAMS
from conformance.load.toxics.toxic import Toxic
from conformance.tomlfile import READABLE, Found

TOXICS = Words(
    "a toxic, a list of toxics, or a proxy with its toxics", "一项网络故障、网络故障列表，或含 toxics 的代理"
)
SHARE = Words("a share from 0 to 1", "0 至 1 之间的比例")
NOT_NEGATIVE = Words("a number of at least 0", "不小于 0 的数")
ABOVE_0 = Words("a number above 0", "大于 0 的数")
A_NUMBER = Words("a number", "数值")
POSITIVE = frozenset({"average_size", "rate"})
"""Attributes of which nothing is no value."""


def read(path: Path) -> tuple[Toxic, ...]:
    """The toxics of a JSON file. FileError with every fault at once."""
    try:
        rows = _rows(msgspec.json.decode(path.read_bytes()))
        toxics = tuple(msgspec.convert(row, Toxic) for row in rows)
    except OSError as error:
        raise FileError([Fault(path, WHOLE, foreign(error.strerror), READABLE)]) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FileError([Fault(path, WHOLE, foreign(error), TOXICS)]) from error
    found = [
        Fault(path, *one) for number, toxic in enumerate(toxics) for one in faults(f"toxics[{number}]", toxic)
    ]
    if found:
        raise FileError(found)
    return toxics


def faults(where: str, toxic: Toxic) -> Iterator[Found]:
    """What is wrong with a toxic that stands there: its type, stream, share or attributes."""
    kind = KINDS.get(toxic.type)
    if kind is None:
        yield f"{where}.type", quoted(toxic.type), one_of(KINDS)
        return
    if toxic.stream not in STREAMS:
        yield f"{where}.stream", quoted(toxic.stream), one_of(STREAMS)
    if not 0 <= toxic.toxicity <= 1:
        yield f"{where}.toxicity", value(toxic.toxicity), SHARE
    for name in sorted(toxic.attributes.keys() - kind.attributes.keys()):
        yield f"{where}.attributes", quoted(name), one_of(kind.attributes)
    for name, usual in kind.attributes.items():
        given = toxic.attributes.get(name, usual)
        if given is None:
            yield f"{where}.attributes.{name}", NOTHING, A_NUMBER
        elif given < 0 or (given == 0 and name in POSITIVE):
            yield f"{where}.attributes.{name}", value(given), ABOVE_0 if name in POSITIVE else NOT_NEGATIVE


def _rows(found: Any) -> list[Any]:
    if isinstance(found, list):
        return [row for one in found for row in _rows(one)]
    if isinstance(found, dict) and "type" not in found:
        return list(found.get("toxics") or ())
    return [found]
