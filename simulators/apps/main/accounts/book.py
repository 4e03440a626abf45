"""The pages of the account, and what a tap does on each."""

from collections.abc import Mapping

from simulators.apps.asking import CONNECT, PICTURE
from simulators.apps.basis import BACK, KEYBOARD, Assumed
from simulators.apps.main.accounts import actions, face, identifying, identity, login, mine, profile
from simulators.apps.main.core import MainCore
from simulators.apps.main.leading import to_list
from simulators.apps.screenbook import ScreenRow, Transition
from simulators.apps.taps import focus

ACCOUNT = Assumed(
    "the notice names no page of the account itself; apps have one",
    "须知未提及账号页面，一般应用均设有该页面",
)
ONCE_MORE = Assumed(
    "what cannot be changed afterwards is shown once more before it is handed in",
    "提交后不可更改的信息，提交前再核对一次",
)
ANOTHER = Assumed("who took the wrong card may take another", "误用他人身份证的，可重新拍摄本人身份证")
EMAIL = Assumed(
    "the notice lets candidates log in by e-mail and does not say how the address gets there (C28)",
    "须知允许使用邮箱登录，未说明如何绑定邮箱",
)

SCREENS: Mapping[str, ScreenRow] = {
    "login": ScreenRow(login.login, ("R299", "R306", "R307", "R308", "R309")),
    "register": ScreenRow(login.register, ("R300", "R301", "R302", "R303", "R304", "R305")),
    "mine": ScreenRow(mine.mine, ACCOUNT),
    "identity": ScreenRow(identity.identity, ("R320", "R321", "R322", "R323", "R324", "R326", "R327")),
    "identity_manual": ScreenRow(identity.identity_manual, ("R324", "R325")),
    "profile": ScreenRow(profile.profile, ("R315", "R332", "R333", "R335", "C47")),
    "profile_check": ScreenRow(profile.profile_check, ONCE_MORE),
    "account_face": ScreenRow(
        face.account_face, ("R352", "R354", "R356", "R357", "R358", "R359", "R360", "R361")
    ),
}

TRANSITIONS: Mapping[tuple[str, str], Transition[MainCore]] = {
    ("login", "focus"): Transition(focus, KEYBOARD),
    ("login", "login"): Transition(actions.log_in, ("R306", "R307", "R308"), CONNECT),
    ("login", "to_register"): Transition(actions.to_register, ("R299",)),
    ("register", "focus"): Transition(focus, KEYBOARD),
    ("register", "send_code"): Transition(actions.send_code, ("R300", "R301"), CONNECT),
    ("register", "register"): Transition(actions.register, ("R302", "R303", "R305"), CONNECT),
    ("register", "back"): Transition(actions.to_login, BACK),
    ("mine", "focus"): Transition(focus, KEYBOARD),
    ("mine", "refresh"): Transition(to_list, ("R341",)),
    ("mine", "mine"): Transition(actions.mine, ACCOUNT),
    ("mine", "authenticate"): Transition(identifying.authenticate, ("R312",)),
    ("mine", "bind_email"): Transition(actions.bind_email, EMAIL),
    ("mine", "log_out"): Transition(actions.log_out, ACCOUNT),
    ("identity", "take_side"): Transition(identifying.take_side, ("R320", "R321", "R322"), PICTURE),
    ("identity", "to_manual"): Transition(identifying.to_manual, ("R324",)),
    ("identity", "next"): Transition(identifying.by_photos, ("R323",)),
    ("identity", "appeal"): Transition(identifying.appeal, ("R326",)),
    ("identity", "other_card"): Transition(identifying.another_card, ANOTHER),
    ("identity", "back"): Transition(to_list, BACK),
    ("identity_manual", "focus"): Transition(focus, KEYBOARD),
    ("identity_manual", "next"): Transition(identifying.by_hand, ("R323", "R325")),
    ("identity_manual", "back"): Transition(identifying.to_photos, BACK),
    ("profile", "focus"): Transition(focus, KEYBOARD),
    ("profile", "choose_kind"): Transition(identifying.choose_kind, ("R332",)),
    ("profile", "check_profile"): Transition(identifying.check_profile, ONCE_MORE),
    ("profile", "back"): Transition(to_list, BACK),
    ("profile_check", "save_profile"): Transition(identifying.save_profile, ("R333", "R334")),
    ("profile_check", "back"): Transition(identifying.change, ONCE_MORE),
    ("account_face", "verify"): Transition(actions.verify, ("R354", "R355"), PICTURE),
    ("account_face", "back"): Transition(to_list, BACK),
}
