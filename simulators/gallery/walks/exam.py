"""A formal exam kept to the end, and every other end that one can have."""

from simulators.gallery.hands import Walk
from simulators.gallery.tour import Route


def kept(walk: Walk) -> None:
    """From logging in to the last byte uploaded."""
    logging_in(walk)
    pairing(walk)
    entering(walk)
    sitting(walk)
    handing_in(walk)
    uploading(walk)


def logging_in(walk: Walk) -> None:
    main, who = walk.main, walk.seat.person
    main.opens()
    main.shows("login", "not logged in", "尚未登录")
    main.types(account=who.account, password="wrong")
    main.taps("login")
    main.shows("login", "a wrong password", "密码有误")
    main.types(account=who.account, password=who.password)
    main.taps("login")
    main.shows("exams", "logged in", "登录之后")
    getting_ready(walk)
    main.taps(f"exam_{walk.seat.major}")
    main.shows("exam_detail", "ready for the exam", "考前事项均已完成")
    walk.at("opens_at", seconds=-900)
    main.taps(f"open_{walk.subject}_formal")


def getting_ready(walk: Walk) -> None:
    """All that an exam asks for beforehand; its pages are shown on the way from a new phone."""
    main, major = walk.main, walk.seat.major
    main.taps("confirm_exams", f"confirm_{major}", "to_exams", "red_bar", "verify", f"exam_{major}")
    for task in ("notice", "positions"):
        main.taps(f"task_{task}", "finish_task")
    main.taps("sign_pledge", "back")


def pairing(walk: Walk) -> None:
    main, aux = walk.main, walk.aux
    main.shows("exam_page", "before the aux phone records", "辅机位尚未录制")
    main.taps("code_entry")
    main.shows("code", "the pairing code", "待扫描的二维码")
    aux.opens()
    aux.shows("home", "nothing recorded yet", "尚无考试记录")
    aux.taps("scan")
    aux.shows("scan", "no code in view", "未识别到二维码")
    aux.taps("manual")
    aux.types(exam_code="ABCDEFGH", main_account=walk.seat.person.account)
    aux.taps("pair")
    aux.shows("manual", "a code that is none", "考试码有误")
    aux.taps("back")
    aux.points_at(main)
    aux.taps("rescan")
    aux.shows("confirm", "what was found", "核对考试信息")
    aux.taps("agree", "enter_recording")
    aux.shows("pre_record", "before recording", "录制之前")
    aux.taps("record")
    aux.shows("recording", "just begun", "刚开始录制")
    main.taps("back")
    main.shows("exam_page", "the aux phone records", "辅机位录制中")


def entering(walk: Walk) -> None:
    main = walk.main
    main.taps("start")
    main.shows("exam_page", "too early to enter", "未到候考时间")
    walk.at("opens_at")
    main.taps("start")
    main.shows("face_check", "the face check", "人脸验证")
    main.taps("verify")
    walk.passes(seconds=3)
    main.shows("waiting", "resources are loading", "正在下载考试资源")
    walk.at("start", seconds=-60)
    main.shows("waiting", "a minute before the start", "开考前一分钟")
    main.taps("collapse")
    main.shows("waiting", "the notes are folded", "说明已收起")


def sitting(walk: Walk) -> None:
    main = walk.main
    walk.at("start", seconds=90)
    main.shows("answering", "under way", "作答中")
    main.taps("question")
    main.shows("question", "the question as large as the screen", "全屏查看考题")
    main.taps("question_full")
    if main.has_key("back"):
        main.presses("back")
        main.shows("answering", "the back key leads nowhere", "按返回键仅作提示")
    walk.at("end", seconds=8)
    main.shows("display", "the sheet before the lens", "向镜头展示答题纸")
    walk.at("display_ends", seconds=20)


def handing_in(walk: Walk) -> None:
    main, aux = walk.main, walk.aux
    main.shows("photos", "the first page is due", "待拍第一页")
    main.taps("photo")
    main.taps(*["photo"] * (main.app.state["view"]["pages"]["required"] - 1))
    main.shows("photos", "all pages are accepted", "各页均已上传")
    main.taps("submit")
    main.shows("submitted", "handed in", "已提交答卷")
    aux.taps("finish")
    aux.shows("submit", "recorded, not submitted", "录制完成，尚未提交")
    aux.taps(f"submit_{walk.subject}_formal")
    main.taps("submission")
    walk.passes(seconds=60)


def uploading(walk: Walk) -> None:
    main, aux = walk.main, walk.aux
    main.shows("submission_status", "uploading", "正在上传")
    aux.shows("submit", "uploading", "正在上传")
    walk.passes(seconds=4 * 3600)
    main.shows("submission_status", "all has arrived", "全部上传成功")
    main.taps("back")
    main.shows("exam_detail", "after the exam", "考试之后")
    aux.taps("back")
    aux.shows("home", "submitted", "已提交")


def without_sheets(walk: Walk) -> None:
    """The answer is typed on the phone."""
    main = walk.main
    main.types(answer="G 大调，四三拍")
    main.shows("answering", "a subject without answer sheets", "无答题纸科目")
    walk.at("end", seconds=20)
    main.shows("photos", "a subject without answer sheets", "无答题纸科目")


def forfeited(walk: Walk) -> None:
    walk.at("start")
    walk.main.shows("forfeited", "not in the waiting room in time", "未按时进入候考")


def terminated(walk: Walk) -> None:
    walk.main.presses("home")
    walk.main.opens()
    walk.main.shows("terminated", "left during the exam", "考试中退出")


def failed(walk: Walk) -> None:
    walk.main.phone.network.set(up=False)
    walk.passes(seconds=60)
    walk.main.shows("answering", "the network is lost", "网络中断")
    walk.passes(seconds=120)
    walk.main.phone.network.set(up=True)
    walk.main.shows("failed", "away for too long", "中断超时")


def not_submitted(walk: Walk) -> None:
    walk.at("photo_ends")
    walk.main.shows("not_submitted", "the photo countdown is over", "拍照倒计时已结束")


WALKS = (
    Route("registered", kept),
    Route("answering", without_sheets, sheet=False),
    Route("paired", forfeited),
    Route("answering", terminated),
    Route("answering", failed),
    Route("photos", not_submitted),
)
