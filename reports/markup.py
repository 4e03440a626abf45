"""Markdown as every forge shows it: what comes from outside is text there and nothing else.

A name may hold a table's bar, a heading, HTML, a mention or a command of the forge; ours are escaped, and a foreign
string is a code span, in which nothing is a mention or a link.
"""

import re
from collections.abc import Iterable, Sequence

from reports.form import Language, Said, Text
from reports.visible import one_line

LONGEST = 400
_MARKS = re.compile(r"([\\`*_\[\]<>#|~&@])")
_ENTITIES = {"@": "&#64;", "&": "&amp;", "<": "&lt;", ">": "&gt;"}
"""Forges read these through a backslash: as a mention, an entity or a tag."""


def escaped(text: str, limit: int = LONGEST) -> str:
    """A text of one line that shows as it is written."""
    line = _MARKS.sub(_escape, one_line(text, limit))
    return re.sub(r"^(\d+)([.)])|^-", _first, line)


def code(text: str, limit: int = LONGEST) -> str:
    """A text of one line as a code span; a bar in it breaks no table."""
    line = one_line(text, limit).replace("|", "¦")
    if not line:
        return ""
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{gap}{line}{gap}{fence}"


def said(what: Said, language: Language) -> str:
    """A sentence of ours in this language, or a foreign string as a quotation."""
    return escaped(what.within(language)) if isinstance(what, Text) else code(what)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table's lines; its cells are Markdown already. Nothing where there are no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines, ""] if lines else []


def block(text: str) -> list[str]:
    """Lines to be pasted, which a fence keeps as they are."""
    fence = "`" * max(3, max((len(run) + 1 for run in re.findall("`+", text)), default=0))
    return [fence, text, fence, ""]


def _escape(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[1], f"\\{match[1]}")


def _first(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else "\\-"
