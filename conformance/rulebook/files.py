"""What `examgate rules` writes: the rulebook, and the letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from conformance.catalogue import Catalogue
from conformance.rulebook import book, letters, page, printing
from conformance.running.outdir import DEFAULT, no_room
from conformance.season import Season
from conformance.sentences import stepbook
from conformance.sentences.suite import Suite
from reports.form import Language

STEPS = ("steps",)


def rulebook(rules: Catalogue, features: Suite, season: Season, lang: Language, out: str) -> Path:
    """Write the rulebook in one language; where it lies. Stopped where it cannot be written."""
    path = Path(out) if out else DEFAULT / f"rules-{season.id}.{lang}.html"
    stepbook.book(STEPS)  # so that every sentence has its Chinese
    found = book.book(rules, features, season, stepbook.translate)
    return _write(path, partial(_text, page.page(found, lang)))


def questions(season: Season, out: str) -> Iterator[Path]:
    """Write both letters in both languages, as pages and as Word documents; where each lies."""
    # Imported when it is needed: no other command pays for it.
    from conformance.rulebook import paper

    folder = Path(out) if out else DEFAULT / f"questions-{season.id}"
    for one in letters.letters(season):
        stem = folder / f"{one.to}.{one.lang}"
        html = printing.render("letter.html.j2", one.lang, letter=one, words=letters.WORDS)
        yield _write(stem.with_name(f"{stem.name}.html"), partial(_text, html))
        yield _write(stem.with_name(f"{stem.name}.docx"), partial(paper.write, one))


def _text(said: str, path: Path) -> None:
    path.write_text(said, encoding="utf-8", newline="\n")


def _write(path: Path, write: Callable[[Path], None]) -> Path:
    with no_room(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path)
    return path
