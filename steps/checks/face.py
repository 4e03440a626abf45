"""Face checks: what the record says of them, what the voice said, and what the candidate was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from conformance.bench.forms import Record
from reports.form import Text
from steps.checks.records import events, tell
from steps.checks.screens import SHOWS
from steps.findings import Finding, join, quoted

PASSED, FAILED = ("face_passed", "account_face_passed"), ("face_failed", "account_face_failed")


def face_passed(records: Sequence[Record]) -> Finding:
    """The face check passed, at once."""
    found = events(records, *PASSED, *FAILED)
    return Finding(
        len(found) == 1 and found[0].what in PASSED,
        Text("one face check, and it passed", "人脸验证一次通过"),
        tell(found),
    )


def face_passed_on_prompt(prompts: Sequence[Mapping[str, Any]], records: Sequence[Record]) -> Finding:
    """The candidate heard words from the app, and the face check passed."""
    heard = [str(one["words"]) for one in prompts if one["audible"] and str(one["words"]).strip()]
    passed = face_passed(records)
    return Finding(
        bool(heard) and passed.holds,
        join(Text("a voice prompt that can be heard;", "可听见的语音提示；"), passed.expected),
        join(Text("heard:", "听到："), quoted(heard), Text("; in the record:", "；平台记录："), passed.seen),
    )


def face_failed_for(label: str, texts: Sequence[str], records: Sequence[Record]) -> Finding:
    """The face check failed, and the phone says what to do about it."""
    found = events(records, *PASSED, *FAILED)
    told = any(label in text for text in texts)
    return Finding(
        told and [record.what in FAILED for record in found] == [True],
        Text(f"a face check that failed, with “{label}” on the phone", f"人脸验证未通过，主机显示“{label}”"),
        join(tell(found), SHOWS, quoted(texts)),
    )
