"""Two recordings of the same scenarios held against each other: what one kind of phone says otherwise than another. Pure.

Compared are the screens at the end of each step, element by element, and how commands were answered. Places on the screen, texts
and times are the phones' own; what differs in them is nothing that a step could stumble over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from lxml import etree

from conformance.tapes.forms import Exchange, Tape
from conformance.tapes.naming import OF_ELEMENT

Kind = Literal["attribute", "state", "element", "answer"]
ASIDE = frozenset(
    {
        "bounds",
        "x",
        "y",
        "width",
        "height",
        "index",
        "instance",
        "rotation",
        "drawing-order",
        "value",
        "text",
        "label",
        "name",
    }
)
"""Attributes that say where something is, or which text it has."""
NAMES = ("resource-id", "name", "content-desc", "text", "label")
"""By what an element is known, the best first."""
SOURCE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
Element = Mapping[str, str]
Screen = Mapping[tuple[str, str], Element]
ABSENT = "-"


class Difference(msgspec.Struct, frozen=True, order=True):
    """Something that is otherwise. `what`: the element's class, or the command; `where`: attribute, or nothing; `times`: at how
    many places; `example`: one of them."""

    kind: Kind
    what: str
    where: str
    here: str
    there: str
    times: int = 0
    example: str = ""


def differences(here: Mapping[str, Tape], there: Mapping[str, Tape]) -> list[Difference]:
    """What differs between the scenarios that both have, the most frequent first."""
    found: Counter[Difference] = Counter()
    examples: dict[Difference, str] = {}
    for scenario in sorted(here.keys() & there.keys()):
        for one, place in _scenario(here[scenario], there[scenario]):
            found[one] += 1
            examples.setdefault(one, f"{scenario} {place}")
    rows = [msgspec.structs.replace(one, times=times, example=examples[one]) for one, times in found.items()]
    return sorted(rows, key=lambda row: (row.kind, -row.times, row.what, row.where))


def _scenario(here: Tape, there: Tape) -> Iterator[tuple[Difference, str]]:
    ours, theirs = _screens(here), _screens(there)
    for key in ours.keys() & theirs.keys():
        session, step = key
        for one in _screen(ours[key], theirs[key]):
            yield one, f"{session} [{step}]"
    mine, other = _answers(here.exchanges), _answers(there.exchanges)
    for command in sorted(mine.keys() & other.keys()):
        if mine[command] != other[command]:
            yield Difference("answer", command, "", _list(mine[command]), _list(other[command])), ""


def _screens(tape: Tape) -> dict[tuple[str, int], Screen]:
    """The last screen of each session in each step."""
    found: dict[tuple[str, int], Screen] = {}
    for one in tape.exchanges:
        value = one.answer.get("value") if isinstance(one.answer, dict) else None
        if one.door == "phone" and one.path == "/source" and isinstance(value, str):
            found[one.session, one.step] = _elements(value)
    return found


def _elements(source: str) -> Screen:
    """The elements that have a name; of several with the same one, the first."""
    found: dict[tuple[str, str], Element] = {}
    for node in etree.fromstring(source.encode(), parser=SOURCE).iter(etree.Element):
        attributes = {str(name): str(value) for name, value in node.attrib.items()}
        name = next((attributes[key] for key in NAMES if attributes.get(key)), "")
        if name:
            found.setdefault((str(node.tag), name), attributes)
    return found


def _screen(here: Screen, there: Screen) -> Iterator[Difference]:
    for key in sorted(here.keys() | there.keys()):
        kind, name = key
        if key not in here or key not in there:
            yield Difference("element", kind, name, _is(key in here), _is(key in there))
            continue
        ours, theirs = here[key], there[key]
        for attribute in sorted((ours.keys() | theirs.keys()) - ASIDE):
            one, other = ours.get(attribute, ABSENT), theirs.get(attribute, ABSENT)
            if one != other:
                missing = ABSENT in (one, other)
                yield (
                    Difference("attribute", kind, attribute, _shown(one, missing), _shown(other, missing))
                    if missing
                    else Difference("state", f"{kind} {name}", attribute, one, other)
                )


def _answers(exchanges: Iterable[Exchange]) -> dict[str, frozenset[str]]:
    """How each command of a driver was answered, by its errors' words."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in exchanges:
        if one.door == "phone" and not one.left_out:
            found[f"{one.method} {OF_ELEMENT.sub('{id}', one.path) or '/'}"].add(_word(one))
    return {command: frozenset(words) for command, words in found.items()}


def _word(one: Exchange) -> str:
    value = one.answer.get("value") if isinstance(one.answer, dict) else None
    error = value.get("error") if isinstance(value, dict) else None
    return str(error) if one.status >= 400 and error else str(one.status)


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _is(there: bool) -> str:
    return "there" if there else ABSENT


def _shown(value: str, missing: bool) -> str:
    return value if value == ABSENT or not missing else "has it"
