"""How a step can end other than well: a closed set, one class each.

What it means for the verdict is not decided here but in the published truth table (`contracts/verdicts.toml`):
the same `NotMet` is a FAIL in a Then, an unreached state in a Given, a refusal in a When.
"""

from __future__ import annotations

from typing import ClassVar

from reports.form import Said, Text


class Outcome(Exception):
    """Base of all outcomes. `kind` is its word in the truth table.

    `expected`, `seen` and `cause` are sentences in both languages (`Text`), or a foreign string that the report
    shows as a quotation.
    """

    kind: ClassVar[str]

    def __init__(self, cause: Said = "", *, expected: Said = "", seen: Said = "") -> None:
        self.cause, self.expected, self.seen = cause, expected, seen
        parts = (("", cause), ("expected: ", expected), ("seen: ", seen))
        super().__init__("; ".join(f"{label}{_english(said)}" for label, said in parts if said))


class NotMet(Outcome):
    """A check found something else than the rule demands."""

    kind = "not_met"


class NotShown(NotMet):
    """The screen does not show what should be there; `seen` lists what it does show."""

    kind = "not_met"


class Unreached(Outcome):
    """The state that a sentence presupposes cannot be reached; `cause` says which rule should say why."""

    kind = "unreached"


class PreconditionUnmet(Outcome):
    """What a sentence builds on did not come about, though it is not what the sentence is about: nothing is concluded
    of it; `cause` says what is missing. Another rule fails by the same."""

    kind = "precondition"


class RefusedWhen(Outcome):
    """What the candidate does is refused although the refusal is not the subject."""

    kind = "refused"


class ControlMissing(Outcome):
    """The target's bench does not offer a control; `control` is its name, such as `clock` or `probes/enter`."""

    kind = "control_missing"

    def __init__(self, control: str, cause: Said = "") -> None:
        self.control = control
        super().__init__(
            cause
            or Text(
                f"this target does not offer the control {control!r}",
                f"该被测对象未提供控制项“{control}”",
            )
        )


class Withheld(ControlMissing):
    """What cannot be taken back is not done on this target, unless the run was allowed to."""

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            Text(
                f"{name} cannot be taken back; it is done only with --allow-irreversible, on test accounts",
                f"{name} 的后果不可撤销，仅在使用测试账号并给出 --allow-irreversible 时执行",
            ),
        )


class PrecisionMissing(Outcome):
    """The target sets or keeps time too coarsely for this example."""

    kind = "precision_missing"


class ToReview(Outcome):
    """A person has to look before anything can be concluded."""

    kind = "review"


class Undecided(Outcome):
    """An operator looked and could not tell."""

    kind = "undecided"


class TransportLost(Outcome):
    """The lab failed: a phone, its driver or the bench no longer answers."""

    kind = "transport_lost"


class KitFault(Outcome):
    """The kit failed, or used the bench wrongly: nothing is concluded about the product."""

    kind = "error"


def _english(said: Said) -> str:
    """The English sentence, or the foreign string itself."""
    return said.within("en") if isinstance(said, Text) else said
