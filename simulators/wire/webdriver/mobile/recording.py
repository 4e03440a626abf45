"""Screen recordings: begun, and given back as an MP4 in base64."""

import base64
import re
from collections.abc import Mapping
from datetime import timedelta

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body, shown
from simulators.wire.webdriver.mobile.verb import NUMBER, WORD, Kinds, Verb
from simulators.wire.webdriver.sessions import Session
from simulators.wire.webdriver.tape import Size, Tape

USUAL_S = 180
LONGEST_S: Mapping[str, int] = {"UiAutomator2": 1800, "XCUITest": 4200}
"""What each driver takes at most."""
SIZE = re.compile(r"(\d{2,4})x(\d{2,4})")
STOPPING: Kinds = {
    **dict.fromkeys(("remotePath", "user", "pass", "method", "fileFieldName"), str),
    "headers": dict,
    "formFields": (dict, list),
    "uploadTimeout": NUMBER,
}
STARTING: Kinds = {
    **STOPPING,
    "timeLimit": WORD,
    "videoSize": str,
    "forceRestart": bool,
    **dict.fromkeys(
        ("videoType", "videoQuality", "videoFps", "videoFilters", "videoScale", "pixelFormat", "bitRate"),
        WORD,
    ),
}
"""What clients send; how well the film is encoded is not theirs to say here."""


def start(session: Session, body: Body) -> str:
    """What was being recorded before comes back, unless `forceRestart` throws it away."""
    limit, size = time_limit(session, body), video_size(body)
    before = "" if body.get("forceRestart") else stop(session, body)
    cancel(session)
    session.tape = Tape(session.phone, limit, size)
    return before


def stop(session: Session, body: Body) -> str:
    """Empty where nothing was begun."""
    if body.get("remotePath"):
        raise WireError("unsupported operation", "a recording is given back here, not sent to a 'remotePath'")
    tape, session.tape = session.tape, None
    return base64.b64encode(tape.stop()).decode() if tape else ""


def cancel(session: Session) -> None:
    if session.tape:
        session.tape.cancel()
    session.tape = None


def time_limit(session: Session, body: Body) -> timedelta:
    """Seconds of the phone's time, which some clients write as a string."""
    most, text = LONGEST_S[session.dialect.driver], body.get("timeLimit", USUAL_S)
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds <= most:
        raise invalid(f"'timeLimit' is {shown(text)}; it must be more than 0 and at most {most} seconds")
    return timedelta(seconds=seconds)


def video_size(body: Body) -> Size | None:
    """As 720x1280; H.264 wants even numbers."""
    text = body.get("videoSize")
    if text is None:
        return None
    match = SIZE.fullmatch(text)
    if match is None:
        raise invalid(f"'videoSize' is {shown(text)}; write it as in 720x1280")
    wide, high = (int(side) // 2 * 2 for side in match.groups())
    return wide, high


def start_projection(session: Session, body: Body) -> bool:
    """Android's other way to record; false where one is being made already."""
    if session.tape and session.tape.running:
        return False
    start(session, {"timeLimit": body.get("maxDurationSec", 900)})
    return True


ANDROID: Mapping[str, Verb] = {
    "startMediaProjectionRecording": Verb(
        start_projection,
        takes={"resolution": str, "priority": str, "maxDurationSec": NUMBER, "filename": str},
    ),
    "isMediaProjectionRecordingRunning": Verb(
        lambda session, _: session.tape is not None and session.tape.running
    ),
    "stopMediaProjectionRecording": Verb(stop, takes=STOPPING),
}
IOS: Mapping[str, Verb] = {
    "startScreenRecording": Verb(start, takes=STARTING),
    "stopScreenRecording": Verb(stop, takes=STOPPING),
}
