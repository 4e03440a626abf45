"""What is said of a race: how tight it was, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import quantiles

from reports.form import Text

RACES: Mapping[str, Text] = {
    "four_phones": Text("more phones than a code admits scan it", "超过名额的手机同时扫同一二维码"),
    "last_places": Text(
        "more phones than there are places left scan a code", "多部手机同时争用二维码余下的名额"
    ),
    "opening": Text("everybody comes as the waiting room opens", "候考室开放时刻同时进入"),
    "two_logins": Text("two phones log in to one account", "两部手机同时登录同一账号"),
    "two_main_phones": Text("two main phones come in for one candidate", "同一考生的两部主机同时进入"),
    "no_room": Text("everybody comes while the platform can keep nothing", "平台暂时无法存储时同时进入"),
    "closing": Text("everybody comes as the exam starts", "开考时刻同时进入"),
    "reconnect": Text("everybody comes back over two connections", "断网后同时经两条连接返回"),
    "told_again": Text("those who are back tell it once more", "已返回的考生重复告知返回"),
    "another_phone": Text("another phone acts beside the one in the exam", "另一部手机与考试手机同时操作"),
    "first_photos": Text("everybody photographs as that begins", "开始拍照时刻同时上传照片"),
    "last_answers": Text("everybody answers as the exam ends", "考试结束时刻同时提交作答"),
    "two_submits": Text("one candidate submits three times", "同一考生同时提交三次"),
    "aux_and_main": Text("aux phone and main phone submit", "主机与辅机同时提交"),
    "deadline": Text("photos and submissions across the last instant", "在最后时刻前后同时上传照片和提交"),
    "two_connections": Text("two connections add to one upload", "两条连接同时续传同一文件"),
}
"""Each race by the name that its requests bear in the records."""
ACCEPTED = Text("accepted", "受理")


def of(
    name: str, late_ms: Sequence[float], stamped_ms: Sequence[float], causes: Sequence[str | None]
) -> Text:
    """One sentence. `late_ms`: by how much each left too late; `stamped_ms`: how long after that the platform had read it, of
    those whose answer says so; `causes`: why each was refused, None where it was not."""
    en, zh = (_came(Counter(causes).most_common(), language) for language in ("en", "zh"))
    middle, high, most = _spread(late_ms)
    stamped = _spread(stamped_ms) if stamped_ms else None
    return Text(
        f"{RACES[name].en}: {len(late_ms)} requests at one instant, late by {middle:.1f} ms at the median, {high:.1f} at the"
        f" 99th percentile, {most:.1f} at most;"
        + (
            f" stamped {stamped[0]:.0f} ms after that at the median, {stamped[2]:.0f} at most;"
            if stamped
            else ""
        )
        + f" {en}",
        f"{RACES[name].zh}：{len(late_ms)} 个请求同时发出，迟发中位数 {middle:.1f} 毫秒，99 百分位 {high:.1f} 毫秒，"
        f"最大 {most:.1f} 毫秒；"
        + (f"平台计时距发出中位数 {stamped[0]:.0f} 毫秒，最大 {stamped[2]:.0f} 毫秒；" if stamped else "")
        + zh,
    )


def _spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, 99th percentile, most."""
    cuts = quantiles(values, n=100, method="inclusive") if len(values) > 1 else [values[0]] * 99
    return cuts[49], cuts[98], max(values)


def _came(causes: Sequence[tuple[str | None, int]], language: str) -> str:
    word = ACCEPTED.en if language == "en" else ACCEPTED.zh
    comma = ", " if language == "en" else "，"
    return comma.join(f"{cause or word} {count}" for cause, count in causes)
