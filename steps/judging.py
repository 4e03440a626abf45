"""Where a Then ends: a finding that holds is kept for the report, one that does not is not met."""

from __future__ import annotations

from conformance import checking
from steps.findings import Finding


def judge(finding: Finding) -> None:
    """Raise `NotMet` with what was expected and seen unless the finding holds."""
    checking.check(finding.holds, expected=finding.expected, seen=finding.seen)
