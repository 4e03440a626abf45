"""The pages of a sitting, and what a tap does on each."""

from collections.abc import Mapping

from simulators.apps.asking import FILM, PICTURE
from simulators.apps.basis import BACK, KEYBOARD, Assumed
from simulators.apps.main.core import MainCore
from simulators.apps.main.sitting import (
    actions,
    answering,
    exam_page,
    handing_in,
    outcome,
    variants,
    waiting,
)
from simulators.apps.screenbook import ScreenRow, Transition
from simulators.apps.taps import focus, upload_again

NO_WAY_BACK = Assumed(
    "the notice forbids leaving; the back key is taken to do nothing but say so",
    "须知规定不得退出，此处按返回键只作提示处理",
)
ENDED = Assumed(
    "the notice says what happens, not how the app shows it", "须知只规定了结果，未说明应用如何显示"
)
OTHERS = Assumed(
    "asked for by other notices (chapter variants); how an app shows it is taken",
    "出自其他学校的通知（“其他学校的规定”一章），应用如何显示为假定",
)
UNZOOM = Assumed("a second tap leads back from the full screen", "再次点击即退出全屏")

SCREENS: Mapping[str, ScreenRow] = {
    "exam_page": ScreenRow(exam_page.exam_page, ("R408", "R409", "R410", "R411", "R416", "R424", "R505")),
    "code": ScreenRow(exam_page.code, ("R506", "R510", "R513", "C39")),
    "face_check": ScreenRow(waiting.face_check, ("R417", "R431", "C09")),
    "waiting": ScreenRow(waiting.waiting, ("R430", "R432", "R433", "R435", "R439")),
    "answering": ScreenRow(answering.answering, ("R449", "R451")),
    "question": ScreenRow(answering.question, ("R450",)),
    "reading": ScreenRow(variants.reading, OTHERS),
    "going_on": ScreenRow(variants.going_on, OTHERS),
    "playback": ScreenRow(variants.playback, OTHERS),
    "display": ScreenRow(handing_in.display, ("R401", "R459", "R460", "R461")),
    "photos": ScreenRow(handing_in.photos, ("R462", "R463", "R468", "R469", "R475")),
    "submitted": ScreenRow(outcome.submitted, ("R473", "R474", "C16")),
    "submission_status": ScreenRow(outcome.submission_status, ("R473", "R479", "R481")),
    "forfeited": ScreenRow(outcome.forfeited, ("R438", "R445")),
    "terminated": ScreenRow(outcome.terminated, ENDED),
    "failed": ScreenRow(outcome.failed, ENDED),
    "not_submitted": ScreenRow(outcome.not_submitted, ENDED),
}

TRANSITIONS: Mapping[tuple[str, str], Transition[MainCore]] = {
    ("exam_page", "code"): Transition(actions.show_code, ("R412", "R506")),
    ("exam_page", "start"): Transition(actions.start, ("R416", "R428"), FILM),
    ("exam_page", "ask_review"): Transition(actions.ask_review, ("R424",)),
    ("exam_page", "back"): Transition(actions.leave_page, BACK),
    ("code", "back"): Transition(actions.to_exam, BACK),
    ("face_check", "verify"): Transition(actions.verify, ("R417",), PICTURE),
    ("face_check", "back"): Transition(actions.leave_page, BACK),
    ("waiting", "collapse"): Transition(actions.collapse, ("R433",)),
    ("waiting", "back"): Transition(actions.stay, NO_WAY_BACK),
    ("waiting", "show"): Transition(actions.show, OTHERS),
    ("waiting", "begin"): Transition(actions.begin, OTHERS),
    ("reading", "zoom"): Transition(actions.zoom, OTHERS),
    ("reading", "back"): Transition(actions.stay, NO_WAY_BACK),
    ("answering", "finish"): Transition(actions.finish, OTHERS),
    ("answering", "go_back"): Transition(actions.go_back, OTHERS),
    ("answering", "finish_now"): Transition(actions.finish_now, OTHERS),
    ("going_on", "go_on"): Transition(actions.go_on, OTHERS, FILM),
    ("going_on", "back"): Transition(actions.stay, NO_WAY_BACK),
    ("photos", "record_again"): Transition(actions.record_again, OTHERS),
    ("photos", "view_recording"): Transition(actions.view_recording, OTHERS),
    ("playback", "back"): Transition(actions.stop_viewing, BACK),
    ("answering", "zoom"): Transition(actions.zoom, ("R450",)),
    ("answering", "focus"): Transition(focus, KEYBOARD),
    ("answering", "back"): Transition(actions.stay, NO_WAY_BACK),
    ("question", "unzoom"): Transition(actions.zoom, UNZOOM),
    ("question", "back"): Transition(actions.zoom, BACK),
    ("display", "back"): Transition(actions.stay, NO_WAY_BACK),
    ("photos", "photo"): Transition(actions.take_photo, ("R462", "R463"), PICTURE),
    ("photos", "retake"): Transition(actions.retake, ("C15",), PICTURE),
    ("photos", "submit"): Transition(actions.submit, ("R469",)),
    ("photos", "back"): Transition(actions.stay, NO_WAY_BACK),
    ("submitted", "submission"): Transition(actions.open_submission, ("R473",)),
    ("submitted", "back"): Transition(actions.leave_page, ("R471", "C16")),
    ("submission_status", "reupload"): Transition(upload_again, ("R481", "R483")),
    ("submission_status", "back"): Transition(actions.leave_page, ("R471",)),
    ("forfeited", "back"): Transition(actions.leave_page, BACK),
    ("terminated", "back"): Transition(actions.leave_page, BACK),
    ("failed", "back"): Transition(actions.leave_page, BACK),
    ("not_submitted", "back"): Transition(actions.leave_page, BACK),
}
