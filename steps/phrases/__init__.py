"""Closed lists of phrases that sentences choose from: English to (Chinese, meaning)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from steps.phrases import accounts, devices, filming, interruptions, pairing, settings, submission, waiting
from steps.phrases.meanings import Count, Lasting, PhoneClock, Sought

__all__ = ["TABLES", "Count", "Lasting", "PhoneClock", "Sought"]

TABLES: Mapping[str, Mapping[str, tuple[str, Any]]] = {
    "Times": filming.TIMES,
    "Lens": filming.LENS,
    "BrokenOff": filming.BROKEN_OFF,
    "Light": filming.LIGHT,
    "Filmed": filming.FILMED,
    "Phones": pairing.PHONES,
    "Strangers": pairing.STRANGERS,
    "Again": pairing.AGAIN,
    "Because": waiting.BECAUSE,
    "TurnedAway": pairing.TURNED_AWAY,
    "ByHand": pairing.BY_HAND,
    "Badly": pairing.BADLY,
    "WrongClock": waiting.WRONG_CLOCK,
    "ComesBack": pairing.COMES_BACK,
    "FaceBreak": waiting.FACE_BREAK,
    "FaceCheck": waiting.FACE_CHECK,
    "FaceShown": waiting.FACE_SHOWN,
    "Remedy": waiting.REMEDY,
    "Volume": waiting.VOLUME,
    "MockFar": waiting.MOCK_FAR,
    "Taken": waiting.TAKEN,
    "FallsShort": waiting.FALLS_SHORT,
    "Failures": waiting.FAILURES,
    "Pages": submission.PAGES,
    "Astray": submission.ASTRAY,
    "Afterwards": submission.AFTERWARDS,
    "Lasting": interruptions.LASTING,
    "Cut": interruptions.CUT,
    "Often": interruptions.OFTEN,
    "Counted": interruptions.COUNTED,
    "Leaves": interruptions.LEAVES,
    "Capture": interruptions.CAPTURE,
    "Untaken": interruptions.UNTAKEN,
    "Recorded": submission.RECORDED,
    "Paper": devices.PAPER,
    "Handset": devices.HANDSET,
    "Tablet": devices.TABLET,
    "Exam": devices.EXAM,
    "EachExam": devices.EACH_EXAM,
    "Sought": devices.SOUGHT,
    "Aspect": {**devices.ASPECT, **settings.LOOKED_UP},
    "Grade": devices.GRADE,
    "Free": devices.FREE,
    "Role": devices.ROLE,
    "Amiss": settings.AMISS,
    "LookedUp": settings.LOOKED_UP,
    "Holds": settings.HOLDS,
    "Teller": settings.TELLER,
    "Length": settings.LENGTH,
    "Percent": devices.PERCENT,
    "Bars": devices.BARS,
    "TypedCode": accounts.TYPED_CODE,
    "Aged": accounts.AGED,
    "Login": accounts.LOGIN,
    "HowFar": accounts.HOW_FAR,
    "Otherwise": accounts.OTHERWISE,
    "Reason": accounts.REASON,
    "Prepared": accounts.PREPARED,
    "Missing": accounts.MISSING,
    "Opening": accounts.OPENING,
    "Decision": accounts.DECISION,
    "Happened": accounts.HAPPENED,
    "Subject": pairing.SUBJECT,
}

"""The kinds that are closed lists, by the name that a sentence gives them."""
