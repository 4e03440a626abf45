"""Evidence: what the phones showed after each step, each thing once, by the hash of its content."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence

from conformance.masking import Mask, picture, screen
from conformance.outcome import TransportLost
from conformance.phone.handset import Handset
from conformance.phone.screentree import Tree
from conformance.request import Thoroughness
from reports.form import Evidence, Seen

ROLES = ("main", "aux")


class Keeper:
    """Keeps the evidence of one scenario. `thoroughness`: nothing, screenshots of failures only, or of every step."""

    def __init__(self, thoroughness: Thoroughness) -> None:
        self._none, self._full = thoroughness == "none", thoroughness == "full"
        self._trees: dict[str, Tree] = {}
        self._shots: dict[str, tuple[bytes, Tree]] = {}
        self._steps: list[Seen] = []

    def look(
        self,
        handsets: Sequence[Handset],
        failed: bool,
        learn: Callable[[Tree], None],
        *,
        photograph: bool = True,
    ) -> None:
        """What the phones show now; nobody looks where no evidence is kept. `learn` is told each screen.

        Where nothing may be photographed only the elements are kept.
        """
        if self._none:
            return
        found: dict[str, str] = {}
        others: dict[str, str] = {}
        for handset in handsets:
            known = handset.name in ROLES
            try:
                tree = handset.tree()
                learn(tree)
                (found if known else others)[handset.name] = self._tree(tree)
                if known and photograph and (failed or self._full):
                    found[f"{handset.name}_shot"] = self._shot(handset.screenshot(), tree)
            except (TransportLost, ValueError):
                continue  # a phone that is off shows nothing; that it is off is said by the step that met it
        self._steps.append(Seen(**found, others=others))

    def kept(self, mask: Mask) -> Evidence:
        """What was kept, masked, each thing by the hash that it has then: the raw one's would tell what it was."""
        trees = {name: _named(screen.masked(tree, mask)) for name, tree in self._trees.items()}
        pictures = {name: picture.masked(png, tree, mask) for name, (png, tree) in self._shots.items()}
        shots = {name: (_hash(png), base64.b64encode(png).decode()) for name, png in pictures.items() if png}
        names = {name: new for name, (new, _) in (*trees.items(), *shots.items())}
        return Evidence(
            trees=dict(trees.values()),
            shots=dict(shots.values()),
            steps=tuple(_renamed(step, names, mask) for step in self._steps),
        )

    def _tree(self, tree: Tree) -> str:
        name, _ = _named(tree)
        self._trees[name] = tree
        return name

    def _shot(self, png: bytes, tree: Tree) -> str:
        name = f"{_hash(png)} {_named(tree)[0]}"
        self._shots[name] = png, tree
        return name


def _renamed(seen: Seen, names: Mapping[str, str], mask: Mask) -> Seen:
    """What a step saw, by the names of what is kept of it; a further phone bears its owner's name."""
    return Seen(
        main=names.get(seen.main, ""),
        aux=names.get(seen.aux, ""),
        main_shot=names.get(seen.main_shot, ""),
        aux_shot=names.get(seen.aux_shot, ""),
        others={mask.text(who): names[tree] for who, tree in seen.others.items()},
    )


def _named(tree: Tree) -> tuple[str, Tree]:
    return _hash(json.dumps(tree, sort_keys=True).encode()), tree


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def file_of(case: str) -> str:
    """Where a scenario's evidence lies in the run's folder: a name that every file system takes."""
    return f"evidence/{hashlib.sha256(case.encode()).hexdigest()[:20]}.json.gz"
