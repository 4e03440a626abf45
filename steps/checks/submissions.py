"""Submissions and uploads, by the record and by the status page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from conformance.bench.forms import Probed, Record, Review
from reports.form import Text
from steps.checks.interruptions import ENDS
from steps.checks.records import events, tell
from steps.findings import Finding, View, join, quoted


def submitted_once(records: Sequence[Record], at: datetime | None = None) -> Finding:
    """One submission in the record, at this instant if one is named."""
    return _once("submitted", records, at)


def aux_submitted_once(records: Sequence[Record], at: datetime | None = None) -> Finding:
    """One submission of the auxiliary phone in the record, at this instant if one is named."""
    return _once("aux_submitted", records, at)


def _once(word: str, records: Sequence[Record], at: datetime | None) -> Finding:
    found = events(records, word)
    when, when_zh = ("", "") if at is None else (f" at {at.isoformat()}", f"，时间为 {at.isoformat()}")
    return Finding(
        len(found) == 1 and (at is None or found[0].at == at),
        Text(f"one record “{word}”{when}", f"仅有一条“{word}”记录{when_zh}"),
        tell(found),
    )


def submitted_alone(records: Sequence[Record]) -> Finding:
    """One submission is the only end that the record has."""
    ended = events(records, "submitted", *ENDS)
    return Finding(
        [record.what for record in ended] == ["submitted"],
        Text("one record “submitted” and no other end", "仅有一条“submitted”记录，没有其他终结记录"),
        tell(ended),
    )


def missed_for_good(records: Sequence[Record], answer: Probed) -> Finding:
    """The record ends without a submission, and one is refused as too late."""
    ended = events(records, "submitted", *ENDS)
    return Finding(
        [record.what for record in ended] == ["not_submitted"] and answer.cause == "too_late",
        Text(
            "one record “not_submitted”, and a refusal “too_late”",
            "仅有一条“not_submitted”记录，并因“too_late”被拒绝",
        ),
        join(tell(ended), Text(f"; the answer {answer.cause}", f"；答复 {answer.cause}")),
    )


def aux_submitted_in(subjects: Sequence[int], records: Sequence[Sequence[Record]]) -> Finding:
    """In these subjects (by number, from 0) the auxiliary phone has submitted once, and in no others."""
    numbers = [len(events(own, "aux_submitted")) for own in records]
    return Finding(
        numbers == [int(number in subjects) for number in range(len(records))],
        Text(
            f"one record “aux_submitted” in the subjects {_places(subjects)}",
            f"第{_places(subjects)}科各有一条“aux_submitted”记录",
        ),
        Text(f"records by subject: {numbers}", f"各科记录数：{numbers}"),
    )


def _places(subjects: Sequence[int]) -> str:
    return "、".join(str(number + 1) for number in subjects)


def one_submission_accepted(answers: Sequence[Probed]) -> Finding:
    """Of several answers one accepts, and the others say that this has been submitted already."""
    said = [answer.cause or "accepted" for answer in answers]
    return Finding(
        sorted(said) == ["accepted", *["already_submitted"] * (len(said) - 1)],
        Text(
            "one acceptance, and “already_submitted” for the others",
            "接受其中一次，其余因“already_submitted”被拒绝",
        ),
        quoted(sorted(said)),
    )


def not_submitted(offered: bool, records: Sequence[Record]) -> Finding:
    """The phone lets nothing be submitted, and the record has no submission."""
    return Finding(
        not offered and not events(records, "submitted"),
        Text("no submission, on the phone or in the record", "手机和记录中均没有提交"),
        tell(events(records, "submitted", "refused")),
    )


def aux_not_submitted(records: Sequence[Record]) -> Finding:
    """The record has no submission of the auxiliary phone."""
    return Finding(
        not events(records, "aux_submitted"),
        Text("no record of a submission by the auxiliary phone", "没有辅机提交的记录"),
        tell(events(records, "aux_submitted", "refused")),
    )


HANDED_IN = {"main": "submitted", "aux": "aux_submitted"}
"""The record's word for the submission of each phone."""
File = tuple[str, str, int]
"""A file by the phone that sends it, its name, and its length in bytes."""


def _announced(word: str, records: Sequence[Record]) -> set[File]:
    return {
        (record.device or "", str(file["name"]), int(file["bytes"]))
        for record in events(records, word)
        for file in record.detail.get("files", [])
    }


def _arrived(records: Sequence[Record]) -> set[File]:
    done = events(records, "upload_done")
    return {(record.device or "", str(record.detail["name"]), int(record.detail["bytes"])) for record in done}


def files_arrived(word: str, records: Sequence[Record]) -> Finding:
    """A submission announced all that was recorded, and each file has arrived with the bytes that were announced."""
    announced, arrived = _announced(word, records), _arrived(records)
    spoilt = events(records, "upload_corrupt", "upload_expired")
    missing = _owed(word, records) - _kinds(word, records)
    return Finding(
        not missing and announced <= arrived and not spoilt,
        _names(
            f"{len(_owed(word, records))} kinds of files, these files whole: ",
            "以下文件完整送达：",
            announced,
        ),
        _names("", "", announced & arrived),
    )


def _kinds(word: str, records: Sequence[Record]) -> set[str]:
    return {str(file["kind"]) for record in events(records, word) for file in record.detail.get("files", [])}


def _owed(word: str, records: Sequence[Record]) -> set[str]:
    """What a phone has to hand in: its video, and from the main phone the pages that were photographed."""
    photographed = word == "submitted" and events(records, "photo")
    return {"video", "photo-set"} if photographed else {"video"}


def all_files_arrived(records: Sequence[Record], _has_sheet: bool = True, *, has_aux: bool = True) -> Finding:
    """The files of the exam's phones have arrived whole."""
    main = files_arrived("submitted", records)
    return files_arrived("aux_submitted", records) if has_aux and main.holds else main


def aux_arrived_in_each(records: Sequence[Sequence[Record]]) -> Finding:
    """In every subject, given its records, the auxiliary phone's files have arrived whole."""
    found = [files_arrived("aux_submitted", own) for own in records]
    return next((one for one in found if not one.holds), found[-1])


def files_under_way(word: str, records: Sequence[Record]) -> Finding:
    """At least one file that was announced has not arrived yet."""
    announced, arrived = _announced(word, records), _arrived(records)
    return Finding(
        bool(announced - arrived),
        Text("files still under way", "仍有文件正在上传"),
        _names("arrived: ", "已送达：", arrived),
    )


def _names(en: str, zh: str, files: set[File]) -> Text:
    listed = quoted(sorted(name for _, name, _ in files))
    return Text(f"{en}{listed.en}", f"{zh}{listed.zh}")


def status_under_way(view: View) -> Finding:
    """The status page is there and says that something is still being sent."""
    return Finding(
        view.shown and not _complete(view),
        Text("the status page with a file under way", "“查看提交状态”页面有文件正在上传"),
        quoted(view.texts),
    )


def status_complete(view: View) -> Finding:
    """The status page is there and says of nothing that it is still being sent."""
    return Finding(
        view.shown and _complete(view),
        Text("the status page with every file sent", "“查看提交状态”页面全部文件均已上传"),
        quoted(view.texts),
    )


def _complete(view: View) -> bool:
    return any("100%" in text for text in view.texts) and not any(
        "%" in text and "100%" not in text for text in view.texts
    )


def listed_as(word: str, texts: Sequence[str]) -> Finding:
    """The entry of the exam carries this word."""
    return Finding(
        any(word in text for text in texts),
        Text(f"the exam listed as “{word}”", f"考试状态为“{word}”"),
        quoted(texts),
    )


def missing_shown(cases: Sequence[Review], *, shown: bool) -> Finding:
    """Whether the desk has a case about files that are missing."""
    expected = Text("a case about missing files", "审核台有文件缺失的待办")
    absent = Text("no case about missing files", "审核台没有文件缺失的待办")
    return Finding(
        bool(cases) is shown, expected if shown else absent, quoted(f"{one.kind} {one.id}" for one in cases)
    )
