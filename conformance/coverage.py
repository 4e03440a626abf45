"""Whether the catalogue holds the whole document: which atoms its rows name once, never, or twice, and which are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from conformance.catalogue import Row
from conformance.document import Atom
from conformance.faults import Fault, Words, value

AN_ATOM = Words("an atom of the document", "文件所列的条目")
IN_NO_ROW = Words("no rule that names it", "没有规则引用该条目")
IN_ONE_ROW = Words(
    "exactly one rule; an atom that restates another may join its rule",
    "有且仅有一条规则引用；与其他条目重复的条目可并入后者所在的规则",
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every atom by its fate. `named` maps an atom that is named once to its rule; `twice` to the rules that claim it."""

    named: Mapping[str, str]
    never: tuple[str, ...]
    twice: Mapping[str, tuple[str, ...]]
    unknown: Mapping[str, tuple[str, ...]]

    @property
    def total(self) -> int:
        """How many atoms the document has."""
        return len(self.named) + len(self.never) + len(self.twice)

    @property
    def whole(self) -> bool:
        """Whether every atom is named once and nothing else is named."""
        return not (self.never or self.twice or self.unknown)


def coverage(rows: Iterable[Row], atoms: Sequence[Atom]) -> Coverage:
    """Hold the rows against the atoms."""
    claims: dict[str, list[str]] = {}
    for row in rows:
        for atom in row.atoms:
            claims.setdefault(atom, []).append(row.id)
    known = {atom.id for atom in atoms}
    return Coverage(
        named={atom: claims[atom][0] for atom in _in_order(atoms) if len(claims.get(atom, ())) == 1},
        never=tuple(atom for atom in _in_order(atoms) if atom not in claims),
        twice={atom: tuple(claims[atom]) for atom in _in_order(atoms) if len(claims.get(atom, ())) > 1},
        unknown={atom: tuple(rules) for atom, rules in claims.items() if atom not in known},
    )


def faults(found: Coverage, folder: Path) -> Iterator[Fault]:
    """What keeps the catalogue from holding the document, each by its name; `folder` is that of the catalogue."""
    for atom, rules in found.unknown.items():
        yield Fault(folder, f"{rules[0]}.atoms", value(atom), AN_ATOM)
    for atom, rules in found.twice.items():
        yield Fault(folder, atom, Words(", ".join(rules), "、".join(rules)), IN_ONE_ROW)
    for atom in found.never:
        yield Fault(folder, atom, IN_NO_ROW, IN_ONE_ROW)


def _in_order(atoms: Sequence[Atom]) -> Iterator[str]:
    return (atom.id for atom in atoms)
