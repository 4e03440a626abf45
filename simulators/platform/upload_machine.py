"""The upload of one file, as a table: bytes come in until all are there and their digest is the announced one."""

from simulators.core.machine import Machine, Move, Timed

UPLOAD = Machine(
    "upload",
    ("active", "done", "corrupt", "expired", "terminated"),
    "active",
    (
        Move("active", "append", "active", "R268 R472"),
        Move("active", "complete", "done", "R473"),
        Move("active", "mismatch", "corrupt", "R481"),
        Move("active", "terminate", "terminated", "tus 1.0.0, termination"),
    ),
    (Timed("active", "expires", "expired", "tus 1.0.0, expiration"),),
)
