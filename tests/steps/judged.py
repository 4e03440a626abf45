"""What every check is tried for: that it holds, that it fails, and that it says what it expected and saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from steps.findings import Finding

Tried = Callable[[Finding], None]


def judged(holds: Sequence[Finding], fails: Sequence[Finding]) -> tuple[Tried, Tried, Tried]:
    """Three tests: of findings that should hold, of those that should not, and of the words of both."""

    @pytest.mark.parametrize("finding", holds)
    def is_held(finding: Finding) -> None:
        assert finding.holds

    @pytest.mark.parametrize("finding", fails)
    def is_not_held(finding: Finding) -> None:
        assert not finding.holds

    @pytest.mark.parametrize("finding", [*holds, *fails])
    def is_told(finding: Finding) -> None:
        assert all([finding.expected.en, finding.expected.zh, finding.seen.en, finding.seen.zh])

    return is_held, is_not_held, is_told
