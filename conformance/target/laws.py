"""What must hold of a target file beyond its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conformance.faults import NOTHING, Words, quoted, value
from conformance.target.appium import OUTSIDE, hole_faults
from conformance.target.pairs import pair_faults
from conformance.tomlfile import Found
from reports.form import PARTIES

HOLES = ("python", "season", "seed", *OUTSIDE)
"""What is filled in where the words of `start` say {python} and the like."""
DEFECT_HOLES = {"list": ("python",), "start": ("defect",), "further": ("file",), "reach": ("file",)}
SOME_REAL = Words(
    "of a mixed target the parties that are real, one or two of main app, aux app and platform; of others nothing",
    "kind 为 mixed 时，列明真实的一方或两方（主机应用、辅机应用、平台之中）；其他情形不填",
)
BY_ID = Words("an element of this file that is found by its id", "本文件中以 id 定位的元素")


def laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """Every fault of a file's content that its schema lets pass."""
    yield from _holes("start", raw.get("start"), HOLES)
    yield from _masked_laws(raw)
    yield from hole_faults(raw.get("appium"))
    yield from pair_faults(raw.get("pairs"))
    yield from _real_laws(raw)
    defects = raw["defects"] if isinstance(raw.get("defects"), dict) else {}
    for key, holes in DEFECT_HOLES.items():
        yield from _holes(f"defects.{key}", defects.get(key), holes)


def _real_laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """A mixed target says which of the parties are real: one at least, and not all of them."""
    real = raw.get("real", [])
    if isinstance(real, list) and (raw.get("kind") == "mixed") != (0 < len(real) < len(PARTIES)):
        yield "real", value(", ".join(map(str, real)) or NOTHING.en), SOME_REAL


def _masked_laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """What is masked is found by its id, with either driver."""
    known = ids(raw)
    for key, names in tables(raw.get("masked")).items():
        for number, name in enumerate(names if isinstance(names, list) else ()):
            if isinstance(name, str) and not known.get(name):
                yield f"masked.{key}[{number}]", quoted(name), BY_ID


def ids(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The ids by which the drivers find each element; none where one of them finds it in another way."""
    found: dict[str, frozenset[str]] = {}
    for app, screens in tables(raw.get("screens")).items():
        for screen, elements in tables(screens).items():
            for element, locator in tables(elements).items():
                ways = locator.values() if isinstance(locator, dict) else (locator,)
                sound = all(isinstance(way, str) and way.startswith("id=") for way in ways)
                names = {str(way).removeprefix("id=").rpartition("/")[2] for way in ways}
                found[f"{app}.{screen}.{element}"] = frozenset(names if sound else ())
    return found


def tables(found: object) -> Mapping[str, Any]:
    return found if isinstance(found, dict) else {}


def _holes(key: str, words: Any, holes: Sequence[str]) -> Iterator[Found]:
    for number, word in enumerate(words if isinstance(words, list) else ()):
        try:
            str(word).format_map(dict.fromkeys(holes, ""))
        except (LookupError, ValueError, AttributeError):
            wanted = " ".join(f"{{{hole}}}" for hole in holes)
            expected = Words(
                f"no holes but {wanted}; other braces are written {{{{ and }}}}",
                f"占位符限于 {wanted}；其他花括号须写作 {{{{ 和 }}}}",
            )
            yield f"{key}[{number}]", quoted(word), expected
