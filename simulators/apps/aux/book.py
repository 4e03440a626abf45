"""小艺助手's two tables: its screens, and what a tap does on each, with the basis of every row."""

from collections.abc import Mapping
from datetime import datetime

from simulators.apps import refusals
from simulators.apps.asking import CONNECT, FILM, SCAN
from simulators.apps.aux import actions
from simulators.apps.aux.core import AuxCore
from simulators.apps.aux.screens import home, pairing, recording
from simulators.apps.basis import BACK, KEYBOARD, Assumed
from simulators.apps.screenbook import Screenbook, ScreenRow, State, Transition
from simulators.apps.taps import focus

STAY = Assumed("the back key is taken not to end a recording", "此处按返回键不结束录制")

SHOWN = Assumed(
    "asked for by other notices (chapter variants); how an app has it confirmed is taken",
    "出自其他学校的通知（“其他学校的规定”一章），应用如何确认为假定",
)

SCREENS: Mapping[str, ScreenRow] = {
    **refusals.SCREENS,
    "home": ScreenRow(home.home, ("R507", "R539", "R540", "R565")),
    "scan": ScreenRow(pairing.scan, ("R507", "R508", "R509")),
    "manual": ScreenRow(pairing.manual, ("R510", "R511", "C41")),
    "confirm": ScreenRow(pairing.confirm, ("R518", "R519", "R520", "R521", "R522")),
    "pre_record": ScreenRow(recording.pre_record, ("R524", "R525", "R526")),
    "recording": ScreenRow(recording.recording, ("R530", "R531", "R532", "R533")),
    "submit": ScreenRow(home.submit, ("R534", "R536", "R546", "R550", "R551")),
}

TRANSITIONS: Mapping[tuple[str, str], Transition[AuxCore]] = {
    **refusals.TRANSITIONS,
    ("home", "scan"): Transition(actions.scan, ("R507", "R542"), SCAN),
    ("home", "go_record"): Transition(actions.go_record, ("R537",)),
    ("home", "resume"): Transition(actions.resume, ("R540",), FILM),
    ("home", "go_submit"): Transition(actions.go_submit, ("R534",)),
    ("home", "progress"): Transition(actions.go_submit, ("R546",)),
    ("home", "reupload"): Transition(actions.upload_again, ("R565", "R566")),
    ("scan", "rescan"): Transition(actions.scan, ("R508",), SCAN),
    ("scan", "manual"): Transition(actions.manual, ("R509",)),
    ("scan", "back"): Transition(actions.to_home, BACK),
    ("manual", "focus"): Transition(focus, KEYBOARD),
    ("manual", "pair"): Transition(actions.pair, ("R510", "R511"), CONNECT),
    ("manual", "back"): Transition(actions.to_scan, BACK),
    ("confirm", "agree"): Transition(actions.agree, ("R522",)),
    ("confirm", "enter_recording"): Transition(actions.enter_recording, ("R523",)),
    ("confirm", "back"): Transition(actions.to_home, BACK),
    ("pre_record", "switch_lens"): Transition(actions.switch_lens, ("R524", "R529")),
    ("pre_record", "record"): Transition(actions.record, ("R526",), FILM),
    ("pre_record", "back"): Transition(actions.to_home, BACK),
    ("recording", "switch_lens"): Transition(actions.stay, ("R530",)),
    ("recording", "show"): Transition(actions.show, SHOWN),
    ("recording", "finish"): Transition(actions.finish, ("R533", "R534")),
    ("recording", "back"): Transition(actions.stay, STAY),
    ("submit", "submit"): Transition(actions.submit, ("R549", "R550")),
    ("submit", "submit_all"): Transition(actions.submit_all, ("R551",)),
    ("submit", "reupload"): Transition(actions.upload_again, ("R565", "R566")),
    ("submit", "back"): Transition(actions.to_home, ("R539",)),
}


def shown(state: State, _: datetime) -> str:
    """The screen that is due: the aux app changes its screen only where something happens."""
    return refusals.first(state, state["screen"], busy=state["screen"] == "recording")


AUX_BOOK: Screenbook[AuxCore] = Screenbook("小艺助手", SCREENS, TRANSITIONS, shown)
