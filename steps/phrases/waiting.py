"""The waiting room: refusals, wrong clocks, face checks."""

from __future__ import annotations

from steps.phrases.meanings import HOUR_MS, MINUTE_MS, Count, PhoneClock

BECAUSE = {
    "it is too early": ("未到候考时间", "too_early"),
    "it is too late": ("已超过时间", "too_late"),
    "no auxiliary phone is recording": ("辅机未在录制", "aux_not_recording"),
    "her face check needs a review": ("人脸验证须经人工审核", "face_review_needed"),
    "its time has not come": ("尚未到时间", "not_yet"),
    "another page comes first": ("应先上传前面的页", "out_of_order"),
    "the sheet has no such page": ("答题纸没有该页", "no_such_page"),
    "pages are missing": ("尚有页面未上传", "pages_missing"),
    "the time is for reading": ("尚在阅题时间", "still_reading"),
    "nobody ends early": ("不得提前结束", "no_early_end"),
    "the app is outdated": ("应用版本过低", "app_outdated"),
    "her exam is over": ("本场考试已结束", "already_over"),
    "she has submitted already": ("已经提交", "already_submitted"),
    "it was not named in the submission": ("提交内容中没有该文件", "not_announced"),
    "another phone sat the exam": ("并非原考试手机", "other_phone"),
    "nothing was recorded on it": ("该手机没有录制", "nothing_recorded"),
    "the subject has no answer sheets": ("本科目没有答题纸", "no_sheet"),
    "its answer belongs on the answer sheet": ("应在答题纸上作答", "has_sheet"),
    "the main phone has not submitted": ("主机尚未提交", "main_not_submitted"),
}


WRONG_CLOCK = {
    "20 minutes fast": ("快20分钟", PhoneClock(offset_ms=20 * MINUTE_MS)),
    "20 minutes slow": ("慢20分钟", PhoneClock(offset_ms=-20 * MINUTE_MS)),
    "an hour fast": ("快1小时", PhoneClock(offset_ms=HOUR_MS)),
    "an hour slow": ("慢1小时", PhoneClock(offset_ms=-HOUR_MS)),
    "set to the zone of Tokyo": ("设为东京时区", PhoneClock(zone="+09:00")),
    "set to the zone of London": ("设为伦敦时区", PhoneClock(zone="+00:00")),
    "running 2 % too fast": ("走快2%", PhoneClock(drift_ppm=20_000.0)),
}


FACE_BREAK = {
    "left it": ("退出人脸验证", "leave"),
    "closed the app": ("关闭应用后重新打开", "restart_app"),
}


FALLS_SHORT = {
    "has not read the code": ("尚未扫码", "unpaired"),
    "has read the code but does not record yet": ("已扫码但尚未开始录制", "paired"),
    "has ended its recording": ("已结束录制", "ended"),
}


FAILURES = {
    "one time fewer than leads back": ("比退回所需少一次", Count("face_failures", -1)),
    "as many times as leads back": ("达到退回所需次数", Count("face_failures")),
    "once more": ("再增加一次", Count(None, 1)),
}


FACE_CHECK = {
    "her first face check": ("首次人脸验证", "first"),
    "the face check of a mock exam": ("模拟考试的人脸验证", "mock"),
    "the face check of the formal exam": ("正式考试的人脸验证", "formal"),
}


FACE_SHOWN = {
    "wears heavy make-up": ("化了浓妆", {"worn": "make_up"}),
    "wears coloured lenses": ("戴了美瞳", {"worn": "lenses"}),
    "sits in the dark": ("所处光线过暗", {"darkness": 0.8}),
    "sits in glaring light": ("所处光线过强", {"overexposure": 0.5}),
    "is blurred in the picture": ("在画面中模糊不清", {"blur": 0.6}),
}
"""How a face is before the lens: what the bench's camera takes."""


REMEDY = {
    "to take the make-up off": ("不得化浓妆", "no_make_up"),
    "to take the lenses out": ("不得戴美瞳", "no_lenses"),
    "to see to the light": ("调整光线", "adjust_light"),
    "to have her face clear": ("保证人脸清晰", "face_clear"),
}
"""What the candidate is told to do, by the label of the target's words for it."""


VOLUME = {
    "as it usually is": ("为平常大小", {"muted": False}),
    "as low as can be heard": ("为可听见的最小值", {"media_volume": 1}),
}
"""How loud apps play, as settings of the phone."""


MOCK_FAR = {
    "has come to no mock exam": ("未参加模拟考试", "none"),
    "has broken a mock exam off": ("中途退出模拟考试", "broken"),
    "is sitting a mock exam": ("正在参加模拟考试", "sitting"),
    "is handing in a mock exam": ("正在提交模拟考试", "handing_in"),
}


TAKEN = {
    "no mock exam": ("0次模拟考试", 0),
    "one mock exam": ("1次模拟考试", 1),
}


MISSED = {
    "has not opened the page of her exam": ("未进入考试页面", "confirmed"),
    "has not come to the waiting room": ("未进入候考", "paired"),
    "has not passed the face check": ("未通过人脸验证", "face_check"),
    "waits for a review of her face check": ("正在等候人脸验证的人工审核", "face_review"),
}
"""What a candidate has missed before the exam: the stage at which she has stayed."""
