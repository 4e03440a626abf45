"""Why the platform says no: a closed table of causes, each with its status and its sentence in two languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

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
    "picture_too_large": Cause(
        409, "This picture has more pixels than a camera takes.", "图片尺寸过大，请重新拍摄。"
    ),
    "out_of_order": Cause(409, "Photograph the pages in their order.", "请按顺序拍摄答题纸。"),
    "no_such_page": Cause(409, "The answer sheet has no such page.", "答题纸没有这一页。"),
    "no_sheet": Cause(409, "This subject has no answer sheet.", "本科目没有答题纸，无须拍照。"),
    "has_sheet": Cause(409, "Write the answer on the answer sheet.", "本科目须在答题纸上作答。"),
    "pages_missing": Cause(
        409, "Photograph every page before submitting.", "答题纸尚未全部拍摄上传，不能提交答卷。"
    ),
    "no_chances": Cause(
        409, "No further recording may be begun; all chances are used.", "录制次数已用完，不能再次录制。"
    ),
    "still_reading": Cause(
        409, "This is the time for reading; answering has not begun.", "当前为阅题时间，尚不能作答。"
    ),
    "no_early_end": Cause(
        409, "This exam cannot be ended early.", "本场考试不得提前结束，请等候考试时间结束。"
    ),
    "repaired_on_main": Cause(
        409, "What was interrupted goes on from the main phone.", "录制中断后，请在主机上点击“继续录制”。"
    ),
    "not_asked_for": Cause(409, "This need not be shown.", "本场考试无须展示此项内容。"),
    "other_camera": Cause(
        409, "Show this to the other phone's camera.", "请使用另一部手机的镜头展示此项内容。"
    ),
    "mocks_missing": Cause(
        409,
        "Sit and submit the required mock exams first.",
        "尚未完成规定次数的模拟考试，不能参加正式考试。",
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
    "empty_file": Cause(409, "One of the files has no content.", "提交的文件内容为空，请重新录制或拍摄。"),
    "still_recording": Cause(409, "Finish the recording first.", "辅机仍在录制，请先完成录制。"),
    "nothing_recorded": Cause(409, "Nothing has been recorded.", "辅机没有录制视频，无法提交。"),
    "not_submitted": Cause(409, "Submit before uploading.", "请先提交，再上传文件。"),
    "not_announced": Cause(
        409,
        "The submission names no such file; the content cannot change.",
        "提交内容中没有该文件，提交后不得更改。",
    ),
    "already_uploaded": Cause(409, "This file has been received.", "该文件已上传成功。"),
    "other_phone": Cause(
        409,
        "This exam is under way on another phone; go on with that one.",
        "本场考试正在另一部手机上进行，请使用原考试手机继续。",
    ),
    "app_outdated": Cause(
        409,
        "This version of the app is out of date; install the latest one.",
        "当前版本过低，请更新至最新版本后再参加考试。",
    ),
    "phone_invalid": Cause(409, "This is no mobile phone number.", "手机号格式不正确，请核对后重新输入。"),
    "account_exists": Cause(
        409, "There is an account with this number; log in.", "该手机号已注册，请直接登录。"
    ),
    "code_wrong": Cause(409, "The verification code is wrong.", "验证码错误，请核对后重新输入。"),
    "code_expired": Cause(409, "The verification code has expired.", "验证码已失效，请重新获取。"),
    "password_weak": Cause(
        409, "A password has at least 6 characters.", "密码过于简单，请设置不少于6位的密码。"
    ),
    "id_login_not_yet": Cause(
        409,
        "Log in with the phone number: an ID number works only after the identity check.",
        "该身份证号尚未完成身份认证，请使用手机号登录。",
    ),
    "email_invalid": Cause(409, "This is no e-mail address.", "邮箱格式不正确，请核对后重新输入。"),
    "email_taken": Cause(409, "This address belongs to another account.", "该邮箱已被其他账号绑定。"),
    "not_recognised": Cause(
        409,
        "The ID card could not be read; photograph both sides clearly, or fill in its data by hand.",
        "身份证信息识别失败，请重新拍摄清晰的证件照片，或手动上传身份证信息。",
    ),
    "id_number_invalid": Cause(409, "The ID number is not right.", "身份证号不正确，请核对后重新填写。"),
    "identity_taken": Cause(
        409,
        "This ID card has been verified by another account; an appeal is possible.",
        "该身份证已被验证，如有疑问请点击“去申诉”。",
    ),
    "identity_locked": Cause(
        409, "The identity has been verified and cannot be changed.", "身份认证已完成，认证信息不得更改。"
    ),
    "identity_needed": Cause(409, "Verify the identity first.", "请先完成身份认证。"),
    "appeal_pending": Cause(
        409, "The appeal is being reviewed; wait for its result.", "申诉正在人工审核，请耐心等待审核结果。"
    ),
    "profile_locked": Cause(
        409,
        "The information has been authenticated and cannot be changed.",
        "考生信息已认证，认证后不可更改。",
    ),
    "not_authenticated": Cause(
        409,
        "Complete the identity check and the candidate's information first.",
        "请先完成身份认证并填写考生信息。",
    ),
    "no_record": Cause(
        409,
        "No exam to be confirmed was found; ask the school.",
        "没有找到需要确认的考试记录，请及时联系学校确认报考信息。",
    ),
    "name_mismatch": Cause(
        409,
        "The name differs from the registration at the school; ask the school.",
        "姓名与报名信息不匹配，请及时联系学校确认报考信息。",
    ),
    "province_mismatch": Cause(
        409,
        "The province differs from the registration at the school; ask the school.",
        "报考地区与报名信息不匹配，请及时联系学校确认报考信息。",
    ),
    "not_confirmed": Cause(409, "Confirm this exam first.", "请先确认考试。"),
    "pledge_unsigned": Cause(409, "Sign the integrity pledge first.", "请先签订《诚信考试承诺书》。"),
    "face_needed": Cause(
        409, "Pass the face check in the exam list first.", "请先在考试列表完成人脸验证，再参加考试。"
    ),
    "tasks_open": Cause(409, "Complete the pre-exam tasks first.", "请先完成考前任务，再参加正式考试。"),
    "already_passed": Cause(409, "The face check has been passed.", "您已通过人脸验证，无须再次验证。"),
}
PROTOCOL: Mapping[str, Cause] = {
    "bad_request": Cause(400, "The request is malformed.", "请求格式不正确。"),
    "incomplete": Cause(400, "The request broke off.", "请求未传输完整。"),
    "no_token": Cause(
        401, "Log in first: the token is missing or unknown.", "登录信息缺失或已失效，请重新登录。"
    ),
    "logged_in_elsewhere": Cause(
        401,
        "This account has logged in on another phone; log in again.",
        "账号已在其他手机上登录，请重新登录。",
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
    "too_often": Cause(
        429, "That was tried too often; wait a little, then try again.", "操作过于频繁，请稍后再试。"
    ),
    "tus_version": Cause(412, "Tus-Resumable must be 1.0.0.", "不支持该上传协议版本。"),
    "too_large": Cause(413, "The request is too large.", "请求内容过大。"),
    "wrong_type": Cause(415, "The content is of another type than is taken here.", "请求的内容类型不正确。"),
    "try_again": Cause(
        503, "The platform cannot keep anything just now; try again.", "平台暂时无法保存数据，请稍后重试。"
    ),
    "no_room": Cause(507, "The platform's disk is full; try again later.", "平台存储空间不足，请稍后重试。"),
    "bad_checksum": Cause(460, "The bytes differ from their checksum.", "上传的数据校验失败，请重新上传。"),
}
CAUSES: Mapping[str, Cause] = {**RULES, **PROTOCOL}
NOTED = frozenset({"too_large", "too_long"})
"""What is no rule of the exam and recorded all the same, where it is known who asked: more came than can be meant."""
SPREAD = 4
"""Over how many seconds of wall time those come again who were put off; or all of them would come at once."""
NOT_NOW = Cause(409, "Not possible at this step.", "当前步骤不能进行此操作。")
OF_OPERATION: Mapping[tuple[str, str], Cause] = {
    ("confirm", "too_early"): Cause(
        409, "The confirmation of exams is not open yet.", "确认考试尚未开放，请在开放后再确认。"
    ),
    ("upload_create", "other_phone"): Cause(
        409,
        "What was submitted is uploaded by the phone that sat the exam.",
        "请使用原考试手机提交和上传，不得更换手机。",
    ),
    **{
        (one, "not_possible"): NOT_NOW
        for one in ("identity_side", "identity", "appeal", "account_face_review")
    },
}
"""What an operation says in its own words."""


class Refusal(Exception):
    """No, for one of the causes. `hint` adds what was found, for a malformed request; `wait` is in seconds."""

    def __init__(self, cause: str, hint: str = "", *, wait: int = 0) -> None:
        super().__init__(f"{cause}: {hint}" if hint else cause)
        self.cause, self.hint, self.wait = cause, hint, wait

    @property
    def status(self) -> int:
        return CAUSES[self.cause].status

    def headers(self, asking: str) -> Mapping[str, str]:
        """When to ask again, where that may help: not the same for everybody who is `asking`, but for who has to wait."""
        if self.wait:
            return {"Retry-After": str(self.wait)}
        if self.status < 500:
            return {}
        return {"Retry-After": str(1 + crc32(asking.encode()) % SPREAD)}

    @property
    def is_rule(self) -> bool:
        return self.cause in RULES

    def body(self, operation: str, at: datetime) -> dict[str, object]:
        """The one form in which every refusal is told."""
        row = OF_OPERATION.get((operation, self.cause), CAUSES[self.cause])
        message = {
            "en": f"{row.en} ({self.hint})" if self.hint else row.en,
            "zh": f"{row.zh}（原文：{self.hint}）" if self.hint else row.zh,
        }
        return {"refused": {"operation": operation, "cause": self.cause, "at": iso(at), "message": message}}
