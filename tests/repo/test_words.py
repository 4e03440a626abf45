"""One word per thing: the glossary, and that no text uses the words it shuts out."""

import re
from pathlib import Path

import pytest

WORD, CHINESE, NEVER = 0, 1, 3
HEADS = {"word", "verdict"}


def _rows(text: str) -> list[list[str]]:
    table = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return [row for row in rows if row[WORD] not in HEADS]


@pytest.fixture(scope="module")
def glossary(root: Path) -> list[list[str]]:
    return _rows((root / "docs" / "glossary.md").read_text(encoding="utf-8"))


def test_each_word_stands_once_in_both_languages(glossary: list[list[str]]) -> None:
    words = [row[WORD] for row in glossary]
    assert len(words) == len(set(words))
    assert all(row[CHINESE] for row in glossary)


def test_no_text_uses_a_word_that_the_glossary_shuts_out(
    glossary: list[list[str]], files: list[Path], root: Path
) -> None:
    shut_out = {word.strip() for row in glossary if len(row) > NEVER for word in row[NEVER].split(",")} - {
        "",
        "never",
    }
    assert shut_out
    # Chinese is written without gaps, so a word of it has no boundary.
    whole = [rf"\b{re.escape(word)}s?\b" if word.isascii() else word for word in sorted(shut_out)]
    pattern = re.compile("|".join(whole), re.IGNORECASE)
    texts = [
        f
        for f in files
        if f.suffix in {".py", ".md", ".feature", ".toml", ".html"} and f.name != "glossary.md"
    ]
    used = {
        str(f.relative_to(root)): found
        for f in texts
        if (found := set(pattern.findall(f.read_text("utf-8"))))
    }
    assert not used
