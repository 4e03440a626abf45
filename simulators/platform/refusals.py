"""Why the platform says no: a closed table of causes, each with its status and its sentence in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from simulators.core.instants import iso


@dataclass(frozen=True, slots=True)
class Cause:
    """An HTTP status and what the phone may show. A rule of the exam refuses with 409 and is recorded."""

    status: int
    en: str
    zh: str


RULES: Mapping[str, Cause] = {
    "too_early": Cause(409, "The waiting room is not open yet.", "候考室尚未开放，请稍后再进入。"),
    "too_late": Cause(409, "The time for this has passed.", "已超过规定时间，不能再进行此操作。"),
    "not_opened": Cause(409, "Open the exam page first.", "请先进入考试页面。"),
    "not_yet": Cause(409, "It is not time for this step yet.", "尚未到进行此步骤的时间。"),
    "already_over": Cause(409, "This exam is over.", "本场考试已结束。"),
    "already_submitted": Cause(409, "Already submitted; nothing can be changed.", "答卷已提交，不得更改。"),
    "not_possible": Cause(409, "Not possible at this step of the exam.", "考试当前步骤不能进行此操作。"),
    "aux_not_recording": Cause(
        409, "Start the auxiliary phone's recording first.", "请先开启辅机位录制，再开始主机位录制。"
    ),
    "face_review_needed": Cause(
        409,
        "The face check failed; ask for manual review.",
        "您未通过人脸验证，请申请人工审核。",
    ),
    "not_an_image": Cause(
        409, "This is no whole JPEG or PNG picture.", "上传的内容不是完整的图片，请重新拍摄。"
    ),
    "out_of_order": Cause(409, "Photograph the pages in their order.", "请按顺序拍摄答题纸。"),
    "no_such_page": Cause(409, "The answer sheet has no such page.", "答题纸没有这一页。"),
    "no_sheet": Cause(409, "This subject has no answer sheet.", "本科目没有答题纸，无须拍照。"),
    "has_sheet": Cause(409, "Write the answer on the answer sheet.", "本科目须在答题纸上作答。"),
    "pages_missing": Cause(
        409, "Photograph every page before submitting.", "答题纸尚未全部拍摄上传，不能提交答卷。"
    ),
    "code_full": Cause(
        409, "No further phone can scan this code.", "该二维码已达到扫码手机数量上限，无法再扫描。"
    ),
    "code_unknown": Cause(409, "There is no such pairing code.", "二维码或考试码无效，请核对后重试。"),
    "code_closed": Cause(409, "This exam is over; its code is closed.", "本场考试已结束，二维码已失效。"),
    "account_unknown": Cause(409, "There is no such account.", "主机位考试账号不存在，请核对。"),
    "main_not_submitted": Cause(
        409, "The main phone must submit this subject first.", "主机位尚未提交该科目，辅机视频暂不能提交。"
    ),
    "still_recording": Cause(409, "Finish the recording first.", "辅机仍在录制，请先完成录制。"),
    "nothing_recorded": Cause(409, "Nothing has been recorded.", "辅机没有录制视频，无法提交。"),
    "not_submitted": Cause(409, "Submit before uploading.", "请先提交，再上传文件。"),
    "not_announced": Cause(
        409,
        "The submission names no such file; the content cannot change.",
        "提交内容中没有该文件，提交后不得更改。",
    ),
    "already_uploaded": Cause(409, "This file has been received.", "该文件已上传成功。"),
}
PROTOCOL: Mapping[str, Cause] = {
    "bad_request": Cause(400, "The request is malformed.", "请求格式不正确。"),
    "incomplete": Cause(400, "The request broke off.", "请求未传输完整。"),
    "no_token": Cause(
        401, "Log in first: the token is missing or unknown.", "登录信息缺失或已失效，请重新登录。"
    ),
    "wrong_credentials": Cause(401, "Wrong account or password.", "账号或密码错误。"),
    "wrong_phone": Cause(403, "This is for the other phone.", "请在对应的手机上进行此操作。"),
    "not_found": Cause(404, "There is no such thing.", "所请求的内容不存在。"),
    "method_not_allowed": Cause(405, "This address does not take that method.", "不支持该请求方法。"),
    "wrong_offset": Cause(
        409, "The upload stands at another offset; ask for it.", "上传进度不一致，请查询后继续。"
    ),
    "too_long": Cause(409, "More bytes than announced.", "上传的内容超出声明的大小。"),
    "taken_over": Cause(409, "Another connection continues this upload.", "该上传已由新的连接接续。"),
    "gone": Cause(410, "This upload has ended; create it again.", "该上传已失效，请重新上传。"),
    "tus_version": Cause(412, "Tus-Resumable must be 1.0.0.", "不支持该上传协议版本。"),
    "too_large": Cause(413, "The request is too large.", "请求内容过大。"),
    "wrong_type": Cause(415, "Send application/offset+octet-stream.", "请求的内容类型不正确。"),
    "bad_checksum": Cause(460, "The bytes differ from their checksum.", "上传的数据校验失败，请重新上传。"),
}
CAUSES: Mapping[str, Cause] = {**RULES, **PROTOCOL}


class Refusal(Exception):
    """No, for one of the causes. `hint` adds what was found, for a malformed request."""

    def __init__(self, cause: str, hint: str = "") -> None:
        super().__init__(f"{cause}: {hint}" if hint else cause)
        self.cause, self.hint = cause, hint

    @property
    def status(self) -> int:
        return CAUSES[self.cause].status

    @property
    def is_rule(self) -> bool:
        return self.cause in RULES

    def body(self, operation: str, at: datetime) -> dict[str, object]:
        """The one form in which every refusal is told."""
        row = CAUSES[self.cause]
        message = {
            "en": f"{row.en} ({self.hint})" if self.hint else row.en,
            "zh": f"{row.zh}（原文：{self.hint}）" if self.hint else row.zh,
        }
        return {"refused": {"operation": operation, "cause": self.cause, "at": iso(at), "message": message}}
