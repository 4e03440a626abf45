"""Evidence: what the phones showed after each step, each thing once, by the hash of its content."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from conformance.outcome import TransportLost
from conformance.phone.handset import Handset
from conformance.request import Thoroughness
from reports.form import Evidence, Seen, dump_evidence

ROLES = ("main", "aux")


class Keeper:
    """Keeps the evidence of one scenario. `thoroughness`: nothing, screenshots of failures only, or of every step."""

    def __init__(self, thoroughness: Thoroughness) -> None:
        self._none, self._full = thoroughness == "none", thoroughness == "full"
        self._trees: dict[str, dict[str, Any]] = {}
        self._shots: dict[str, str] = {}
        self._steps: list[Seen] = []

    def look(self, handsets: Sequence[Handset], failed: bool) -> Seen:
        """What the phones show now; nobody looks where no evidence is kept."""
        if self._none:
            return Seen()
        found: dict[str, str] = {}
        others: dict[str, str] = {}
        for handset in handsets:
            known = handset.name in ROLES
            try:
                (found if known else others)[handset.name] = self._tree(handset)
                if known and (failed or self._full):
                    found[f"{handset.name}_shot"] = self._shot(handset)
            except (TransportLost, ValueError):
                continue  # a phone that is off shows nothing; that it is off is said by the step that met it
        seen = Seen(**found, others=others)
        self._steps.append(seen)
        return seen

    def write(self, path: Path) -> bool:
        """Write what was kept, if anything was; says whether there is a file now."""
        if not self._trees:
            return False
        dump_evidence(Evidence(trees=self._trees, shots=self._shots, steps=tuple(self._steps)), path)
        return True

    def _tree(self, handset: Handset) -> str:
        tree = handset.tree()
        name = hashlib.sha256(json.dumps(tree, sort_keys=True).encode()).hexdigest()[:16]
        self._trees[name] = tree
        return name

    def _shot(self, handset: Handset) -> str:
        png = handset.screenshot()
        name = hashlib.sha256(png).hexdigest()[:16]
        self._shots[name] = base64.b64encode(png).decode()
        return name


def file_of(case: str) -> str:
    """Where a scenario's evidence lies in the run's folder: a name that every file system takes."""
    return f"evidence/{hashlib.sha256(case.encode()).hexdigest()[:20]}.json.gz"
