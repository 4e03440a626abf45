"""tus 1.0.0 over the uploads, without any socket: creation, checksum, expiration, termination."""

import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import partial

from simulators.platform.accounts import Caller
from simulators.platform.call import Answer, Call, Later, Step
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.submission import announced
from simulators.platform.uploads import LIFETIME, Upload, alive

VERSION = "1.0.0"
MAX_SIZE = 2**40
CHECKSUMS: Mapping[str, Callable[[bytes], bytes]] = {
    "sha1": lambda data: hashlib.sha1(data, usedforsecurity=False).digest(),
    "sha256": lambda data: hashlib.sha256(data).digest(),
}
HEADERS = {"Tus-Resumable": VERSION}
OFFER = {
    **HEADERS,
    "Tus-Version": VERSION,
    "Tus-Extension": "creation,checksum,expiration,termination",
    "Tus-Max-Size": str(MAX_SIZE),
    "Tus-Checksum-Algorithm": ",".join(CHECKSUMS),
}


def options(_house: House, _call: Call) -> Answer:
    return Answer(status=204, headers=OFFER)


def create(house: House, call: Call) -> Answer:
    """Only a file that this phone's submission announced, with the same length and digest (C36, R274)."""
    speaks(call)
    caller, length = call.known, number(call, "upload-length")
    if length > MAX_SIZE:
        raise Refusal("too_large")
    told = metadata(call.headers.get("upload-metadata", ""))
    sitting, name = told.get("sitting", ""), told.get("name", "")
    _announced(house, call, sitting, {"name": name, "bytes": length, "sha256": told.get("sha256")})
    before = house.uploads.of_file(sitting, caller.binding, name, call.at)
    if before is not None and before.state == "done":
        raise Refusal("already_uploaded")
    upload = Upload(
        upload=house.uploads.fresh_id(sitting),
        sitting=sitting,
        binding=caller.binding,
        account=caller.account,
        device=call.device,
        name=name,
        length=length,
        sha256=told["sha256"],
        expires=call.at + LIFETIME,
    )
    made = house.uploads.create(upload, call.at)
    if made.state == "corrupt":
        raise Refusal("bad_checksum")
    return Answer(status=201, headers=_headers(made) | {"Location": f"/api/v1/uploads/{made.upload}"})


def head(house: House, call: Call) -> Step:
    """The bytes that are safe. A connection that still appends is cut off, so that the answer stays true."""
    speaks(call)
    upload = mine(house, call)
    house.uploads.take(upload.upload)
    offset = house.disk.offset(upload.upload)
    if house.disk.is_settled(upload.upload, offset):
        return _stands(upload, offset)
    return Later(partial(house.disk.settle, upload.upload), lambda _: _stands(upload, offset))


def _stands(upload: Upload, offset: int) -> Answer:
    sizes = {"Upload-Offset": str(offset), "Upload-Length": str(upload.length), "Cache-Control": "no-store"}
    return Answer(headers=_headers(upload) | sizes)


def terminate(house: House, call: Call) -> Answer:
    speaks(call)
    upload = mine(house, call)
    if upload.state == "done":
        raise Refusal("already_uploaded")
    house.uploads.take(upload.upload)
    house.uploads.terminate(upload, call.at)
    return Answer(status=204, headers=HEADERS)


def speaks(call: Call) -> None:
    """Refusal unless the client speaks this version."""
    if call.headers.get("tus-resumable") != VERSION:
        raise Refusal("tus_version")


def mine(house: House, call: Call) -> Upload:
    """The upload that the address names; Refusal where it is another phone's or is gone.

    Whose it is comes first: that another candidate's has ended is not told either.
    """
    found, caller = house.uploads.current(call.params["upload"]), call.known
    if found is None or (found.account, found.binding) != (caller.account, caller.binding):
        raise Refusal("not_found")
    call.about = found.sitting
    upload = alive(house.uploads.by(found, call.at))
    if upload.device != call.device:
        raise Refusal("other_phone")
    return upload


def number(call: Call, header: str) -> int:
    """A count of bytes in a header; Refusal where it is none."""
    text = call.headers.get(header, "")
    if not (text.isascii() and text.isdigit() and len(text) < 20):
        raise Refusal("bad_request", f"{header} must be a number of bytes")
    return int(text)


def metadata(header: str) -> dict[str, str]:
    """Upload-Metadata as text; Refusal where it is not base64 of UTF-8."""
    pairs = (part.strip().split(" ", 1) for part in header.split(",") if part.strip())
    try:
        return {
            pair[0]: base64.b64decode(pair[1], validate=True).decode() if len(pair) == 2 else ""
            for pair in pairs
        }
    except (binascii.Error, UnicodeDecodeError) as error:
        raise Refusal("bad_request", "Upload-Metadata must hold keys with base64 of UTF-8") from error


def checksum(header: str) -> tuple[Callable[[bytes], bytes], bytes]:
    """The algorithm of an Upload-Checksum and the digest that it must give."""
    name, _, digest = header.partition(" ")
    if name not in CHECKSUMS:
        raise Refusal("bad_request", f"Upload-Checksum: algorithm must be one of {', '.join(CHECKSUMS)}")
    try:
        return CHECKSUMS[name], base64.b64decode(digest, validate=True)
    except binascii.Error as error:
        raise Refusal("bad_request", "Upload-Checksum: the digest is not base64") from error


def taken(upload: Upload, offset: int) -> Answer:
    """The answer to bytes that are safe."""
    return Answer(status=204, headers=_headers(upload) | {"Upload-Offset": str(offset)})


def _announced(house: House, call: Call, sitting: str, file: Mapping[str, object]) -> None:
    caller: Caller = call.known
    seat = house.seats.find(sitting)
    if seat is None or seat.account != caller.account or caller.sitting not in (None, sitting):
        raise Refusal("not_found")
    call.about = sitting
    case = house.desk.look(seat, call.at, from_main=caller.binding is None)
    files = announced(case, caller.binding)
    if files is None:
        raise Refusal("not_submitted")
    done = case.sitting.submission
    if caller.binding is None and done is not None and done.device != call.device:
        raise Refusal("other_phone")
    if not any(all(row.get(key) == value for key, value in file.items()) for row in files):
        raise Refusal("not_announced")


def _headers(upload: Upload) -> dict[str, str]:
    return HEADERS | ({} if upload.state == "done" else {"Upload-Expires": _http_date(upload.expires)})


def _http_date(instant: datetime) -> str:
    return format_datetime(instant.astimezone(UTC), usegmt=True)
