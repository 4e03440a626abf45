"""The auxiliary phone's binding to one sitting, and the pairing code that admits phones, as tables."""

from functools import cache
from itertools import pairwise

from simulators.core.machine import Machine, Move, Timed

AUX_STATES = ("bound", "recording", "broken", "stopped", "submitted")

AUX = Machine(
    "auxiliary phone",
    AUX_STATES,
    "bound",
    (
        Move("bound", "record", "recording", "R526"),
        Move("recording", "record", "recording", "assumed: the same request again"),
        Move("recording", "resume", "recording", "assumed: the same request again"),
        Move("broken", "resume", "recording", "R540 R542"),
        Move("broken", "record", "recording", "R542"),
        Move("stopped", "resume", "recording", "R539 R540"),
        Move("stopped", "record", "recording", "R539 R542"),
        Move("recording", "finish", "stopped", "R533"),
        Move("recording", "break", "broken", "R539"),
        Move("stopped", "finish", "stopped", "assumed: the same request again"),
        Move("broken", "break", "broken", "assumed: the same request again"),
        Move("broken", "finish", "stopped", "R533"),
        Move("stopped", "break", "stopped", "assumed: nothing is left to break"),
        Move("stopped", "submit", "submitted", "R549 R550 R560"),
        Move("broken", "submit", "submitted", "R549 R550"),
    ),
    (
        Timed("recording", "auto_end", "stopped", "R535 C46"),
        Timed("broken", "auto_end", "stopped", "R535"),
    ),
)


@cache
def code_machine(phones: int) -> Machine:
    """A pairing code that admits `phones` distinct phones (R514, R515). Its state counts them."""
    counts = [f"{n}_phones" for n in range(phones + 1)]
    return Machine(
        "pairing code",
        ("not_shown", *counts, "closed"),
        "not_shown",
        (
            Move("not_shown", "show", counts[0], "R504 R505"),
            *(Move(state, "show", state, "R513") for state in counts),
            *(Move(state, "pair", after, "R514 C02") for state, after in pairwise(counts)),
            *(Move(state, "pair_again", state, "R542 C02") for state in counts[1:]),
            *(Move(state, "close", "closed", "R513") for state in ("not_shown", *counts)),
        ),
    )
