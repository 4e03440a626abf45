"""How wide text is, where it breaks into lines, and what of it can be drawn at all.

The glyphs are those that OpenCV 5 carries with it; they cover Chinese and Latin. Marks that steer direction
are dropped and what has no glyph becomes a box, so that no text reaches beyond its own lines.
"""

import unicodedata
from functools import lru_cache

import cv2

FONT = cv2.FontFace("sans")
OTHER_FONT = cv2.FontFace("uni")
"""What stands for any font but the system's own; its letters are as wide, or narrower."""
REFERENCE = 64
"""The size in pixels at which a character is measured once."""
REPEATS = 8
FIRST_IDEOGRAPH, LAST_IDEOGRAPH = "一", "鿿"
LINE_HEIGHT = 1.45
ELLIPSIS = "…"
BOX = "□"
NOT_FIRST = "，。、；：！？）》】”’…,.;:!?)]"
"""What closes never begins a line: the character before it goes down with it."""
LONGEST_LINE = 400
"""No screen shows more characters in one line; what follows is not measured."""


@lru_cache(maxsize=8192)
def advance(character: str) -> float:
    """The width of a character as a part of the text's size; all ideographs are as wide as one."""
    if FIRST_IDEOGRAPH < character <= LAST_IDEOGRAPH:
        return advance(FIRST_IDEOGRAPH)
    _, _, width, _ = cv2.getTextSize((0, 0), character * REPEATS, (0, 0), FONT, REFERENCE, 400)
    return float(width) / REPEATS / REFERENCE if width else 0.3


@lru_cache(maxsize=8192)
def drawable(character: str) -> str:
    """The character itself, a space, a box, or nothing for a mark without a shape."""
    if character in "\n\r":
        return "\n"
    if unicodedata.category(character) in ("Cc", "Cf", "Mn", "Me", "Cs"):
        return " " if character == "\t" else ""
    plain = (
        ord(character) < 0x3100 or 0x3400 <= ord(character) <= 0x9FFF or 0xFE30 <= ord(character) <= 0xFFEF
    )
    if plain and unicodedata.bidirectional(character) not in ("R", "AL", "AN"):
        return character
    return BOX


def width_of(text: str, size: float) -> float:
    """The width in pixels of one line of drawable text."""
    return sum(advance(character) for character in text) * size


@lru_cache(maxsize=4096)
def lines_of(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """`text` broken to `width` pixels; at most `most` lines, the last with an ellipsis where more follows."""
    shown = "".join(map(drawable, text[: most * LONGEST_LINE]))
    lines: list[str] = []
    for paragraph in shown.split("\n"):
        lines += _broken(paragraph, size, width, most + 1 - len(lines))
        if len(lines) > most:
            return (*lines[: most - 1], _ended(lines[most - 1], size, width))
    return tuple(lines)


def _broken(paragraph: str, size: float, width: float, most: int) -> list[str]:
    lines, line, used = [], "", 0.0
    for character in paragraph:
        wide = advance(character) * size
        if line and used + wide > width:
            keep = len(line) - 1 if character in NOT_FIRST and len(line) > 1 else len(line)
            lines.append(line[:keep])
            line = line[keep:]
            used = width_of(line, size)
            if len(lines) >= most:
                return lines
        line, used = line + character, used + wide
    return [*lines, line]


def _ended(line: str, size: float, width: float) -> str:
    while line and width_of(line + ELLIPSIS, size) > width:
        line = line[:-1]
    return line + ELLIPSIS
