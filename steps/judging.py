"""Where a Then ends: a finding that holds is kept for the report, one that does not is not met."""

from __future__ import annotations

from collections.abc import Mapping

from conformance import checking
from reports.form import Text
from steps.findings import Behaviour, Finding


def judge(finding: Finding) -> None:
    """Raise `NotMet` with what was expected and seen unless the finding holds."""
    checking.check(finding.holds, expected=finding.expected, seen=finding.seen)


def observe(behaviour: Behaviour, accepts: Mapping[str, Text]) -> None:
    """Where a rule leaves it open: raise `NotMet` unless the behaviour is one of those that it accepts."""
    checking.observe(behaviour.id, accepts, seen=behaviour.seen)
