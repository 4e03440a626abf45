"""The main phone's sitting of one subject, as a table.

Every change of state is a row. A row names the atoms (Rnnn) or the reading (Cnn) that it rests on, or says
that it is assumed; what other notices add names the rule (VAR-nn) that is taken from them, and happens only where a
season's terms choose its event or timer. `left` in the waiting room leads back to the exam page, because whoever leaves it may come
back until the start (C45); during the exam it ends the sitting (C03).
"""

from simulators.core.machine import Machine, Move, Timed

STATES = (
    "listed",
    "exam_page",
    "face_check",
    "face_review",
    "waiting",
    "reading",
    "reading_interrupted",
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
READING = ("reading", "reading_interrupted")
CUT_OFF = ("reading_interrupted", "interrupted")
RUNNING = (*READING, "answering", "interrupted", "display", "photos", "ready")
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
    *(
        Move(state, event, target, basis)
        for state in ("reading", "answering")
        for event, target, basis in (
            ("interrupt_forfeits", "forfeited", "VAR-06"),
            (
                "interrupt_loses",
                "exam_page",
                "VAR-15; assumed: another recording is begun from the exam page",
            ),
            ("interrupt_loses_last", "failed", "VAR-15; assumed: nothing is left to record"),
        )
    ),
    Move("reading", "interrupt", "reading_interrupted", "VAR-03; assumed: as while answering"),
    Move("reading", "interrupt_too_often", "failed", "VAR-03; assumed: as while answering"),
    Move("reading_interrupted", "return", "reading", "VAR-03; assumed: as while answering"),
    Move("waiting", "show", "waiting", "VAR-01"),
    Move("waiting", "begin", "waiting", "VAR-11: the start is now, and the timer of the start does the rest"),
    Move(
        "answering", "finish", "answering", "VAR-13: the end is now, and the timer of the end does the rest"
    ),
    Move("ready", "record_again", "exam_page", "VAR-14"),
    *(Move(state, "second_login", "failed", "VAR-09") for state in UNDER_WAY),
    Move("answering", "answer", "answering", "R058 R059"),
    Move("photos", "photo", "photos", "R462 R463"),
    Move("photos", "photo_last", "ready", "R112 C15"),
    Move("ready", "photo", "ready", "C15"),
    Move("ready", "submit", "submitted", "R469"),
)
TIMED = (
    *(Timed(state, "start", "forfeited", "R438 R444 R445 C06") for state in BEFORE_ENTRY),
    Timed("waiting", "start", "answering", "R434"),
    *(Timed(state, "closes", "forfeited", "VAR-11") for state in (*BEFORE_ENTRY, "waiting")),
    Timed("waiting", "start_reading", "reading", "VAR-03"),
    Timed("reading", "reading_ends", "answering", "VAR-03"),
    Timed("reading_interrupted", "reading_ends", "interrupted", "VAR-03; assumed: as C62"),
    Timed("reading_interrupted", "interruption", "failed", "R457 C04"),
    *(Timed(state, "interruption_forfeits", "forfeited", "VAR-06") for state in CUT_OFF),
    Timed("answering", "end_no_display", "photos", "VAR-17"),
    Timed("interrupted", "end_no_display", "photos", "VAR-17 C62"),
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
