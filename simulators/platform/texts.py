"""What the exam page and the paper say. Wording of our own over the season's values (assumed)."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from simulators.platform.plan import Schedule
from simulators.platform.seats import Seat

MINUTE = timedelta(minutes=1)
SESSIONS: Mapping[bool, str] = {True: "正式考试", False: "模拟考试"}
CONTENT: Mapping[bool, str] = {
    True: "{subject}。请在准备好的答题纸上作答，共{pages}页。",
    False: "{subject}。请在手机上作答。",
}
NOT_SCORED = "模拟考试的试题与正式考试不同，视频可以提交，不作为评分依据。"
SHOOTING: Mapping[bool, str] = {
    True: "采用{cameras}录制，画面须同时拍到考生和答题纸。",
    False: "采用{cameras}录制，画面须拍到考生和答题区域。",
}
CAMERAS: Mapping[bool, str] = {True: "双机位", False: "单机位"}
DISPLAY = "考试时间结束后，面向{lens}镜头按序展示答题纸{display}秒。"
LENS: Mapping[bool, str] = {True: "主机位", False: "手机"}
CLOSING: Mapping[bool, str] = {
    True: "请在{until}前拍摄全部答题纸并提交答卷。",
    False: "考试时间结束后，请在{until}前提交答卷。",
}
AUX_FIRST = "请先开启辅机位录制，再开启主机位录制。"
TIME: Mapping[bool, str] = {
    True: "{day}至{end}为开放时间，考生自选时间开始，作答时长{minutes}分钟。",
    False: "{day}至{end}。",
}
"""By whether everybody begins at a time of their own."""
READING = "开考后先阅题{minutes}分钟，阅题时间内不得作答。"
COMING: Mapping[bool, str] = {
    True: "{opens}至{closes}可随时进入并开始作答，截止时仍未开始的，视为弃考。",
    False: "{opens}起可进入候考，{closes}后不能再进入，视为弃考。",
}
SHOWING = "候考期间请按清单向镜头逐项展示。"
NOTES = "考试期间不得退出、锁屏、接听来电或打开其他应用。一经提交，不得更改。"
QUESTIONS: Mapping[bool, str] = {
    True: "{subject}（{session}）试题：请按照考题要求，在答题纸上完成作答。试题编号 {number}。",
    False: "{subject}（{session}）试题：请阅读考题并在答题框中作答。试题编号 {number}。",
}


def content(seat: Seat) -> dict[str, str]:
    """The four blocks of the exam page (R408 to R411)."""
    plan, sheet = seat.schedule, seat.schedule.has_sheet
    display = int((plan.display_ends - plan.end).total_seconds()) if plan.display_ends else 0
    asked = CONTENT[sheet].format(subject=seat.subject.name, pages=plan.pages)
    return {
        "考试内容": asked if plan.formal else asked + NOT_SCORED,
        "拍摄要求": SHOOTING[sheet].format(cameras=CAMERAS[plan.has_aux])
        + (DISPLAY.format(lens=LENS[plan.has_aux], display=display) if display else ""),
        "拍摄时间": _time(plan),
        "注意事项": "".join(_notes(plan)),
    }


def _time(plan: Schedule) -> str:
    """When is answered, and until when is handed in; counted from the own start, no instant can be named yet."""
    free, minutes = plan.terms.free, plan.answering // MINUTE
    said = TIME[free].format(day=f"{plan.start:%m月%d日 %H:%M}", end=_clock(plan.end), minutes=minutes)
    said += READING.format(minutes=plan.reading // MINUTE) if plan.reading else ""
    return said if free else said + CLOSING[plan.has_sheet].format(until=_clock(plan.photo_ends))


def _notes(plan: Schedule) -> Iterator[str]:
    if plan.has_aux:
        yield AUX_FIRST
    yield COMING[plan.terms.free].format(opens=_clock(plan.opens_at), closes=_clock(plan.closes))
    if plan.terms.shows:
        yield SHOWING
    yield NOTES


def paper(seat: Seat) -> dict[str, str]:
    """The paper: a mock exam has another question than the formal one (R379)."""
    words = {
        "subject": seat.subject.name,
        "session": SESSIONS[seat.schedule.formal],
        "number": f"{seat.subject.id}-{seat.session}",
    }
    question = QUESTIONS[seat.schedule.has_sheet].format(**words)
    return {"title": f"{words['subject']}（{words['session']}）", "question": question}


def _clock(instant: datetime) -> str:
    return f"{instant:%H:%M:%S}" if instant.second else f"{instant:%H:%M}"
