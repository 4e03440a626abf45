"""Where a Then ends: a finding that does not hold is not met."""

from __future__ import annotations

from conformance import outcome
from steps.findings import Finding


def judge(finding: Finding) -> None:
    """Raise `NotMet` with what was expected and seen unless the finding holds."""
    outcome.check(finding.holds, expected=finding.expected, seen=finding.seen)
