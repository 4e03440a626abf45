"""What a run says while it goes on."""

import io

import pytest

from conformance.load.running.progress import SELDOM, Progress
from reports.form import Language

LINE = {
    "at": "2023-01-12T09:45:01+08:00",
    "played": 3,
    "requests": 120,
    "rps": 7.5,
    "failures": 0,
    "p95": None,
}


@pytest.mark.parametrize(("lang", "word"), [("en", "candidates done"), ("zh", "已完成 3/10 名考生")])
def test_a_line_of_progress_is_in_the_users_language(lang: Language, word: str) -> None:
    out = io.StringIO()
    Progress(lang, 10, out).show(LINE)
    assert word in out.getvalue()
    assert "09:45:01" in out.getvalue()
    assert "None" not in out.getvalue()


def test_where_nobody_watches_lines_come_seldom() -> None:
    out = io.StringIO()
    progress = Progress("en", 10, out)
    for _ in range(SELDOM + 1):
        progress.show(LINE)
    progress.end()
    assert len(out.getvalue().splitlines()) == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_one_line_is_written_anew_and_left_standing() -> None:
    out = Terminal()
    progress = Progress("en", 10, out)
    progress.show(LINE)
    progress.show(LINE)
    progress.end()
    assert out.getvalue().count("\r") == 2
    assert out.getvalue().count("\n") == 1
