"""Seasons that nobody has published: every number, table and paper at its odd values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

SAID = {"origin": "assumed", "source": "a test"}
NAMES = ("素描", "Rhythmik und Gehörbildung", "पाठ", "Сольфеджио", "𠮷野の歌", "音乐综合知识（乙）")
DAY = datetime.fromisoformat("2024-02-28T09:00:00")
"""The day before a leap day: windows may cross it."""


def term(**values: Any) -> dict[str, Any]:
    return {**values, **SAID}


def limits(**values: int) -> dict[str, Any]:
    return {name: term(value=value) for name, value in values.items()}


def plain() -> dict[str, Any]:
    """A season with one paper and usual numbers."""
    return {
        "id": "plain",
        "edition": "2023.1",
        "zone": "+08:00",
        "title": {"en": "Plain", "zh": "平"},
        "majors": [{"id": "m0", "name": NAMES[0]}],
        "subjects": [
            {
                "id": "paper-0",
                "major": "m0",
                "name": NAMES[0],
                "has_sheet": True,
                "windows": [{"session": "formal", "start": DAY, "end": DAY + timedelta(minutes=40)}],
            }
        ],
        "limits": limits(
            waiting_minutes=15, phones_per_code=3, display_seconds=30, interruption_seconds=120,
            interruptions_allowed=3, face_failures=3, free_storage_bytes=10_000_000_000, sheet_pages=2,
            photo_minutes=10, submit_minutes=10, aux_margin_minutes=5,
        ),
    }  # fmt: skip


@st.composite
def seasons(draw: st.DrawFn) -> dict[str, Any]:
    """The content of a sound season file."""
    cameras = draw(st.sampled_from([1, 2]))
    majors = draw(st.integers(1, 3))
    papers = [
        paper
        for major in range(majors)
        for paper in draw(st.lists(_papers(f"m{major}"), min_size=1, max_size=2))
    ]
    for number, paper in enumerate(papers):
        paper["id"] = f"paper-{number}"
    return {
        "id": "odd",
        "edition": "2023.1",
        "zone": draw(st.sampled_from(["+08:00", "+09:00", "-05:00", "+05:30", "+00:00"])),
        "title": {"en": "Odd", "zh": "奇"},
        "exam": term(cameras=cameras),
        "majors": [{"id": f"m{number}", "name": draw(st.sampled_from(NAMES))} for number in range(majors)],
        "subjects": papers,
        "limits": limits(
            waiting_minutes=draw(st.sampled_from([1, 2, 3, 15, 40, 90])),
            phones_per_code=draw(st.sampled_from([1, 2, 5])),
            display_seconds=draw(st.sampled_from([0, 5, 30, 90])),
            interruption_seconds=draw(st.sampled_from([1, 30, 120, 600])),
            interruptions_allowed=draw(st.sampled_from([0, 1, 3, 5])),
            face_failures=draw(st.sampled_from([1, 3])),
            free_storage_bytes=draw(st.sampled_from([1, 10_000_000_000])),
            sheet_pages=draw(st.sampled_from([1, 2, 12])),
            photo_minutes=draw(st.sampled_from([1, 10, 60])),
            submit_minutes=draw(st.sampled_from([1, 10])),
            aux_margin_minutes=draw(st.sampled_from([1, 5])),
        ),
        "dates": draw(st.sampled_from(_dates())),
    }


def _dates() -> list[Mapping[str, Any]]:
    return [{}, {"confirmation_opens": term(value=DAY - timedelta(days=20))}]


@st.composite
def _papers(draw: st.DrawFn, major: str) -> dict[str, Any]:
    sheet = draw(st.booleans())
    lasts = timedelta(minutes=draw(st.sampled_from([2, 30, 60, 180])))
    mocks = draw(st.integers(0, 3))
    starts = [DAY + timedelta(hours=5 * number) for number in range(mocks + 1)]
    sessions = [*(f"mock-{number + 1}" for number in range(mocks)), "formal"]
    pages = draw(st.sampled_from([{}, {"pages": 1}, {"pages": 12}])) if sheet else {}
    return {
        "major": major,
        "name": draw(st.sampled_from(NAMES)),
        "has_sheet": sheet,
        **pages,
        "windows": [
            {"session": session, "start": start, "end": start + lasts}
            for session, start in zip(sessions, starts, strict=True)
        ],
    }
