"""Masks an element tree: its words, and whatever else a driver says of it; a picture in it is left out."""

from __future__ import annotations

from typing import Any

from conformance.masking.text import Mask

Tree = dict[str, Any]
WORDS = ("id", "text", "desc")


def masked(tree: Tree, mask: Mask) -> Tree:
    """The tree, masked; the one that was given stays as it is."""
    if mask.off:
        return tree
    row = {key: value for key, value in tree.items() if key != "image"}
    row |= {key: mask.text(row[key]) for key in WORDS}
    return {**row, "children": [masked(child, mask) for child in tree["children"]]}
