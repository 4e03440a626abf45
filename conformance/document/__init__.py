"""The document that the rules come from, as data: its atoms, the words it quotes, the values it sets, and what it leaves open."""

from conformance.document.atoms import Atom, Label, Limit, Strictness, atoms, labels, levels, limits
from conformance.document.questions import (
    PARTIES,
    Clause,
    Meaning,
    Party,
    Question,
    Which,
    by_part,
    question,
    questions,
)

__all__ = [
    "PARTIES",
    "Atom",
    "Clause",
    "Label",
    "Limit",
    "Meaning",
    "Party",
    "Question",
    "Strictness",
    "Which",
    "atoms",
    "by_part",
    "labels",
    "levels",
    "limits",
    "question",
    "questions",
]
