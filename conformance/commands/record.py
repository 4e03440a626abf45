"""`examgate record`: judge a target as `run` does, and keep what went through both doors on tapes."""

from __future__ import annotations

from conformance.commands import run as judging
from conformance.commands.words import Form, Values
from conformance.saying import Stopped
from reports.form import Language, Text

FORM = Form(
    help=Text(
        "Judge a target as `run` does, and keep what its drivers and its bench were asked and answered (`replay`).\n"
        "People's data and secrets are masked; what cannot be masked (films, pictures of a camera) is left out.",
        "与 run 相同地评判被测对象，并录下各驱动与测试台的全部请求与应答，供 replay 重放与比对。\n"
        "个人信息与密钥均予遮盖；无法遮盖的内容（录像、摄像头画面）不予保留。",
    ),
    options=judging.FORM.options,
)
CUT_SHORT = ("--resume", "--failed")


def run(values: Values, lang: Language) -> int:
    """Judge and record; the exit code of the run."""
    for option in CUT_SHORT:
        if option in values:
            raise Stopped(
                Text(
                    f"{option}: a recording is begun anew; leave it out",
                    f"{option}：录制须重新开始，请去掉该选项",
                )
            )
    return judging.run(values, lang, record=True)
