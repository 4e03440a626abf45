"""Uploads: what is acknowledged stays, arrives whole, and is what was handed in (UPLD)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from conformance.load.audit.case import Case
from conformance.load.audit.forms import Breach, Record
from conformance.load.told import Told
from reports.form import Text

OFFSETS = ("uploadBytes", "uploadOffset")


def offsets(case: Case) -> Iterator[Breach]:
    """Of two answers, the later tells no smaller offset than the earlier, and none tells more than the file has."""
    for told in by_upload(case).values():
        told = sorted(told, key=lambda one: one.answered or "")
        ends = [one.answered or "" for one in told]
        highest = list(accumulate(told, _further))
        for one in told:
            known = bisect_left(ends, one.sent)
            if known and _offset(highest[known - 1]) > _offset(one):
                before = highest[known - 1]
                yield Breach(
                    "UPLD-11",
                    Text(
                        f"the upload stood at {_offset(before)} and then at {_offset(one)}",
                        f"上传进度由 {_offset(before)} 字节退至 {_offset(one)} 字节",
                    ),
                    (),
                    (before, one),
                )
            if _offset(one) > one.detail.get("length", _offset(one)):
                yield Breach(
                    "UPLD-11",
                    Text(
                        f"{_offset(one)} of {one.detail['length']} bytes were acknowledged",
                        f"文件共 {one.detail['length']} 字节，却确认收到 {_offset(one)} 字节",
                    ),
                    (),
                    (one,),
                )


def arrived(case: Case) -> Iterator[Breach]:
    """What was acknowledged to its last byte is on record as arrived, or told to be other bytes than announced."""
    ends = {str(one.detail.get("upload")) for one in case.named("upload_done", "upload_corrupt")}
    for upload, told in by_upload(case).items():
        last = next((one for one in told if one.op == "uploadBytes" and _complete(one)), None)
        if last is not None and upload not in ends:
            yield Breach(
                "UPLD-07" if "binding" in last.detail or last.user.endswith("aux") else "UPLD-06",
                Text(
                    "every byte was acknowledged, and the platform has no whole file",
                    "全部字节均已确认收到，平台却没有完整的文件",
                ),
                tuple(one for one in case.named("upload_started") if one.detail.get("upload") == upload),
                (last,),
            )


def whole(case: Case) -> Iterator[Breach]:
    """A file whose bytes were sent as they are arrives as it is."""
    spoilt = {one.detail.get("upload") for one in case.told if one.detail.get("spoilt")}
    for one in case.named("upload_corrupt"):
        if one.detail.get("upload") not in spoilt:
            yield Breach(
                "UPLD-11",
                Text(
                    "the file that arrived is not the one that was sent",
                    "送达的文件与发送的文件不一致",
                ),
                (one,),
                tuple(
                    told
                    for told in case.asked(*OFFSETS)
                    if told.detail.get("upload") == one.detail.get("upload")
                ),
            )


def announced(case: Case) -> Iterator[Breach]:
    """Only files that a submission has named are taken, after it, with the length that it gave, and each once."""
    done: set[tuple[Any, Any]] = set()
    for one in case.named("upload_started", "upload_done"):
        file = (one.detail.get("binding"), one.detail.get("name"))
        named = [said for said in case.before(one, "submitted", "aux_submitted") if _names(said, one)]
        if not named:
            yield Breach(
                "UPLD-11",
                Text(
                    f"{file[1]} was taken, which no submission has named with that length",
                    f"提交内容中没有该长度的文件 {file[1]}，平台却予以接收",
                ),
                (*case.before(one, "submitted", "aux_submitted"), one),
            )
        if one.what == "upload_done" and file in done:
            yield Breach(
                "UPLD-11",
                Text(f"{file[1]} arrived twice", f"文件 {file[1]} 重复接收"),
                tuple(other for other in case.named("upload_done") if other.detail.get("name") == file[1]),
            )
        done |= {file} if one.what == "upload_done" else set()


def by_upload(case: Case) -> dict[str, list[Told]]:
    """The answers that told an offset, by upload."""
    found: dict[str, list[Told]] = {}
    for one in case.accepted(*OFFSETS):
        if "upload" in one.detail and "offset" in one.detail:
            found.setdefault(str(one.detail["upload"]), []).append(one)
    return found


def _further(one: Told, other: Told) -> Told:
    return max(one, other, key=_offset)


def _offset(one: Told) -> int:
    return int(one.detail["offset"])


def _complete(one: Told) -> bool:
    return "length" in one.detail and _offset(one) == one.detail["length"]


def _names(said: Record, upload: Record) -> bool:
    if said.detail.get("binding") != upload.detail.get("binding"):
        return False
    same = {"name": upload.detail.get("name"), "bytes": upload.detail.get("bytes")}
    return any(same.items() <= file.items() for file in said.detail.get("files", ()))
