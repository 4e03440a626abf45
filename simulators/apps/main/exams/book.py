"""The pages of the exams, and what a tap does on each."""

from collections.abc import Mapping

from simulators.apps.basis import BACK
from simulators.apps.main.core import MainCore
from simulators.apps.main.exams import actions, pages
from simulators.apps.screenbook import ScreenRow, Transition
from simulators.apps.taps import upload_again

SCREENS: Mapping[str, ScreenRow] = {
    "exams": ScreenRow(pages.exams, ("R336", "R348", "R482", "C55")),
    "exam_detail": ScreenRow(pages.exam_detail, ("R129", "R349", "R407", "R473", "R474")),
}

TRANSITIONS: Mapping[tuple[str, str], Transition[MainCore]] = {
    ("exams", "exam_detail"): Transition(actions.open_detail, ("R349", "R364")),
    ("exams", "refresh"): Transition(actions.refresh, ("R341",)),
    ("exams", "resubmit"): Transition(upload_again, ("R482", "R483")),
    ("exam_detail", "open"): Transition(actions.open_sitting, ("R407", "R504")),
    ("exam_detail", "submission"): Transition(actions.open_submission, ("R473",)),
    ("exam_detail", "sign_pledge"): Transition(actions.sign, ("R128", "R129")),
    ("exam_detail", "back"): Transition(actions.to_list, BACK),
}
