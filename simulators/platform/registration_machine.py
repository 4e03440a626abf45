"""A candidate's registration for one subject, as a table: from the school's data to the end of the formal exam.

A confirmed registration stands at `preparing` until pledge, pre-exam tasks and first face check are all there. The
mock exam is no gate to the formal one (C25), the pre-exam tasks are (C26).
"""

from simulators.core.machine import Machine, Move, Timed

STATES = (
    "hidden",
    "pending",
    "mismatch",
    "preparing",
    "ready_for_mock",
    "mock_done",
    "formal_open",
    "formal_running",
    "submitted",
    "not_submitted",
    "forfeited",
    "terminated",
    "failed",
)
CONFIRMED_BEFORE_FORMAL = ("preparing", "ready_for_mock", "mock_done")

MOVES = (
    Move("hidden", "appear", "pending", "R336 R344 C12"),
    Move("hidden", "appear_mismatched", "mismatch", "R319 R337 R338 R339"),
    Move("mismatch", "correct", "pending", "R319"),
    Move("pending", "confirm", "preparing", "R342 R346 R349"),
    Move("preparing", "prepared", "ready_for_mock", "R128 R355 R366"),
    Move("preparing", "mock", "mock_done", "C26: the tasks are no gate to the mock"),
    Move("ready_for_mock", "mock", "mock_done", "R083 R382 C25"),
    Move("mock_done", "mock", "mock_done", "R014"),
    Move("formal_open", "start", "formal_running", "R434"),
    Move("formal_running", "submit", "submitted", "R469 R112"),
    Move("formal_running", "leave", "terminated", "R260 R261 R262"),
    Move("formal_running", "fail", "failed", "R456 R457"),
)
TIMED = (
    *(Timed(state, "formal_opens", "formal_open", "R428 C25") for state in CONFIRMED_BEFORE_FORMAL),
    Timed("formal_open", "start", "forfeited", "R438 R444 R445"),
    Timed("formal_running", "photo_ends", "not_submitted", "R467 R476"),
)
REGISTRATION = Machine("registration", STATES, "hidden", MOVES, TIMED)
