"""From two new phones to a confirmed exam."""

from __future__ import annotations

from datetime import timedelta

from steps.phrases.meanings import MS, SECOND

TYPED_CODE = {
    "the code that was sent": ("收到的验证码", "right"),
    "a wrong code": ("错误的验证码", "wrong"),
    "the code before the last": ("此前的验证码", "earlier"),
}


AGED = {
    "1 ms before its time is over": ("有效时间结束前1毫秒", -MS),
    "the instant its time is over": ("有效时间结束那一刻", timedelta(0)),
    "1 minute after its time is over": ("有效时间结束后1分钟", 60 * SECOND),
}


LOGIN = {
    "her phone number": ("手机号", "phone"),
    "her ID number": ("身份证号", "id_number"),
    "her e-mail address": ("邮箱", "email"),
}


HOW_FAR = {
    "an account": ("账号", "account"),
    "an account and a checked identity": ("账号并完成身份认证", "identity"),
    "an account and a bound e-mail address": ("账号并绑定邮箱", "email"),
    "an authenticated account": ("账号并完成全部认证", "information"),
}


OTHERWISE = {
    "another name": ("姓名不同", {"name": "王方"}),
    "another ID number": ("证件号码不同", {"id_number": "110101200001010015"}),
    "another province": ("高考所在省份不同", {"province": "香港特别行政区"}),
}


REASON = {
    "her name does not match": ("姓名不一致", "name_mismatch"),
    "no exam is found for her ID number": ("未找到该证件号码的考试", "no_record"),
    "her province does not match": ("高考所在省份不一致", "province_mismatch"),
}


PREPARED = {
    "has signed the pledge": ("已签署承诺书", ("pledge",)),
    "has done everything but sign the pledge": ("除签署承诺书外均已完成", ("tasks", "face")),
    "has done everything but the tasks": ("除考前任务外均已完成", ("pledge", "face")),
    "has done everything but the last of the tasks": (
        "除最后一项考前任务外均已完成",
        ("pledge", "first_task", "face"),
    ),
    "has done everything but the first face check": ("除人脸验证外均已完成", ("pledge", "tasks")),
    "has prepared everything": ("已完成全部考前准备", ("pledge", "tasks", "face")),
}


MISSING = {
    "the pledge": ("承诺书", ("pledge",)),
    "the tasks": ("考前任务", ("tasks",)),
    "the first face check": ("人脸验证", ("face",)),
}


OPENING = {
    "the pledge is not signed": ("承诺书未签署", "pledge_unsigned"),
    "the tasks are not done": ("考前任务未完成", "tasks_open"),
    "the first face check is missing": ("人脸验证未完成", "face_needed"),
}


DECISION = {
    "approved": ("通过", "approve"),
    "rejected": ("驳回", "reject"),
}


HAPPENED = {
    "an account": ("账号建立", "account_created"),
    "a log-in": ("登录", "logged_in"),
    "a checked identity": ("身份认证通过", "identity_verified"),
    "locked information": ("信息锁定", "profile_locked"),
    "an approved appeal": ("申诉通过", "appeal_approved"),
    "a rejected appeal": ("申诉驳回", "appeal_rejected"),
    "an opened exam": ("进入考试页面", "opened"),
    "a confirmation": ("考试确认", "confirmed"),
    "a first face check": ("首次人脸验证通过", "account_face_passed"),
}


PRACTISED = {
    "has practised and is ready for her exam": ("已进行考前练习，准备参加考试", True),
    "has not practised and is ready for her exam": ("未进行考前练习，准备参加考试", False),
}


PRACTICES = {
    "a practice": ("1次考前练习", 1),
    "no practice": ("0次考前练习", 0),
}
