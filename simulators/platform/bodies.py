"""The bodies that requests carry, checked on arrival."""

from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from simulators.platform.refusals import Refusal

Body = TypeVar("Body", bound=Struct)

Name = Annotated[str, Meta(min_length=1, max_length=200)]
Size = Annotated[int, Meta(ge=0, le=2**40)]
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]


class Login(Struct, frozen=True):
    account: Annotated[str, Meta(max_length=256)]
    password: Annotated[str, Meta(max_length=1024)]


class Code(Struct, frozen=True):
    phone: Annotated[str, Meta(max_length=64)]


class NewAccount(Struct, frozen=True):
    phone: Annotated[str, Meta(max_length=64)]
    code: Annotated[str, Meta(max_length=64)]
    password: Annotated[str, Meta(max_length=1024)]


class Email(Struct, frozen=True):
    email: Annotated[str, Meta(max_length=254)]


class Identity(Struct, frozen=True):
    """By the photos that were taken before, or typed in."""

    method: Literal["photos", "manual"]
    name: Annotated[str, Meta(max_length=20_000)] = ""
    id_number: Annotated[str, Meta(max_length=64)] = ""


class Profile(Struct, frozen=True):
    """`photo`: the one-inch picture as base64."""

    kind: Literal["高考生"]
    province: Annotated[str, Meta(min_length=2, max_length=40)]
    candidate_number: Annotated[str, Meta(pattern="^[0-9A-Za-z]{1,30}$")]
    school: Annotated[str, Meta(min_length=1, max_length=200)]
    photo: Annotated[str, Meta(max_length=4 * 2**20)] | None = None


class Practice(Struct, frozen=True):
    event: Literal["begun", "ended"]


class Show(Struct, frozen=True):
    item: Literal["room", "desk", "blank_sheets", "draft_paper", "face"]


class Flag(Struct, frozen=True):
    cause: Literal["screenshot", "screen_recording", "screen_cast", "screen_lock"]


class Heartbeat(Struct, frozen=True):
    beats: Annotated[int, Meta(ge=1, le=1_000_000)] = 1


class Left(Struct, frozen=True):
    cause: Literal[
        "exit", "other_app", "call_answered", "screen_lock", "screenshot", "screen_recording", "screen_cast"
    ]


class Typed(Struct, frozen=True):
    text: Annotated[str, Meta(max_length=20_000)]


class Return(Struct, frozen=True):
    """The same key is the same return, however often it is told."""

    idempotency_key: Name | None = None


class Stop(Struct, frozen=True):
    cause: Literal["finished", "accident", "auto", "interrupted"]


class Pair(Struct, frozen=True):
    """Either the scanned payload, or the typed code with the main phone's account."""

    code: Annotated[str, Meta(max_length=512)] | None = None
    exam_code: Annotated[str, Meta(max_length=64)] | None = None
    account: Annotated[str, Meta(max_length=256)] | None = None


class File(Struct, frozen=True):
    """One file that a phone will upload: `bytes` on the wire, `nominal_bytes` of the recording it stands for."""

    name: Name
    kind: Literal["video", "photo-set"]
    bytes: Size
    nominal_bytes: Size
    sha256: Digest


class Submit(Struct, frozen=True):
    idempotency_key: Name
    files: Annotated[tuple[File, ...], Meta(max_length=64)]


def read(kind: type[Body], body: bytes) -> Body:
    """The body as `kind`; Refusal that says what is wrong. No body at all is an empty object."""
    try:
        return msgspec.json.decode(body.decode().strip() or "{}", type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("bad_request", str(error)[:200]) from error
