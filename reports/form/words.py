"""The closed words of a result, and a sentence in its two languages."""

from dataclasses import dataclass
from typing import Literal

SCHEMA = "examgate-results/1"

Verdict = Literal["PASS", "FAIL", "WARN", "NOT_APPLICABLE", "INCONCLUSIVE", "REVIEW", "WAIVED", "ERROR"]
RunVerdict = Literal["conformant", "non-conformant", "incomplete", "partial"]
Level = Literal["MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY", "FACT"]
Answerer = Literal["vendor", "phone", "school", "candidate"]
Basis = Literal["text", "reading", "answer"]
Party = Literal["main app", "aux app", "platform"]
PARTIES: tuple[Party, ...] = ("main app", "aux app", "platform")
"""Whose software is judged."""
TargetKind = Literal["simulated", "device", "mixed"]
StepStatus = Literal[
    "passed",
    "not_met",  # a check in a Then failed
    "unreached",  # the state that a Given names could not be reached
    "refused",  # a When was refused
    "control_missing",
    "precision_missing",
    "review",  # a person has to look
    "undecided",  # an operator looked and could not tell
    "transport_lost",  # the lab failed
    "error",  # the kit failed
    "not_run",  # an earlier step ended the scenario
]
Fault = Literal[
    "",  # none, or the product's
    "lab",  # a phone, its driver or the bench was lost
    "kit",  # examgate itself failed
]
Why = Literal[
    "begun",  # the run was begun
    "resumed",  # it goes on after it was cut short
    "lab",  # what the lab lost is run again
]
Method = Literal[
    "driver",  # drivers and the bench carried it out
    "operator",  # people did, by hand
]
Language = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in the two languages of the report."""

    en: str = ""
    zh: str = ""

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)

    def within(self, language: Language) -> str:
        """The sentence in ``language``; the other language's when this one is empty."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)


NOTHING = Text()

Said = Text | str
"""A sentence of ours in both languages, or a foreign string that is shown as a quotation (原文)."""
