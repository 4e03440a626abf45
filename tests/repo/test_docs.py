"""The documents keep up with the code: links, commands, decisions, and both languages of the front page."""

import re
from pathlib import Path
from typing import Any

import pytest

from conformance import cli
from conformance.commands import run

LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"^\s*(?:\$ )?\./examgate ([a-z-]+)", re.MULTILINE)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FRONT = ("README.md", "README.zh-CN.md")


def test_every_link_leads_somewhere(files: list[Path], root: Path) -> None:
    pages = [f for f in files if f.suffix == ".md"]
    targets = [(page, link) for page in pages for link in LINK.findall(page.read_text(encoding="utf-8"))]
    local = [(page, link) for page, link in targets if "://" not in link and not link.startswith("mailto:")]
    broken = [
        f"{page.relative_to(root)} -> {link}" for page, link in local if not (page.parent / link).exists()
    ]
    assert not broken


def test_every_runtime_library_has_a_page_that_says_why(pyproject: dict[str, Any], root: Path) -> None:
    pages = "".join(p.read_text(encoding="utf-8") for p in (root / "docs" / "decisions").glob("0*.md"))
    names = [re.split(r"[<>=]", requirement)[0] for requirement in pyproject["project"]["dependencies"]]
    assert [name for name in names if f"`{name}`" not in pages] == []


def test_every_decision_is_in_the_list_and_gives_its_figure(root: Path) -> None:
    folder = root / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    for page in sorted(folder.glob("0*.md")):
        text = page.read_text(encoding="utf-8")
        assert f"({page.name})" in listed
        for part in ("**Question.**", "**Chosen.**", "**The figure.**", "**Not chosen.**", "**Look again**"):
            assert part in text, f"{page.name} lacks {part}"


@pytest.mark.parametrize("page", FRONT)
def test_the_front_page_shows_the_same_commands_in_both_languages(page: str, root: Path) -> None:
    blocks = [
        [code for _, code in FENCE.findall((root / name).read_text(encoding="utf-8"))] for name in FRONT
    ]
    plain = [[re.sub(r"\s*#.*", "", code) for code in codes] for codes in blocks]
    assert plain[0] == plain[1]
    assert COMMAND.search((root / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", FRONT)
def test_every_command_and_option_of_the_front_page_exists(page: str, root: Path) -> None:
    text = (root / page).read_text(encoding="utf-8")
    commands = set(re.findall(r"\./examgate ([a-z]+)", text))
    assert commands <= set(cli.COMMANDS)
    options = set(re.findall(r"^\| `(-{1,2}[a-z][a-z-]*)", text, re.MULTILINE))
    assert options
    assert options <= {option.name for option in run.FORM.options}


def test_architecture_is_one_page(root: Path) -> None:
    assert len((root / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 60
