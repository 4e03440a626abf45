"""Makes strings from outside harmless without hiding what was in them.

Names and texts come from the product under test, so they may hold terminal escapes, characters that XML forbids,
halves of surrogate pairs, or marks that turn the direction of the text around them. Each such character is spelt
out; everything else stays as it was, and markup is the business of whoever escapes for HTML, XML or the terminal.
"""

import re
from typing import Any

_SPELT = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls: escapes of terminals, and what XML 1.0 cannot hold
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks of direction, and what overrides it
    "\ud800-\udfff\ufffe\uffff"  # no characters at all
    "]"
)


def visible(text: str) -> str:
    """``text`` with every dangerous character spelt out: ESC as ``⟨U+001B⟩``."""
    return _SPELT.sub(_spell, text.replace("\r\n", "\n"))


def one_line(text: str, limit: int = 400) -> str:
    """``visible`` on one line, cut after ``limit`` characters with a note of the full length."""
    line = " ".join(visible(text).split())
    return line if len(line) <= limit else f"{line[:limit]}… ({len(line)})"


def all_visible(value: Any) -> Any:
    """Plain JSON data with every string, keys too, made visible."""
    match value:
        case str():
            return visible(value)
        case dict():
            return {visible(str(key)): all_visible(item) for key, item in value.items()}
        case list() | tuple():
            return [all_visible(item) for item in value]
    return value


def _spell(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
