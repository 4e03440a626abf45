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
SOFT: Colour = (242, 240, 238)


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
    over: str = ""
    """Laid over its parent and whatever else is in there: the `whole` of it, or its `top`."""
    shade: float = 0
    """By which share what lies beneath is darkened."""


BUTTON = Style(15, WHITE, 500, BLUE, radius=8, pad=(10, 14), height=44, align="centre")
OUTLINE = replace(BUTTON, colour=BLUE, fill=WHITE, border=BLUE)
SMALL = replace(BUTTON, size=13, height=32, pad=(4, 8), radius=6, width=84)

SYSTEM_STYLES: dict[str, Style] = {
    # the bar at the top
    "status": Style(row=True, fill=WHITE, pad=(4, 14), height=24, gap=5),
    "status_clear": Style(row=True, pad=(4, 14), height=24, gap=5),
    "status_tall": Style(row=True, fill=WHITE, pad=(14, 26), height=44, gap=5),
    "status_tall_clear": Style(row=True, pad=(14, 26), height=44, gap=5),
    "status_text": Style(12, weight=500, height=16),
    "status_text_clear": Style(12, WHITE, 500, height=16),
    "status_icon": Style(height=15, width=17),
    "status_battery": Style(height=15, width=25),
    "screen_night": Style(fill=NIGHT),
    "card_line": Style(15, fill=WHITE, border=LINE, radius=10, pad=(12, 14), lines=2),
    # home and lock
    "wallpaper": Style(over="whole"),
    "clear": Style(grow=True, gap=10, pad=(0, 14)),
    "night_huge": Style(56, WHITE, 300, align="centre", lines=1, pad=(34, 0)),
    "night_title": Style(24, WHITE, align="centre", lines=1, pad=(30, 0)),
    "night_text": Style(15, WHITE, align="centre", lines=2),
    "night_hint": Style(13, WHITE, align="centre", lines=1, pad=(16, 0), height=48),
    "grid": Style(gap=22, pad=(24, 4)),
    "grid_row": Style(row=True, gap=12),
    "grid_cell": Style(grow=True, gap=5),
    "grid_icon": Style(height=56, width=56),
    "grid_label": Style(12, WHITE, align="centre", lines=1, height=18),
    # what comes over an app
    "scrim": Style(over="whole", shade=0.55, pad=(24, 14)),
    "scrim_wide": Style(over="whole", shade=0.45, pad=(24, 45)),
    "heads_up": Style(over="top", pad=(30, 10)),
    "heads_up_tall": Style(over="top", pad=(48, 10)),
    "sheet_card": Style(fill=WHITE, radius=24, pad=(20, 18), gap=10),
    "alert_card": Style(fill=SOFT, radius=14, pad=(18, 16), gap=12),
    "banner_card": Style(fill=WHITE, border=LINE, radius=16, pad=(10, 12), gap=8),
    "banner_row": Style(row=True, gap=10),
    "banner_words": Style(grow=True, gap=1),
    "banner_icon": Style(height=34, width=34),
    "call_photo": Style(height=96, width=96),
    "sheet_title": Style(17, weight=500, lines=4, align="centre", pad=(4, 0)),
    "sheet_icon": Style(height=30, width=30),
    "sheet_button": Style(
        15, BLUE, 500, fill=SKY, radius=20, pad=(10, 12), height=42, align="centre", lines=2
    ),
    "alert_title": Style(16, weight=600, lines=3, align="centre"),
    "alert_text": Style(13, lines=4, align="centre"),
    "alert_row": Style(row=True, gap=8),
    "alert_button": Style(
        16, BLUE, 500, border=LINE, fill=SOFT, radius=8, pad=(8, 4), height=40, align="centre", grow=True
    ),
    "alert_button_wide": Style(
        16, BLUE, 500, border=LINE, fill=SOFT, radius=8, pad=(8, 4), height=40, align="centre"
    ),
    "call_row": Style(row=True, gap=40, pad=(30, 30)),
    "pill_red": Style(15, WHITE, 500, RED, radius=22, pad=(10, 8), height=44, align="centre", grow=True),
    "pill_green": Style(15, WHITE, 500, GREEN, radius=22, pad=(10, 8), height=44, align="centre", grow=True),
    "pill_grey": Style(
        15, WHITE, 500, (104, 94, 88), radius=22, pad=(10, 8), height=44, align="centre", grow=True
    ),
}
"""The operating system's own screens."""

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
    "whole": Style(grow=True, fill=PAPER),
    "whole_night": Style(grow=True, fill=NIGHT, gap=10),
    "header": Style(row=True, fill=WHITE, height=48, pad=(8, 8), gap=4, border=LINE),
    "header_title": Style(17, weight=500, align="centre", grow=True, height=32),
    "header_back": Style(22, INK, pad=(0, 8), height=32, width=44, align="left"),
    "header_action": Style(13, BLUE, height=32, pad=(0, 2), width=136, align="right"),
    "header_blank": Style(height=32, width=44),
    "body": Style(grow=True, pad=(12, 14), gap=10, scroll=True),
    "footer": Style(fill=WHITE, border=LINE, pad=(10, 14), gap=8),
    "tabs": Style(row=True, fill=WHITE, border=LINE, height=52, pad=(4, 0)),
    "tab": Style(14, BLUE, 500, align="centre", grow=True, height=44),
    "tab_off": Style(14, GREY, align="centre", grow=True, height=44),
    "told": Style(fill=PAPER, pad=(8, 14), gap=6),
    "row": Style(row=True, gap=8),
    "bar": Style(row=True, gap=8, fill=NIGHT, pad=(10, 14)),
    # cards
    "card": Style(fill=WHITE, border=LINE, radius=10, pad=(12, 14), gap=6),
    "card_row": Style(row=True, fill=WHITE, border=LINE, radius=10, pad=(8, 10), gap=8, height=52),
    "plain_row": Style(row=True, gap=8, height=34),
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
    "caution": Style(13, (20, 92, 168), 500, lines=3, fill=(214, 240, 255), radius=8, pad=(8, 12)),
    "pledge": Style(13, (78, 70, 64), lines=6),
    "voice": Style(16, BLUE, 500, lines=3, fill=SKY, radius=8, pad=(10, 12), align="centre"),
    "warning": Style(14, RED, 500, lines=2, align="centre"),
    "warning_left": Style(14, RED, 500, lines=2),
    "notice_plain": Style(14, RED, lines=8),
    "notice": Style(14, RED, 500, lines=3, fill=ROSE, radius=8, pad=(10, 12)),
    "clock_left": Style(16, WHITE, 500, lines=1, grow=True, height=24),
    "clock_right": Style(13, WHITE, lines=1, align="right", width=120, height=24),
    "badge": Style(13, GREY, lines=1, align="right", width=60, height=20),
    "huge": Style(30, weight=500, align="centre", lines=1, pad=(8, 0)),
    "mono": Style(24, weight=500, align="centre", lines=1, pad=(6, 0)),
    # buttons
    "outline": OUTLINE,
    "small_button": SMALL,
    "small_outline": replace(SMALL, colour=BLUE, fill=WHITE, border=BLUE),
    "code_button": replace(OUTLINE, size=14, width=112),
    "small_red": replace(SMALL, fill=RED),
    "wide": replace(BUTTON, grow=True),
    "wide_outline": replace(OUTLINE, grow=True),
    "link": Style(14, BLUE, 500, lines=1, pad=(8, 8), height=36, align="centre"),
    "red_bar": Style(14, WHITE, 500, fill=RED, radius=8, pad=(10, 14), lines=2, height=40, align="centre"),
    "blue_bar": Style(14, BLUE, 500, fill=SKY, radius=8, pad=(10, 14), lines=2, height=44, align="centre"),
    "green": replace(BUTTON, fill=GREEN, grow=True),
    "red": replace(BUTTON, fill=RED, grow=True),
    "answer": Style(14, fill=WHITE, border=LINE, radius=8, pad=(10, 12), lines=8, height=170),
    "question": Style(15, lines=10, grow=True, height=120, fill=WHITE, border=LINE, radius=8, pad=(14, 14)),
    "question_full": Style(20, lines=26, grow=True, fill=WHITE, pad=(20, 18)),
    "preview": Style(height=120, grow=True, radius=10),
    "finder": Style(height=240, grow=True),
    "logo": Style(height=72, width=72),
    "card_photo": Style(height=150, radius=8),
    "camera": Style(height=200, grow=True, radius=10),
    **SYSTEM_STYLES,
}


def style_of(kind: str, name: str) -> Style:
    """The style of an element; its kind's where it names none. KeyError for a name that the table lacks."""
    return STYLES[name or kind]
