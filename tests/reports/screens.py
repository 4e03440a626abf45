"""Element trees of two phones, as the examiner keeps them, and a picture drawn from a tree."""

import base64
from typing import Any

import cv2
import numpy as np
import segno

WIDTH, HEIGHT = 1080, 2340
MAIN, AUX = "com.xiaoyibang.main", "com.xiaoyibang.aux"
Tree = dict[str, Any]


def element(kind: str, name: str, text: str, box: tuple[int, int, int, int], **more: Any) -> Tree:
    """One element; ``box`` is left, top, right, bottom in pixels."""
    row: Tree = {"class": f"android.widget.{kind}", "id": name, "text": text, "desc": "", "bounds": list(box)}
    return {**row, "clickable": kind == "Button", "enabled": True, "checked": None, "children": [], **more}


def screen(package: str, title: str, *parts: Tree) -> Tree:
    """A whole screen: a status bar, a title bar and what stands below."""
    bar = element("TextView", f"{package}:id/title", title, (60, 110, 1020, 210))
    named = [{**part, "id": f"{package}:id/{part['id']}"} for part in parts]
    return {**element("FrameLayout", "", "", (0, 0, WIDTH, HEIGHT)), "children": [bar, *named]}


def lines(name: str, text: str, top: int, rows: int = 1) -> Tree:
    """A paragraph of ``rows`` lines, from ``top`` downwards."""
    return element("TextView", name, text, (60, top, 1020, top + 70 * rows))


def button(name: str, text: str, top: int, **more: Any) -> Tree:
    """A wide button."""
    return element("Button", name, text, (60, top, 1020, top + 140), **more)


def qr(payload: str) -> str:
    """A pairing code as a data URI."""
    return str(segno.make(payload).png_data_uri(scale=8))


def exam_page(review: bool = False) -> Tree:
    """The main phone's exam page, with its entry to the pairing code at the very bottom."""
    alarm = [lines("notice", "您未通过人脸验证，请申请人工审核", 230)] if review else []
    return screen(
        MAIN,
        "考试页面",
        *alarm,
        lines("content", "考试内容：根据给定的主题与歌词写作一首歌曲，时长不限，谱面须清晰可辨。", 330, 2),
        lines("shooting", "拍摄要求：答题纸须平放，四角完整，字迹清楚。", 520, 2),
        lines("time", "拍摄时间：考试结束后 10 分钟内完成拍照并提交。", 700, 2),
        lines("attention", "注意事项：考试过程中不得退出应用，不得接听来电。", 880, 2),
        button("record", "开始录制", 1850),
        element("TextView", "code_entry", "小艺助手二维码", (340, 2080, 740, 2150), clickable=True),
    )


def code_page() -> Tree:
    """The main phone's pairing code."""
    image = qr("XYB1:S-0001:9f2c71")
    return screen(
        MAIN,
        "小艺助手二维码",
        lines("hint", "请使用辅机上的小艺助手扫描下方二维码", 300),
        element("ImageView", "code_image", "", (190, 480, 890, 1180), desc="二维码", image=image),
        lines("exam_code", "考试码：7KQ4M2XH", 1260),
    )


def waiting(countdown: str, server: str) -> Tree:
    """The waiting room."""
    return screen(
        MAIN,
        "候考",
        lines("countdown", f"候考倒计时 {countdown}", 260),
        lines("server_time", f"服务器时间 {server}", 350),
        button("fold", "收起", 460),
        lines("preparation", "请将答题纸、铅笔与橡皮摆放在桌面，手机充电并保持网络畅通。", 700, 3),
    )


def answering(remaining: str) -> Tree:
    """The paper is open."""
    return screen(
        MAIN,
        "歌曲写作",
        lines("remaining", f"剩余时间 {remaining}", 240),
        element("ImageView", "question", "", (60, 360, 1020, 1500), desc="试题", clickable=True),
        lines("hint", "点击试题可全屏查看", 1540),
    )


def photos(page: int, countdown: str, refused: str = "") -> Tree:
    """Taking pictures of the answer sheet."""
    notice = [lines("notice", refused, 1500, 2)] if refused else []
    return screen(
        MAIN,
        "拍摄答题纸",
        lines("photo_countdown", f"拍照倒计时 {countdown}", 240),
        element("ImageView", "viewfinder", "", (60, 360, 1020, 1400), desc="取景框"),
        *notice,
        lines("page", f"第 {page} 页，共 2 页", 1680),
        button("shoot", "拍照", 1800),
        lines("warning", "一经上传，不得更改！", 1960),
        button("submit", "提交答卷", 2060, enabled=page > 1),
    )


def aux_scan(notice: str = "") -> Tree:
    """The auxiliary phone looking for a code."""
    said = [lines("notice", notice, 1500, 2)] if notice else []
    return screen(
        AUX,
        "扫一扫",
        element("ImageView", "viewfinder", "", (140, 400, 940, 1200), desc="取景框"),
        *said,
        lines("manual_hint", "无法扫描？请输入考试码", 1740),
        button("manual", "点击此处", 1840),
    )


def aux_confirm(ticked: bool) -> Tree:
    """The auxiliary phone confirming whose exam it is."""
    return screen(
        AUX,
        "确认考试信息",
        lines("candidate", "考生信息：林子涵　准考证号 20230117", 300, 2),
        lines("exam", "考试信息：作曲与作曲技术理论 歌曲写作 正式考试", 480, 2),
        lines("reminder", "录制提醒：辅机应摆放在考生侧后方，拍到考生双手与主机屏幕。", 680, 3),
        element(
            "CheckBox",
            "agree",
            "我已阅读以上内容，并确认信息正确",
            (60, 1700, 1020, 1790),
            checked=ticked,
            clickable=True,
        ),
        button("enter", "进入录制", 1850, enabled=ticked),
    )


def aux_recording(elapsed: str) -> Tree:
    """The auxiliary phone recording."""
    return screen(
        AUX,
        "录制中",
        element("ImageView", "preview", "", (60, 260, 1020, 1560), desc="预览画面"),
        lines("elapsed", f"已录制 {elapsed}", 1600),
        lines("auto_end", "将于 11:25 自动结束录制", 1690),
        button("finish", "完成录制", 1850),
    )


def photograph(tree: Tree, scale: float = 0.4) -> str:
    """Base64 of a PNG drawn from a tree: stands for a real screenshot."""
    canvas = np.full((int(HEIGHT * scale), int(WIDTH * scale), 3), 250, np.uint8)
    _paint(canvas, tree, scale)
    done, data = cv2.imencode(".png", canvas)
    assert done
    return base64.b64encode(data.tobytes()).decode()


def _paint(canvas: Any, node: Tree, scale: float) -> None:
    x0, y0, x1, y1 = (int(edge * scale) for edge in node["bounds"])
    if node["class"].endswith("Button"):
        cv2.rectangle(canvas, (x0, y0), (x1, y1), (160, 110, 40), -1)
    if node["class"].endswith("ImageView"):
        cv2.rectangle(canvas, (x0, y0), (x1, y1), (190, 190, 190), -1)
    ink = (255, 255, 255) if node["class"].endswith("Button") else (30, 30, 30)
    for number in range(0, len(node["text"]), 22):
        line = node["text"][number : number + 22]
        place = (x0 + 6, y0 + 24 + number)
        cv2.putText(canvas, line, place, cv2.FONT_HERSHEY_SIMPLEX, 0.55, ink, 1)
    for child in node["children"]:
        _paint(canvas, child, scale)
