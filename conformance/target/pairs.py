"""What a target file says of phones that lie in a lab: which they are, two by two, and whose accounts are used on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from conformance.faults import Words, quoted

ROLES = ("main", "aux")
ONCE = Words("a name, and a udid, that stands here once", "各组名称与各手机的 udid 均不得重复")


@dataclass(frozen=True, slots=True)
class Device:
    """A phone by its udid; `driver` names who speaks to it, `capabilities` are this phone's own.

    `kind` is what scenarios call such a phone (android, harmonyos, ios), by default as its driver; `model` is for the report.
    """

    udid: str
    driver: Literal["android", "ios"]
    model: str = ""
    kind: str = ""
    capabilities: Mapping[str, Any] = field(default_factory=dict)

    @property
    def known_as(self) -> str:
        """What stands for it where a scenario wants a model."""
        return self.model or self.udid


@dataclass(frozen=True, slots=True)
class Account:
    """The test account that is used on a pair: never a candidate's own."""

    account: str = ""
    password: str = ""
    name: str = ""
    admission_number: str = ""


@dataclass(frozen=True, slots=True)
class PhonePair:
    """One candidate's phones; without `aux` it is a single one."""

    name: str
    main: Device
    aux: Device | None = None
    tester: Account = Account()

    @property
    def kinds(self) -> Mapping[str, tuple[str, ...]]:
        """What there is to be had of each kind of phone: the main one, whatever the other is."""
        return {self.main.kind or self.main.driver: (self.main.known_as,)}

    @property
    def devices(self) -> Mapping[str, Device]:
        """By role."""
        return {"main": self.main} | ({"aux": self.aux} if self.aux else {})


def read_pairs(raw: list[Mapping[str, Any]]) -> tuple[PhonePair, ...]:
    """The tables as they fit the schema."""
    return tuple(
        PhonePair(
            name=one["name"],
            main=Device(**one["main"]),
            aux=Device(**one["aux"]) if "aux" in one else None,
            tester=Account(**one.get("tester", {})),
        )
        for one in raw
    )


def pair_faults(raw: object) -> Iterator[tuple[str, Words, Words]]:
    """Names and udids that stand there twice."""
    seen: set[str] = set()
    for number, one in enumerate(raw if isinstance(raw, list) else ()):
        for key, word in _words(one):
            if word in seen:
                yield f"pairs[{number}].{key}", quoted(word), ONCE
            seen.add(word)


def _words(one: object) -> Iterator[tuple[str, str]]:
    """A name and a udid that are the same are no fault: they are told apart."""
    if not isinstance(one, dict):
        return
    yield "name", f"name {one.get('name')}"
    for role in ROLES:
        if isinstance(phone := one.get(role), dict):
            yield f"{role}.udid", str(phone.get("udid"))
