"""NSPredicate's format language: tokens, a tree, and what the tree means for an element's attributes."""

from simulators.wire.webdriver.predicates.meaning import Holds, compiled
from simulators.wire.webdriver.predicates.tree import PredicateError

__all__ = ["Holds", "PredicateError", "compiled"]
