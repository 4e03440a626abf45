"""What the operators' pages say, in both languages; Chinese is what they show first."""

from __future__ import annotations

from collections.abc import Mapping

from reports.form import Text

WORDS: Mapping[str, Text] = {
    "main": Text("Main phone", "主机"),
    "aux": Text("Auxiliary phone", "辅机"),
    "platform": Text("Platform", "平台"),
    "operator": Text("operator", "操作员"),
    "join_title": Text("Before you begin", "开始前请填写"),
    "name": Text("Your name", "操作员姓名"),
    "name_hint": Text("It stands in the results beside each of your answers.", "姓名将随每项判断记入结果。"),
    "product_main": Text("Version of the main app, as it shows it", "主机应用显示的版本号"),
    "product_aux": Text("Version of the auxiliary app, as it shows it", "辅机应用显示的版本号"),
    "product_platform": Text("Version of the platform, as it shows it", "平台显示的版本号"),
    "begin": Text("Begin", "开始"),
    "given": Text("Bring about", "准备"),
    "when": Text("Do", "操作"),
    "then": Text("Must be seen", "核对"),
    "done": Text("Done", "已完成"),
    "not_done": Text("Cannot be done", "无法完成"),
    "seen": Text("As it must be", "通过"),
    "not_seen": Text("Not as it must be", "不通过"),
    "undecided": Text("Cannot be told", "无法判断"),
    "note": Text("What you see", "所见情况"),
    "note_wanted": Text("Please say what you see, or why not.", "请说明所见情况或原因。"),
    "submit": Text("Hand in", "提交"),
    "waiting_for": Text("Now it is the turn of", "请等待以下操作员完成："),
    "your_turn": Text("Your turn", "请您操作"),
    "side_by_side": Text("also open at", "同时进行的操作员："),
    "rules": Text("Rules", "规则"),
    "sitting": Text("Times are those of", "时刻依据"),
    "formal": Text("formal exam", "正式考试"),
    "mock": Text("mock exam", "模拟考试"),
    "at": Text("at", "时间"),
    "count": Text("number", "数值"),
    "length": Text("length", "时长"),
    "photo": Text("Photo", "拍照留证"),
    "photo_cover": Text(
        "Cover faces, names, numbers and codes with your finger; only then can the photo be kept.",
        "请用手指涂抹遮盖人脸、姓名、证件号码和各类验证码，遮盖后方可留存。",
    ),
    "photo_covered": Text("Nobody can be recognised in it", "已遮盖，画面中无法识别任何人"),
    "photo_plain": Text(
        "This run keeps photos as they are; they are for your own lab.",
        "本次运行按原样留存照片，仅限在自有测试环境内使用。",
    ),
    "photo_keep": Text("Keep this photo", "留存该照片"),
    "photo_drop": Text("Throw it away", "放弃"),
    "photo_undo": Text("Begin covering anew", "重新遮盖"),
    "photo_bad": Text("That is no photo that can be opened.", "无法打开该照片，请重新拍摄。"),
    "photos_kept": Text("photos kept", "张照片已留存"),
    "unsent": Text(
        "Connection lost. Your answer is kept and is sent by itself.",
        "连接中断，作答已保存，恢复后自动提交。",
    ),
    "refused": Text("This is no longer asked; somebody was quicker.", "该项已无须作答。"),
    "over": Text(
        "All scenarios are done. Thank you; the report is being written.",
        "全部场景已完成，正在生成报告。谢谢。",
    ),
    "gone": Text(
        "The run has ended or was stopped. This page goes on once it is resumed.",
        "运行已结束或已停止。继续运行后，本页将自动恢复。",
    ),
    "progress": Text("done", "已完成"),
    "language": Text("中文", "English"),
}
"""`language` names the other language, in that language."""

QR = Text("scan it with a phone in the same network", "用同一网络内的手机扫描")
PAGES = Text("Pages of the operators (each only for its own):", "操作员页面（各页面仅供相应操作员使用）：")
PAST = Text(
    "every time of this season is over; for people to keep them, make a season with the dates of your platform (season new)",
    "本年度的考试时间均已过去；如需由人工按时操作，请用 season new 按贵平台的日期新建招考年度",
)
SIZE = Text(
    "{sheets} scenarios with {lines} sentences are asked of people; {left} cannot be carried out by hand",
    "须由人工执行{sheets}个场景、{lines}个语句；另有{left}个场景无法人工执行",
)
