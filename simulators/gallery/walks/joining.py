"""From the first start of a new app to the admission number: account, identity, confirmation, what comes before an exam."""

import re

from simulators.gallery.hands import Walk
from simulators.gallery.tour import Route
from simulators.phone.camera import IdCard
from simulators.phone.id_card import Side

SIDES: tuple[Side, ...] = ("portrait", "emblem")
CODE = re.compile(r"\d{6}")


def enrolled(walk: Walk) -> None:
    """A candidate whom the school's registration knows, with two new apps."""
    registering(walk)
    identifying(walk)
    informing(walk)
    confirming(walk)
    first_face(walk)
    preparing(walk)


def registering(walk: Walk) -> None:
    main, who = walk.main, walk.seat.person
    main.opens()
    main.grants()
    main.taps("to_register")
    main.types(phone_number=who.account)
    main.taps("send_code")
    main.grants()
    code = CODE.search(main.phone.messages[-1].text)
    main.types(code=code[0] if code else "", new_password=who.password)
    main.shows("register", "the code has come", "已收到验证码")
    main.taps("register")
    walk.passes(seconds=10)
    main.grants()
    if main.app.state["token"] is None:
        main.types(account=who.account, password=who.password)
        main.taps("login")
        main.grants()
    main.shows("exams", "not authenticated", "尚未认证")


def identifying(walk: Walk) -> None:
    main, who = walk.main, walk.seat.person
    main.taps("tab_mine")
    main.shows("mine", "not authenticated", "尚未认证")
    main.taps("authenticate")
    main.shows("identity", "no side photographed", "尚未拍摄")
    main.taps("to_manual")
    main.types(id_name=who.name, id_number="330106200501011234")
    main.taps("next")
    main.grants()
    main.shows("identity_manual", "a number that is none", "身份证号有误")
    main.taps("back")
    for side in SIDES:
        main.holds_up(IdCard(side, who.name, who.id_number))
        main.taps(f"take_{side}")
        main.grants()
    main.shows("identity", "both sides are there", "两面均已拍摄")
    main.taps("next")


def informing(walk: Walk) -> None:
    main, who = walk.main, walk.seat.person
    main.shows("profile", "to be filled in", "待填写")
    main.taps("kind")
    main.types(**who.information)
    main.taps("check_profile")
    main.shows("profile_check", "once more before it is locked", "锁定之前核对")
    main.taps("save_profile")
    main.shows("profile", "locked", "已锁定")
    main.taps("back", "tab_mine")
    main.shows("mine", "authenticated", "已认证")
    main.taps("tab_exams")


def confirming(walk: Walk) -> None:
    main = walk.main
    main.taps("confirm_exams")
    main.shows("confirmations", "not yet open", "确认尚未开始")
    main.taps("back")
    opens = walk.world.wish.season.date("confirmation_opens")
    if opens is not None:
        walk.comes_to(opens)
    main.taps("confirm_exams")
    main.shows("confirmations", "a major waits", "待确认")
    main.taps(f"confirm_{walk.seat.major}")
    main.shows("confirmations", "confirmed", "确认成功")
    main.taps("to_exams")


def first_face(walk: Walk) -> None:
    main = walk.main
    main.shows("exams", "the first face check is due", "首次人脸验证")
    main.taps("red_bar")
    walk.world.platform.script_faces(walk.seat.person.account, [False])
    main.shows("account_face", "before it", "验证之前")
    main.taps("verify")
    main.grants()
    main.shows("account_face", "not recognised", "验证未通过")
    main.taps("verify")


def preparing(walk: Walk) -> None:
    main = walk.main
    main.taps(f"exam_{walk.seat.major}")
    main.shows("exam_detail", "tasks and pledge are open", "任务与承诺书未完成")
    main.taps("task_positions")
    main.shows("task", "a task", "考前任务")
    main.taps("finish_task", "practice")
    main.shows("practice", "before the first", "尚未练习")
    main.taps("begin_practice")
    main.grants()
    walk.passes(seconds=75)
    main.shows("practising", "under way", "练习中")
    main.taps("end_practice")
    main.shows("practice", "a recording lies on the phone", "已有练习视频")


WALKS = (Route("enrolled", enrolled),)
