"""A finding of a reviewer, as a table: made, then settled or withdrawn; each step is somebody's, and none is undone."""

from simulators.core.machine import Machine, Move

FINDING = Machine(
    "finding",
    ("made", "settled", "withdrawn"),
    "made",
    (
        Move("made", "settle", "settled", "C21"),
        Move("made", "withdraw", "withdrawn", "assumed: a reviewer may have been mistaken"),
        Move("settled", "withdraw", "withdrawn", "assumed: a ruling may be taken back, in everybody's sight"),
    ),
)
EVENTS = {"finding_settled": "settle", "finding_withdrawn": "withdraw"}
"""The platform's record of a step, and the event of the table."""
