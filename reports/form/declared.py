"""What a target file declared, held against what the run found."""

from dataclasses import dataclass
from typing import Literal

from reports.form.words import NOTHING, Text, Verdict

Declarable = Literal["control", "phone", "ability"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One feature: a control of the bench, a kind of phone, or an ability of apps and platform. ``says`` names it in words.

    ``found`` is None where nobody looked. PASS: as declared; NOT_APPLICABLE: not looked for; anything else contradicts.
    """

    of: Declarable
    feature: str
    says: Text
    declared: bool
    found: bool | None = None
    verdict: Verdict
    reason: Text = NOTHING

    @property
    def contradicts(self) -> bool:
        """Whether the declaration and what was found contradict each other."""
        return self.verdict not in {"PASS", "NOT_APPLICABLE"}
