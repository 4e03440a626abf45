"""The bench of a target, as the examiner uses it over HTTP."""

from conformance.bench.client import Bench, FaultKind, Operation, Role, Stage

__all__ = ["Bench", "FaultKind", "Operation", "Role", "Stage"]
