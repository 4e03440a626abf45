"""The document that the rules come from, as data: its atoms, the words it quotes, the values it sets, and what it leaves open."""

from conformance.document.atoms import Atom, Label, Limit, Strictness, atoms, labels, levels, limits

__all__ = ["Atom", "Label", "Limit", "Strictness", "atoms", "labels", "levels", "limits"]
