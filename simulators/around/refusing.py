"""Why a system around the apps says no: a closed table of causes, told in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response


@dataclass(frozen=True, slots=True)
class Cause:
    """An HTTP status and what the person reads."""

    status: int
    en: str
    zh: str


CAUSES: Mapping[str, Cause] = {
    "bad_request": Cause(400, "The request is malformed.", "请求格式不正确。"),
    "not_registered": Cause(
        401, "Nobody is registered with this ID number.", "该证件号码没有报名记录，请核对。"
    ),
    "wrong_password": Cause(401, "The password is wrong.", "密码错误，请重新输入。"),
    "not_logged_in": Cause(401, "Log in first.", "请先登录报名系统。"),
    "not_yours": Cause(404, "You have not registered for this subject.", "您没有报考该科目。"),
    "no_sheet": Cause(
        409,
        "This subject needs no answer sheet; there is nothing to download.",
        "该科目无须下载答题纸。",
    ),
    "too_early": Cause(
        409, "The answer sheets cannot be downloaded yet.", "答题纸尚未开放下载，请在规定时间内下载。"
    ),
    "too_late": Cause(409, "The time to download answer sheets is over.", "答题纸下载时间已过。"),
    "not_found": Cause(404, "There is no such thing.", "所请求的内容不存在。"),
}


class Refusal(Exception):
    """No, for one of the causes."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause

    def answer(self) -> Response:
        row = CAUSES[self.cause]
        told = {"cause": self.cause, "message": {"en": row.en, "zh": row.zh}}
        return as_json({"refused": told}, row.status)


def as_json(payload: Any, status: int = 200) -> Response:
    """A JSON answer."""
    return Response(msgspec.json.encode(payload), status, media_type="application/json")


async def read(request: Request, shape: type[msgspec.Struct]) -> Any:
    """The body as `shape`; Refusal where it is another."""
    try:
        return msgspec.json.decode(await request.body(), type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("bad_request") from error


def refused(_: Request, refusal: Exception) -> Response:
    """What a site answers when one of its pages refuses."""
    assert isinstance(refusal, Refusal)
    return refusal.answer()
