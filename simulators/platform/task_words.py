"""What the pre-exam tasks give to read: wording of our own over the season's values (assumed)."""

from collections.abc import Iterator, Mapping

from conformance.season import Season

NOTICE, POSITIONS = "notice", "positions"
APART = {
    "fail": "中断超时或超过规定次数的，考试失败。",
    "forfeit": "中断超时或超过规定次数的，视为弃考。",
}


Tasks = Mapping[str, tuple[str, tuple[str, ...]]]
"""Title and sentences of each task, by its id."""


def tasks(season: Season) -> Tasks:
    """The tasks (R365), each with its title and its sentences. Which they are is assumed: the document shows them in a
    figure only."""
    places = "查看双机位摆放示意图" if season.exam.cameras == 2 else "查看手机摆放要求"
    return {
        NOTICE: ("阅读考试须知和操作说明", tuple(_notice(season))),
        POSITIONS: (places, tuple(_positions(season))),
    }


def _notice(season: Season) -> Iterator[str]:
    yield "流程：下载安装，注册登录，认证，确认考试，参加考试。"
    phones = "两部手机和固定支架" if season.exam.cameras == 2 else "一部手机和固定支架"
    room = f"{season.limit('free_storage_bytes') / 1_000_000_000:g} G"
    each = "各" if season.exam.cameras == 2 else ""
    yield f"请备齐{phones}，电量充足，剩余存储空间{each}不少于 {room}，网络稳定。"
    yield "考试前请关闭通话功能，退出录屏、音乐、闹钟等其他应用，使用系统标准字体和字号。"
    waits = season.limit("waiting_minutes")
    yield f"开考前{waits}分钟可进入候考，开考后不能再进入，视为弃考。候考期间先进行人脸识别。"
    yield f"考试期间退出{season.apps['main'].name}、接通来电、打开其他应用，考试将终止。{_interruptions(season)}"
    if any(subject.has_sheet for subject in season.subjects):
        shows = "按语音提示展示答题纸，并" if season.limit("display_seconds") else ""
        yield f"考试结束后{shows}在拍照倒计时截止前拍照、提交答卷。"
    names = "和".join(app.name for app in season.apps.values())
    yield f"视频全部上传成功前，请勿清理手机；考试结束后48小时内，请勿卸载{names}。"


def _interruptions(season: Season) -> str:
    allowed = season.limit("interruptions_allowed")
    if not allowed:
        return f"考试不得中断。{APART[season.interruption.beyond]}"
    seconds = season.limit("interruption_seconds")
    within = f"{seconds // 60}分钟" if seconds % 60 == 0 else f"{seconds}秒"
    return f"因故中断须在{within}内返回，不得超过{allowed}次。{APART[season.interruption.beyond]}"


def _positions(season: Season) -> Iterator[str]:
    if season.exam.cameras == 1:
        yield "手机置于考生正前方，能拍到考生和作答区域。"
        yield "录制开始后请勿移动手机。"
        return
    yield "主机位置于考生正前方，能拍到答题纸和考生。"
    yield "辅机位置于考生侧后方，能拍到考生、答题纸和主机位。"
    yield "进入考试后先开启辅机位录制，再开启主机位录制；录制开始后请勿移动手机。"
