"""How elements look, as a table. Lengths are in dp: a 360th of the screen's width."""

from dataclasses import dataclass, replace

Colour = tuple[int, int, int]
"""Blue, green, red."""

INK: Colour = (40, 33, 29)
GREY: Colour = (140, 128, 120)
PALE: Colour = (196, 188, 182)
PAPER: Colour = (250, 247, 245)
WHITE: Colour = (255, 255, 255)
LINE: Colour = (232, 226, 222)
BLUE: Colour = (235, 108, 38)
SKY: Colour = (255, 243, 232)
RED: Colour = (60, 60, 224)
ROSE: Colour = (236, 236, 255)
GREEN: Colour = (92, 160, 30)
NIGHT: Colour = (38, 28, 22)


@dataclass(frozen=True, slots=True)
class Style:
    """One look. `lines` bounds the text; `grow` takes the room that is left; `width` is fixed where not 0."""

    size: float = 15
    colour: Colour = INK
    weight: int = 400
    fill: Colour | None = None
    border: Colour | None = None
    radius: float = 0
    pad: tuple[float, float] = (0, 0)
    """Above and below, left and right."""
    gap: float = 0
    row: bool = False
    lines: int = 1
    height: float = 0
    """The least height."""
    width: float = 0
    grow: bool = False
    scroll: bool = False
    """Whether contents that are longer than the room can be moved up and down in it."""
    align: str = "left"


BUTTON = Style(15, WHITE, 500, BLUE, radius=8, pad=(10, 14), height=44, align="centre")
OUTLINE = replace(BUTTON, colour=BLUE, fill=WHITE, border=BLUE)
SMALL = replace(BUTTON, size=13, height=32, pad=(4, 8), radius=6, width=84)

STYLES: dict[str, Style] = {
    "screen": Style(fill=PAPER),
    "group": Style(gap=6),
    "text": Style(lines=2),
    "button": BUTTON,
    "field": Style(15, fill=WHITE, border=LINE, radius=8, pad=(11, 12), height=44),
    "checkbox": Style(14, lines=2, pad=(8, 0), height=36),
    "image": Style(height=120, grow=True),
    "code": Style(fill=WHITE, pad=(10, 10), height=260),
    "list": Style(gap=8, grow=True),
    # places
    "status": Style(row=True, fill=WHITE, pad=(4, 14), height=24, gap=8),
    "status_night": Style(row=True, fill=NIGHT, pad=(4, 14), height=24, gap=8),
    "status_text": Style(12, height=16),
    "status_end": Style(12, height=16, align="right", grow=True),
    "status_text_night": Style(12, WHITE, height=16),
    "status_end_night": Style(12, WHITE, height=16, align="right", grow=True),
    "whole": Style(grow=True, fill=PAPER),
    "whole_night": Style(grow=True, fill=NIGHT, gap=10),
    "header": Style(row=True, fill=WHITE, height=48, pad=(8, 8), gap=4, border=LINE),
    "header_title": Style(17, weight=500, align="centre", grow=True, height=32),
    "header_back": Style(22, INK, pad=(0, 8), height=32, width=44, align="left"),
    "header_blank": Style(height=32, width=44),
    "body": Style(grow=True, pad=(12, 14), gap=10, scroll=True),
    "footer": Style(fill=WHITE, border=LINE, pad=(10, 14), gap=8),
    "tabs": Style(row=True, fill=WHITE, border=LINE, height=52, pad=(4, 0)),
    "tab": Style(14, BLUE, 500, align="centre", grow=True, height=44),
    "row": Style(row=True, gap=8),
    "bar": Style(row=True, gap=8, fill=NIGHT, pad=(10, 14)),
    # cards
    "card": Style(fill=WHITE, border=LINE, radius=10, pad=(12, 14), gap=6),
    "card_row": Style(row=True, fill=WHITE, border=LINE, radius=10, pad=(8, 10), gap=8, height=52),
    "stretch": Style(grow=True, gap=2),
    "space": Style(grow=True),
    "hero": Style(gap=4, pad=(28, 0)),
    "view": Style(grow=True, fill=NIGHT, radius=10),
    # texts
    "display": Style(26, BLUE, 500, align="centre", lines=1, pad=(4, 0)),
    "title": Style(17, weight=500, lines=2),
    "heading": Style(15, weight=500, lines=1),
    "small": Style(13, GREY, lines=2),
    "line": Style(14, lines=1),
    "paragraph": Style(14, lines=4),
    "block": Style(13, (78, 70, 64), lines=5),
    "long": Style(14, lines=12),
    "centre": Style(14, GREY, lines=3, align="centre"),
    "voice": Style(16, BLUE, 500, lines=3, fill=SKY, radius=8, pad=(10, 12), align="centre"),
    "warning": Style(14, RED, 500, lines=2, align="centre"),
    "notice": Style(14, RED, 500, lines=3, fill=ROSE, radius=8, pad=(10, 12)),
    "clock_left": Style(16, WHITE, 500, lines=1, grow=True, height=24),
    "clock_right": Style(13, WHITE, lines=1, align="right", width=120, height=24),
    "badge": Style(13, GREY, lines=1, align="right", width=60, height=20),
    "huge": Style(30, weight=500, align="centre", lines=1, pad=(8, 0)),
    "mono": Style(24, weight=500, align="centre", lines=1, pad=(6, 0)),
    "night_huge": Style(52, WHITE, 300, align="centre", lines=1, pad=(60, 0)),
    "night_title": Style(22, WHITE, align="centre", lines=1, pad=(30, 0)),
    "night_text": Style(15, PALE, align="centre", lines=2),
    # buttons
    "outline": OUTLINE,
    "small_button": SMALL,
    "small_outline": replace(SMALL, colour=BLUE, fill=WHITE, border=BLUE),
    "wide": replace(BUTTON, grow=True),
    "wide_outline": replace(OUTLINE, grow=True),
    "link": Style(14, BLUE, 500, lines=1, pad=(8, 8), height=36, align="centre"),
    "red_bar": Style(14, WHITE, 500, fill=RED, pad=(10, 14), lines=2, height=40, align="centre"),
    "green": replace(BUTTON, fill=GREEN, grow=True),
    "red": replace(BUTTON, fill=RED, grow=True),
    "icon": Style(13, WHITE, fill=BLUE, radius=14, height=64, width=64, align="centre"),
    "icons": Style(row=True, gap=24, pad=(40, 24)),
    "answer": Style(14, fill=WHITE, border=LINE, radius=8, pad=(10, 12), lines=8, height=170),
    "question": Style(15, lines=10, grow=True, height=120, fill=WHITE, border=LINE, radius=8, pad=(14, 14)),
    "question_full": Style(20, lines=26, grow=True, fill=WHITE, pad=(20, 18)),
    "preview": Style(height=120, grow=True, radius=10),
    "finder": Style(height=240, grow=True),
    "logo": Style(height=72, width=72),
}


def style_of(kind: str, name: str) -> Style:
    """The style of an element; its kind's where it names none. KeyError for a name that the table lacks."""
    return STYLES[name or kind]
