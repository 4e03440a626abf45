"""A candidate's account, as a table: from the code to the passed face check.

The states are those of the account that the platform sees. What the phone sees before it, the installation and its
permissions, is the phone's. `authenticated` is both sides of one state: the information is locked, and the exam list
shows the red bar as long as the face has not been checked.
"""

from simulators.core.machine import Machine, Move

STATES = (
    "no_account",
    "code_sent",
    "registered",
    "unauthenticated",
    "id_in_progress",
    "id_taken",
    "appeal_pending",
    "id_verified",
    "authenticated",
    "face_review",
    "face_passed",
)
IDENTIFYING = ("unauthenticated", "id_in_progress", "id_taken")
"""States in which the identity may be shown."""
AUTHENTICATED = ("authenticated", "face_review", "face_passed")
"""States in which the information is locked and exams may be confirmed."""
IDENTIFIED = ("id_verified", *AUTHENTICATED)
LOGGED_IN = (*IDENTIFYING, "appeal_pending", *IDENTIFIED)

MOVES = (
    Move("no_account", "send_code", "code_sent", "R299 R300 R301"),
    Move("code_sent", "send_code", "code_sent", "assumed: a code may be sent again"),
    Move("code_sent", "create", "registered", "R302 R303 R305"),
    Move("registered", "log_in", "unauthenticated", "R306 R312"),
    *(Move(state, "log_in", state, "R306 R307 R308") for state in LOGGED_IN),
    *(Move(state, "bind_email", state, "C28; assumed: after logging in") for state in LOGGED_IN),
    *(Move(state, "show_side", "id_in_progress", "R321 R322") for state in IDENTIFYING),
    *(Move(state, "verify", "id_verified", "R323 R324 R325") for state in IDENTIFYING),
    *(Move(state, "find_taken", "id_taken", "R326") for state in IDENTIFYING),
    Move("id_taken", "appeal", "appeal_pending", "R326 R327"),
    Move("appeal_pending", "appeal_approve", "id_in_progress", "R327"),
    Move("appeal_pending", "appeal_reject", "id_taken", "R327"),
    *(
        Move(state, "release", "unauthenticated", "R327: the identity is another account's")
        for state in IDENTIFIED
    ),
    Move("id_verified", "lock", "authenticated", "R332 R334 R315"),
    *(Move(state, "confirm", state, "R342 R343 R346") for state in AUTHENTICATED),
    *(Move(state, "prepare", state, "R128 R365 R369") for state in AUTHENTICATED),
    Move("authenticated", "face_pass", "face_passed", "R352 R355"),
    Move("authenticated", "face_fail", "authenticated", "R362"),
    Move("authenticated", "face_exhausted", "face_review", "R362 R422 C08"),
    Move("face_review", "review_request", "face_review", "R362 R363"),
    Move("face_review", "review_approve", "authenticated", "R423 C08"),
    Move("face_review", "review_reject", "face_review", "R363; assumed: it may be asked for again"),
)
ACCOUNT = Machine("account", STATES, "no_account", MOVES)
