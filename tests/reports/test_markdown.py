"""Markdown for a forge: what comes from outside is text there, and tables keep their columns."""

import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import form, markup
from reports.markdown import MARKS, MOST, markdown
from tests.reports.hostile import NAMES
from tests.reports.sample import sample
from tests.reports.sample_rules import rule

BAR = re.compile(r"(?<!\\)\|")


def test_every_verdict_has_a_mark() -> None:
    assert set(MARKS) == set(get_args(form.Verdict))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_banner_comes_first_then_verdict_counts_and_what_failed(
    tmp_path: Path, language: form.Language
) -> None:
    text = markdown(sample(tmp_path), language)
    assert text.index("不涉及任何厂商的产品") < text.index("no vendor's product") < text.index("PAIR-03")
    assert text.index("| ❌") < text.index("PAIR-03")
    assert "PAIR-01" not in text, "what was kept need not be looked at"
    assert ("第四部手机未被拒绝" in text) is (language == "zh")


def test_a_failure_has_what_was_expected_and_seen_and_a_command_to_paste(tmp_path: Path) -> None:
    results = sample(tmp_path)
    text = markdown(results, "zh")
    assert "- 预期：拒绝，原因：二维码绑定已满" in text
    assert f"```\n{results.scenarios[0].rerun}\n```" in text


def test_a_fault_of_the_lab_and_what_the_lists_say_are_told(tmp_path: Path) -> None:
    known = form.KnownFailure(
        rule="PAIR-03", reason=form.Text("it is being mended", "正在修复"), owner="李工"
    )
    text = markdown(
        sample(
            tmp_path,
            known_failures=(known,),
            notices=(form.Text("a waiver ends soon", "豁免即将到期"),),
            lab_fault=form.Text("the app changed", "应用有变化"),
        ),
        "zh",
    )
    for words in ("正在修复", "豁免即将到期", "应用有变化"):
        assert words in text


def test_of_very_many_the_rest_is_counted(tmp_path: Path) -> None:
    rows = tuple(rule(f"PAIR-{number}", "x", "x", verdict="FAIL") for number in range(100, 103 + MOST))
    text = markdown(sample(tmp_path, rules=rows, scenarios=()), "en")
    assert "and 3 more in the full report" in text


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_text_opens_a_cell_a_tag_a_mention_or_a_line(name: str) -> None:
    shown = markup.escaped(name)
    assert not BAR.search(shown)
    assert not set("<>@\n\r") & set(shown)
    assert not re.match(r"#|-|\d+[.)]", shown)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_a_code_span_ends_where_it_should(name: str) -> None:
    shown = markup.code(name)
    if not shown:
        return
    fence = re.match("`+", shown)
    assert fence is not None
    inner = shown[len(fence[0]) : -len(fence[0])]
    assert shown.endswith(fence[0])
    assert not re.search(rf"(?<!`){fence[0]}(?!`)", inner)
    assert "|" not in shown


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=1, max_size=4))
def test_a_row_has_as_many_cells_as_its_head(cells: list[str]) -> None:
    head = ["x"] * len(cells)
    for line in markup.table(head, [[markup.escaped(cell) for cell in cells]])[:-1]:
        assert len(BAR.findall(line)) == len(cells) + 1


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_pasted_command_cannot_leave_its_fence(name: str) -> None:
    opened, body, closed, _ = markup.block(f"```\n{name}\n````")
    assert opened == closed
    assert opened not in body
