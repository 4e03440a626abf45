"""The summary in the terminal."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from reports import form
from reports.terminal import AT_MOST, summary
from tests.reports.hostile import NAMES
from tests.reports.sample import sample
from tests.reports.sample_rules import rule


def printed(results: form.Results, lang: form.Language, width: int = 100) -> str:
    out = StringIO()
    summary(results, lang, Console(file=out, width=width, force_terminal=False))
    return out.getvalue()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_banner_comes_first_in_both_languages(tmp_path: Path, lang: form.Language) -> None:
    lines = printed(sample(tmp_path), lang).splitlines()
    assert "不涉及任何厂商的产品" in lines[1]
    assert "no vendor's product" in lines[2]


def test_a_failure_has_what_was_expected_and_seen_and_a_command_in_one_piece(tmp_path: Path) -> None:
    results = sample(tmp_path)
    text = printed(results, "zh", width=40)
    assert "不符合" in text
    assert "预期：拒绝，原因：二维码绑定已满" in text
    assert "实际：作为第四部手机绑定成功" in text
    assert f"$ {results.scenarios[0].rerun}\n" in text


def test_the_gravest_rule_stands_before_the_others(tmp_path: Path) -> None:
    text = printed(sample(tmp_path), "en")
    assert text.index("PAIR-03") < text.index("WAIT-04") < text.index("SUB-03") < text.index("PAIR-04")


def test_in_chinese_no_english_sentence_is_left(tmp_path: Path) -> None:
    text = printed(sample(tmp_path), "zh").replace("This run judged examgate's own reference system", "")
    assert "expected" not in text.lower()
    assert "rules" not in text.lower().replace("run --rules", "")


def test_many_are_cut_with_a_note(tmp_path: Path) -> None:
    rows = tuple(rule(f"PAIR-{number}", "x", "x", verdict="FAIL") for number in range(10, 15 + AT_MOST))
    assert "and 5 more in the full report" in printed(sample(tmp_path, rules=rows, scenarios=()), "en")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_reaches_the_terminal_as_text(tmp_path: Path, name: str) -> None:
    row = rule("PAIR-01", f"[bold]{name}", f"[bold]{name}", verdict="FAIL", reason=form.Text(name, name))
    text = printed(sample(tmp_path, rules=(row,), scenarios=()), "en")
    assert "[bold]" in text
    assert not set(text) & {chr(code) for code in (*range(10), *range(11, 32), *range(127, 160), 0x202E)}
