"""The pages of the exams, and what a tap does on each."""

from collections.abc import Mapping

from simulators.apps.asking import FILM
from simulators.apps.basis import BACK, Assumed
from simulators.apps.main.accounts import actions as account
from simulators.apps.main.accounts import identifying
from simulators.apps.main.core import MainCore
from simulators.apps.main.exams import actions, confirming, detail, exams, practice, practising, task
from simulators.apps.main.leading import to_detail, to_list
from simulators.apps.screenbook import ScreenRow, Transition
from simulators.apps.taps import upload_again

TABS = Assumed(
    "the notice names one tab; where there are tabs there is another",
    "须知只提到“报考”，屏幕下方应另有其他栏目",
)
FOLD = Assumed("what has been signed can be read again", "签署后可再次查看承诺书全文")
READ = Assumed(
    "the notice shows the tasks in a figure only; they are taken to be read",
    "考前任务仅见于图示，此处设为阅读任务",
)
DELETE = Assumed(
    "what may be cleared before the exam can be deleted where it was made",
    "须知要求考前清理数据，可在练习页面删除",
)

SCREENS: Mapping[str, ScreenRow] = {
    "exams": ScreenRow(
        exams.exams, ("R313", "R314", "R315", "R336", "R341", "R342", "R348", "R353", "R424", "R482", "C55")
    ),
    "confirmations": ScreenRow(
        confirming.confirmations, ("R337", "R338", "R339", "R340", "R343", "R344", "R345", "R347")
    ),
    "exam_detail": ScreenRow(
        detail.exam_detail, ("R128", "R129", "R349", "R365", "R369", "R407", "R473", "R474", "R504")
    ),
    "task": ScreenRow(task.task, READ),
    "practice": ScreenRow(practice.practice, ("R224", "R225", "R370", "R371", "R372", "R373", "C54")),
    "practising": ScreenRow(practice.practising, ("R369", "R371")),
}

TRANSITIONS: Mapping[tuple[str, str], Transition[MainCore]] = {
    ("exams", "confirm_exams"): Transition(actions.confirming, ("R342",)),
    ("exams", "exam_detail"): Transition(actions.open_detail, ("R349", "R364")),
    ("exams", "refresh"): Transition(to_list, ("R341",)),
    ("exams", "mine"): Transition(account.mine, TABS),
    ("exams", "resubmit"): Transition(upload_again, ("R482", "R483")),
    ("exams", "authenticate"): Transition(identifying.authenticate, ("R312", "R313")),
    ("exams", "face"): Transition(account.face, ("R353", "R354")),
    ("exams", "ask_review"): Transition(account.ask_review, ("R362", "R424")),
    ("confirmations", "confirm"): Transition(actions.confirm, ("R343", "R346")),
    ("confirmations", "back"): Transition(to_list, ("R347",)),
    ("exam_detail", "task"): Transition(actions.open_task, ("R365",)),
    ("exam_detail", "sign_pledge"): Transition(actions.sign, ("R128", "R129")),
    ("exam_detail", "fold_pledge"): Transition(actions.fold_pledge, FOLD),
    ("exam_detail", "practice"): Transition(practising.to_practice, ("R369",)),
    ("exam_detail", "open"): Transition(actions.open_sitting, ("R407", "R504")),
    ("exam_detail", "submission"): Transition(actions.open_submission, ("R473",)),
    ("exam_detail", "back"): Transition(to_list, BACK),
    ("task", "finish_task"): Transition(actions.finish_task, ("R365", "R366")),
    ("task", "back"): Transition(to_detail, BACK),
    ("practice", "begin_practice"): Transition(practising.begin, ("R370", "R372"), FILM),
    ("practice", "delete_practice"): Transition(practising.delete, DELETE),
    ("practice", "back"): Transition(to_detail, BACK),
    ("practising", "end_practice"): Transition(practising.end, ("R371", "R373")),
}
"""The back key does nothing while a practice is recorded: it ends with its own button."""
