"""`examgate rules --html`: the catalogue as a document, in one language."""

from __future__ import annotations

from conformance import document
from conformance.rulebook import printing
from conformance.rulebook.book import Book
from reports.form import Language, Text


def page(book: Book, lang: Language) -> str:
    """The whole page; it needs no network and runs no script."""
    return printing.render(
        "rulebook.html.j2",
        lang,
        book=book,
        title=Text(**book.season.title).within(lang),
        levels=document.levels(),
    )
