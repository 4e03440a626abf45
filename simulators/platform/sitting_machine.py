"""The main phone's sitting of one subject, as a table.

Every change of state is a row. A row names the atoms (Rnnn) or the reading (Cnn) that it rests on, or says
that it is assumed. `left` in the waiting room leads back to the exam page, because whoever leaves it may come
back until the start (C45); during the exam it ends the sitting (C03).
"""

from simulators.core.machine import Machine, Move, Timed

STATES = (
    "listed",
    "exam_page",
    "face_check",
    "face_review",
    "waiting",
    "answering",
    "interrupted",
    "display",
    "photos",
    "ready",
    "submitted",
    "forfeited",
    "terminated",
    "failed",
    "not_submitted",
)
BEFORE_ENTRY = ("listed", "exam_page", "face_check", "face_review")
RUNNING = ("answering", "interrupted", "display", "photos", "ready")
UNDER_WAY = ("waiting", *RUNNING)
"""The phone that came in is the one to go on with (R274)."""
OVER = ("submitted", "forfeited", "terminated", "failed", "not_submitted")

MOVES = (
    Move("listed", "open", "exam_page", "R407 R504"),
    *(
        Move(state, "open", state, "R513 R504")
        for state in ("exam_page", "face_check", "face_review", "waiting", *RUNNING)
    ),
    Move("exam_page", "enter", "face_check", "R416 R428"),
    Move("face_check", "enter", "face_check", "assumed: a second tap starts no second check"),
    Move("waiting", "enter", "waiting", "C45"),
    Move("face_check", "face_pass", "waiting", "R431"),
    Move("face_check", "face_fail", "face_check", "R422"),
    Move("face_check", "face_exhausted", "face_review", "R422 R424"),
    Move("face_review", "review_request", "face_review", "R424"),
    Move("face_review", "review_approve", "exam_page", "R423 C08"),
    Move("face_review", "review_reject", "face_review", "R363; assumed: it may be asked for again"),
    Move("exam_page", "leave", "exam_page", "assumed: nothing has begun"),
    Move("face_check", "leave", "exam_page", "C45"),
    Move("face_review", "leave", "face_review", "assumed: the review goes on without the candidate"),
    Move("waiting", "leave", "exam_page", "R437 C45"),
    *(Move(state, "leave", "terminated", "R260 R261 R262 C03") for state in RUNNING),
    Move("submitted", "leave", "submitted", "C16"),
    Move("answering", "interrupt", "interrupted", "R454"),
    Move("answering", "interrupt_too_often", "failed", "R456 C04"),
    Move("interrupted", "return", "answering", "R454 C53"),
    Move("answering", "answer", "answering", "R058 R059"),
    Move("photos", "photo", "photos", "R462 R463"),
    Move("photos", "photo_last", "ready", "R112 C15"),
    Move("ready", "photo", "ready", "C15"),
    Move("ready", "submit", "submitted", "R469"),
)
TIMED = (
    *(Timed(state, "start", "forfeited", "R438 R444 R445 C06") for state in BEFORE_ENTRY),
    Timed("waiting", "start", "answering", "R434"),
    Timed("waiting", "start_absent", "forfeited", "R438 C45"),
    Timed("answering", "end", "display", "R105 R401"),
    Timed("interrupted", "end", "display", "C62"),
    Timed("answering", "end_no_sheet", "ready", "R058 R059 C61"),
    Timed("interrupted", "end_no_sheet", "ready", "R058 R059 C62"),
    Timed("interrupted", "interruption", "failed", "R457 C04"),
    Timed("display", "display_ends", "photos", "R462"),
    Timed("photos", "photo_ends", "not_submitted", "R475 R476"),
    Timed("ready", "photo_ends", "not_submitted", "R467 R476"),
)
SITTING = Machine("sitting", STATES, "listed", MOVES, TIMED)
