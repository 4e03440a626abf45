"""A file that cannot be used is explained in the user's language, and in Chinese without a sentence of English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w

import contracts
from conformance import cli, season, tomlfile
from conformance.faults import FileError
from tests.conformance.conftest import TINY

SEASON = (Path(season.__file__).parents[1] / "seasons" / "zjcm-2023.toml").read_text(encoding="utf-8")
TARGET = (TINY / "tiny.toml").read_text(encoding="utf-8")
RULES = """
[[rules]]
id = "TINY-01"
level = "MUST"
answers_for = "vendor"
harm = 1
basis = "text"
binds = ["platform"]
source = { section = "Manual", line = 1 }
title = { en = "Rule", zh = "规则" }
atoms = ["R001"]
method = "scenario"
"""

FILES = {
    "season": SEASON,
    "target": TARGET,
    "rules": RULES,
}
COMMANDS = {
    "season": (("run", "--season"), ("simulate", "--season")),
    "target": (("run", "--target"),),
    "rules": (("run", "--catalogue"), ("rules", "--catalogue")),
}
FAULTS = tomllib.loads(Path(__file__).with_name("faults.toml").read_text(encoding="utf-8"))

ENGLISH = re.compile(r"[A-Za-z']+,? [A-Za-z']+")
VALUES = ("MUST NOT", "SHOULD NOT", "main app")
QUOTATIONS = re.compile(r"原文：.*|“[^”]*”")


def english(said: str) -> list[str]:
    """The English sentences of ours in a Chinese text; values, keys and quotations are none."""
    own = QUOTATIONS.sub("", said)
    for words in VALUES:
        own = own.replace(words, "")
    return ENGLISH.findall(own)


def write(folder: Path, case: str) -> tuple[str, Path]:
    kind, old, new = (FAULTS[case][key] for key in ("file", "old", "new"))
    assert old in FILES[kind]
    path = folder / "bad.toml"
    path.write_text(FILES[kind].replace(old, new, 1), encoding="utf-8")
    return kind, path


def told(folder: Path, case: str, lang: str, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    kind, path = write(folder, case)
    for words in COMMANDS[kind]:
        assert cli.main([*words, str(folder if kind == "rules" else path), "--lang", lang]) == 3
        said = capsys.readouterr()
        assert said.out == ""
        yield said.err


@pytest.mark.parametrize("case", FAULTS)
def test_the_english_says_what_was_found_and_expected(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for said in told(tmp_path, case, "en", capsys):
        assert said == f"examgate: a file cannot be used\n{tmp_path / 'bad.toml'}: {FAULTS[case]['said']}\n"


@pytest.mark.parametrize("case", FAULTS)
def test_the_chinese_holds_no_english_sentence(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for said in told(tmp_path, case, "zh", capsys):
        head, *lines = said.splitlines()
        assert head == "examgate：文件无法使用，请按下列各条改正后重新执行命令"
        assert all(line.startswith(f"文件 {tmp_path / 'bad.toml'}") for line in lines)
        assert all("现为：" in line and "；要求：" in line for line in lines)
        assert english(said) == []


def test_a_catalogue_without_chapters_is_said_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["rules", "--catalogue", str(tmp_path), "--lang", "zh"]) == 3
    said = capsys.readouterr().err
    assert "要求：至少有一章规则。" in said
    assert english(said) == []


def test_a_rule_and_an_atom_given_twice_are_said_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.toml").write_text(RULES + RULES, encoding="utf-8")
    assert cli.main(["rules", "--catalogue", str(tmp_path), "--lang", "zh"]) == 3
    said = capsys.readouterr().err
    assert said.count("在整个规则目录中不得重复") == 2
    assert english(said) == []


# --- what the schemas say ----------------------------------------------------------------------------------


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _parts(inner)


@pytest.mark.parametrize("name", ["season", "target", "rule"])
def test_every_description_of_a_schema_has_its_chinese(name: str) -> None:
    described = [part for part in _parts(contracts.schema(name)) if isinstance(part.get("description"), str)]
    assert described
    assert [part["description"] for part in described if not part.get("x-zh")] == []
    assert [found for part in described for found in english(part["x-zh"])] == []


KEYWORDS: dict[str, tuple[dict[str, Any], object, str]] = {
    "type": ({"type": "boolean"}, 1, "true 或 false"),
    "enum": ({"enum": ["a", "b"]}, "c", "限填 a、b"),
    "const": ({"const": "a"}, "c", "a"),
    "pattern": ({"pattern": "^a$"}, "c", "符合正则表达式 ^a$ 的文本"),
    "minimum": ({"minimum": 2}, 1, "不小于 2 的数"),
    "maximum": ({"maximum": 2}, 3, "不大于 2 的数"),
    "exclusiveMinimum": ({"exclusiveMinimum": 2}, 2, "大于 2 的数"),
    "exclusiveMaximum": ({"exclusiveMaximum": 2}, 2, "小于 2 的数"),
    "minLength": ({"minLength": 2}, "c", "至少 2 个字符"),
    "maxLength": ({"maxLength": 2}, "ccc", "至多 2 个字符"),
    "minItems": ({"minItems": 2}, [1], "至少 2 项"),
    "maxItems": ({"maxItems": 2}, [1, 2, 3], "至多 2 项"),
    "minProperties": ({"minProperties": 1}, {}, "至少 1 项"),
    "uniqueItems": ({"uniqueItems": True}, [1, 1], "各项不得重复"),
    "not": ({"not": {}}, 1, "不得填写"),
    "required": ({"required": ["b"]}, {}, "须填写"),
    "additionalProperties": (
        {"properties": {"b": {}}, "additionalProperties": False},
        {"c": 1},
        "限填 b",
    ),
    "any other": ({"multipleOf": 2}, 1, "符合格式要求的内容"),
}


@pytest.mark.parametrize(("schema", "content", "expected"), KEYWORDS.values(), ids=KEYWORDS)
def test_a_value_that_no_schema_describes_is_explained_by_the_keyword(
    schema: dict[str, Any], content: object, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "any.toml"
    path.write_text(tomli_w.dumps({"a": content}), encoding="utf-8")
    monkeypatch.setattr(contracts, "schema", lambda _name: {"properties": {"a": schema}})
    with pytest.raises(FileError) as error:
        tomlfile.read(path, "any")
    (fault,) = error.value.faults
    assert fault.expected.zh == expected
    assert english(fault.zh) == []
