"""On what a screen or a transition rests: atoms of the notice, or an assumption that says why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumed:
    """The notice does not say; `why` says what was taken instead."""

    why: str


Basis = tuple[str, ...] | Assumed
"""Ids of atoms (Rnnn) and readings (Cnn), or an assumption."""
