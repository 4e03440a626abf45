"""The two apps of the reference system: 小艺帮 on the main phone, 小艺助手 on the aux phone."""

from collections import Counter
from typing import Any

from simulators.apps.aux.app import AUX_BOOK, AuxApp
from simulators.apps.main.app import MAIN_BOOK, MainApp

__all__ = ["AuxApp", "MainApp", "basis"]


def basis() -> dict[str, Any]:
    """How much of the apps is the notice's own text and how much is assumed, with every row."""
    rows = [*MAIN_BOOK.rows(), *AUX_BOOK.rows()]
    kinds, grounds = Counter(row["kind"]["en"] for row in rows), Counter(row["basis"]["en"] for row in rows)
    return {
        "screens": kinds["screen"],
        "transitions": kinds["transition"],
        "text": grounds["text"],
        "assumed": grounds["assumed"],
        "rows": rows,
    }
