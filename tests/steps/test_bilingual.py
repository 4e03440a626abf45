"""One definition, two sentences."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import steps
from steps import bilingual, phrases
from steps.bilingual import Sentence, UntranslatedError
from steps.kinds import KINDS

SHOWS = Sentence("given", "{name} shows the code of {subject:Subject}", "{name}打开{subject}的二维码", "here")
NOUNS = [
    path
    for path in Path(steps.__file__).parent.glob("*.py")
    if "@given" in path.read_text() or "@then" in path.read_text()
]


def test_a_sentence_is_read_in_both_languages() -> None:
    assert SHOWS.meaning("english", "王芳 shows the code of her first subject") == {
        "name": "王芳",
        "subject": 0,
    }
    assert SHOWS.meaning("chinese", "王芳打开第一个科目的二维码") == {"name": "王芳", "subject": 0}


def test_another_sentence_is_not_read() -> None:
    assert SHOWS.parse("english", "王芳 shows the code of her first subject twice") is None
    assert SHOWS.parse("english", "Wang Fang shows the code of her first subject") is None


def test_parameters_are_translated_too() -> None:
    written = SHOWS.parse("english", "王芳 shows the code of her first subject")
    assert written is not None
    assert SHOWS.translate(written) == "王芳打开第一个科目的二维码"


def test_a_sentence_of_nobody_has_no_chinese() -> None:
    with pytest.raises(UntranslatedError, match="found none"):
        bilingual.chinese("the moon is made of cheese")


@pytest.mark.parametrize("name", phrases.TABLES)
def test_phrases_of_a_kind_differ_in_meaning_and_in_both_languages(name: str) -> None:
    table = phrases.TABLES[name]
    assert len({repr(meaning) for _, meaning in table.values()}) == len(table)
    assert len({chinese for chinese, _ in table.values()}) == len(table)
    for english, (chinese, meaning) in table.items():
        assert KINDS[name].translate(english) == chinese
        assert KINDS[name].read(english) == KINDS[name].read(chinese) == meaning


@pytest.mark.parametrize("path", NOUNS, ids=lambda path: path.stem)
def test_a_step_is_one_line(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name == "_":
            assert len(node.body) == 1, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("path", NOUNS, ids=lambda path: path.stem)
def test_a_then_judges_or_observes_and_nothing_else_does(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            words = {ast.unparse(one).split("(")[0] for one in node.decorator_list}
            assert (ast.unparse(node.body[0]).startswith(("judge(", "observe("))) == (words == {"then"}), (
                f"{path.name}:{node.lineno}"
            )
