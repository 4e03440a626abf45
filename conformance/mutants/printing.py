"""The matrix to be read: which defect was caught by which rules, in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from conformance.mutants.forms import Defect, Finding, Matrix
from conformance.mutants.telling import STATES

SCOPES: Mapping[str, str] = {
    "own": "the scenarios of the rules it breaks, and a sentinel of scenarios across the chapters",
    "everything": "every scenario that can come where it differs from the clean release",
}


def markdown(matrix: Matrix) -> str:
    """The whole matrix: totals, then a table for each layer. Equal matrices give equal text; nothing of it is a time."""
    return "\n".join([*_head(matrix), *_layers(matrix)]).rstrip() + "\n"


def _head(matrix: Matrix) -> Iterator[str]:
    counts = Counter(one.state for one in matrix.findings)
    ran, apart = sum(one.ran for one in matrix.findings), sum(one.apart for one in matrix.findings)
    yield "# Seeded defects"
    yield ""
    yield f"Made by `./examgate mutants`. Each of {len(matrix.findings)} releases with one mistake was held against {SCOPES[matrix.scope]}:"
    yield f"{ran} scenarios were run" + (f", {apart} could not differ." if apart else ".")
    yield ""
    yield "| " + " | ".join(STATES[state][2].en for state in STATES) + " |"
    yield "|" + "---|" * len(STATES)
    yield "| " + " | ".join(str(counts[state]) for state in STATES) + " |"
    rules = {rule for one in matrix.findings for rule, cell in one.cells.items() if cell == "caught"}
    yield ""
    yield f"{len(rules)} rules caught at least one. *also*: rules whose scenarios meet the same mistake on their way; *undecided*:"
    yield "those that could not be judged under it, which blames nobody."
    earlier = Counter(one.kit for one in matrix.findings if one.kit)
    if earlier:
        yield ""
        yield f"Judged by earlier kits: {', '.join(f'{n} (`{kit[:12]}`)' for kit, n in sorted(earlier.items()))}."
        yield "The proof's `matrix.json` says which."


def _layers(matrix: Matrix) -> Iterator[str]:
    found = {one.defect: one for one in matrix.findings}
    for layer in dict.fromkeys(one.layer for one in matrix.defects):
        yield ""
        yield f"## {layer.capitalize()}"
        yield ""
        yield "| defect | what the release does | caught by | also | undecided |"
        yield "|---|---|---|---|---|"
        yield from (_row(one, found[one.id]) for one in matrix.defects if one.layer == layer)


def _row(defect: Defect, found: Finding) -> str:
    columns = [
        " ".join(rule for rule, cell in found.cells.items() if cell == kind)
        for kind in ("caught", "also", "undecided")
    ]
    state = "" if found.state == "caught" else f"**{STATES[found.state][2].en}** "
    known = f" ({defect.source})" if defect.source else ""
    return f"| `{defect.id}` | {state}{defect.en}{known}<br>{defect.zh} | {' | '.join(columns)} |"
