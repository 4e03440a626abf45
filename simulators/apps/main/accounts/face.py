"""人脸验证 of the account, before the first video exam."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from simulators.apps.parts import button, image, notice, numbered, page, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element

ADVICE = (
    "请由考生本人面对手机，摘下帽子、墨镜和口罩。",
    "请勿化浓妆、戴美瞳，不使用美颜及滤镜。",
    "请调整好光线，避免高曝光，保证人脸清晰。",
)
SPOKEN = "请正对手机屏幕，保持光线充足，面部清晰"
"""What the voice says (R356, R376)."""
VOICE = f"语音提示：{SPOKEN}"
NEEDED = "首次视频考试前须人脸验证，点击开始验证"
FAILED = "您未通过人脸验证，请申请人工审核"
ASKED = "人工审核申请已提交，请耐心等待审核结果"
TO_CHECK = (NEEDED, "face")
REMEDIES: Mapping[str, str] = {
    "sharpness": "请擦拭镜头、保持静止，保证人脸清晰",
    "exposure": "请调整光线，避免过暗或高曝光",
    "make_up": "请勿化浓妆",
    "lenses": "请勿戴美瞳",
}
"""What to do about a measure of the picture that was poor (R357-R361)."""
REVIEWS: Mapping[str, tuple[str, str]] = {
    "needed": (FAILED, "ask_review"),
    "requested": (ASKED, ""),
    "rejected": (FAILED, "ask_review"),
}
"""What the red bar says and does where a face check, the account's or a sitting's, needs a review (R362, R424)."""


def red_bar(state: State) -> tuple[Element, ...]:
    """The bar above the list of exams; none where nothing is to be done."""
    account = state["account"] or {"bars": {"red": False}}
    if not account["bars"]["red"]:
        return ()
    face = account["face"]
    return (bar(*(REVIEWS.get(face["review"], TO_CHECK) if face["state"] == "review" else TO_CHECK)),)


def bar(words: str, action: str) -> Element:
    return Element("button", "red_bar", words, tap=action, style="red_bar")


def not_passed(failures: int, poor: Iterable[str]) -> str:
    """What the candidate is told after a picture that did not pass: why, as far as the platform says."""
    remedies = [REMEDIES[name] for name in poor if name in REMEDIES] or ["请按语音提示"]
    return f"人脸验证未通过（第 {failures} 次），{'；'.join(remedies)}，然后重试"


def account_face(state: State, _: datetime) -> Element:
    """One picture of the face, on the voice's word (R354, R356-R361)."""
    known = (state["account"] or {}).get("face", {})
    return page(
        "account_face",
        "人脸验证",
        image("face", "face", "请将面部置于框内", style="finder"),
        text("voice", VOICE, "voice"),
        *numbered("advice", ADVICE),
        text("failures", f"已失败 {known.get('failures', 0)} 次", "small"),
        footer=(button("verify", "开始验证"),),
        told=notice(state),
    )
