"""The rules of the sample run: three chapters."""

import hashlib
from typing import Any

from reports import form
from reports.form import Text


def rule(number: str, en: str, zh: str, **more: Any) -> form.Rule:
    """A rule that the vendor must keep, unless ``more`` says otherwise."""
    usual: dict[str, Any] = {
        "chapter": {"PAIR": "pairing", "WAIT": "waiting_room", "SUB": "submission"}[number.split("-")[0]],
        "level": "MUST",
        "answers_for": "vendor",
        "harm": 1,
        "basis": "text",
        "verdict": "PASS",
        "binds": ("platform", "aux app"),
        "source": (form.Source(section="Manual 三.2", lines=(446, 448), atoms=("R504", "R507")),),
        "digest": hashlib.sha256(number.encode()).hexdigest(),
        "method": "scenario",
    }
    return form.Rule(id=number, title=Text(en, zh), **{**usual, **more})


RULES = (
    rule(
        "PAIR-01",
        "The auxiliary phone is paired by scanning the code that the main phone shows.",
        "辅机应通过扫描主机展示的二维码完成绑定。",
    ),
    rule(
        "PAIR-02",
        "Where the code cannot be scanned, the exam code can be typed instead.",
        "无法扫描二维码时，应允许改为输入考试码。",
        harm=2,
    ),
    rule(
        "PAIR-03",
        "One code admits three phones; a fourth is refused.",
        "同一二维码最多允许三部手机扫描，第四部应予拒绝。",
        verdict="FAIL",
        reason=Text("The fourth phone was admitted.", "第四部手机未被拒绝。"),
        readings=(
            form.Reading(
                id="C02",
                text=Text(
                    "Three is a cap in distinct scanning phones per code; scanning again with the same phone takes no place.",
                    "“三部”指同一二维码下不同的扫描手机数，同一手机重复扫描不另占名额。",
                ),
            ),
        ),
    ),
    rule(
        "PAIR-04",
        "The same phone may scan again after an accident.",
        "同一手机因意外退出后可以重新扫描。",
        basis="reading",
        verdict="WARN",
        reason=Text(
            "Broken only under our reading of an ambiguous sentence.", "仅在对歧义条文的现行解读下不符合。"
        ),
        readings=(
            form.Reading(
                id="C02",
                text=Text(
                    "A phone that is bound already takes no further place.", "已绑定的手机不再占用名额。"
                ),
                answered_by="教务处 2023-01-05",
            ),
        ),
    ),
    rule(
        "PAIR-05",
        "The auxiliary phone is not changed during a subject.",
        "同一科目考试期间不应更换辅机。",
        answers_for="candidate",
        level="MUST NOT",
        verdict="NOT_APPLICABLE",
        reason=Text(
            "A candidate's duty allows no conclusion about a product.", "考生的义务不能用来评判产品。"
        ),
    ),
    rule(
        "WAIT-01",
        "The waiting room opens fifteen minutes before the start.",
        "候考应在开考前十五分钟开放。",
        chapter="waiting_room",
        source=(form.Source(section="Manual 二.4.2(3)", lines=(402,), atoms=("R432",)),),
    ),
    rule(
        "WAIT-02",
        "Whoever is not waiting when the exam starts cannot enter.",
        "开考时仍未进入候考的考生不得再进入。",
        basis="reading",
        readings=(
            form.Reading(
                id="C06", text=Text("Exactly at the start it is too late.", "恰在开考时刻视为已过时间。")
            ),
        ),
    ),
    rule("WAIT-03", "The countdown follows the server's time.", "候考倒计时应以服务器时间为准。", harm=2),
    rule(
        "WAIT-04",
        "The auxiliary phone records before the main phone may enter.",
        "主机进入候考前辅机应已开始录制。",
        verdict="INCONCLUSIVE",
        reason=Text("The target offers no control “camera”.", "被测对象未提供“摄像头”测试手段。"),
    ),
    rule(
        "WAIT-05",
        "The phone has twenty gigabytes free.",
        "手机应有 20 GB 以上可用空间。",
        answers_for="phone",
        level="SHOULD",
        harm=2,
    ),
    rule(
        "SUB-01",
        "All pages are photographed before the answers can be submitted.",
        "全部页面拍摄完成后方可提交答卷。",
    ),
    rule("SUB-02", "What was uploaded cannot be changed.", "答卷一经上传，不得更改。"),
    rule(
        "SUB-03",
        "After the photo countdown nothing is accepted.",
        "拍照倒计时结束后不再接收任何内容。",
        basis="reading",
        verdict="REVIEW",
        reason=Text("A person has to look at the message.", "提示内容需人工核验。"),
    ),
    rule(
        "SUB-04",
        "A broken upload goes on where it stopped.",
        "中断的上传应从断点继续。",
        harm=2,
        verdict="WAIVED",
        reason=Text("Approved until the next release.", "经批准，有效期至下一版本。"),
    ),
    rule(
        "SUB-05",
        "The state of each file can be looked up.",
        "应可查看每个文件的提交状态。",
        level="SHOULD",
        harm=3,
    ),
)
