"""ID numbers of GB 11643: six digits of the place, eight of the birthday, three of order, one check character."""

import re
from datetime import date

WEIGHTS = tuple(2**place % 11 for place in range(17, 0, -1))
CHECKS = "10X98765432"
SHAPE = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)


def check_character(first: str) -> str:
    """The last character that belongs to the first seventeen digits (ISO 7064, MOD 11-2)."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True)) % 11]


def tidy(text: str) -> str:
    """As people type it: blanks and a small x are forgiven."""
    return "".join(text.split()).upper()


def looks_like(text: str) -> bool:
    """Whether a login is meant as an ID number."""
    return SHAPE.fullmatch(tidy(text)) is not None


def valid(text: str) -> bool:
    """Whether shape, birthday and check character are right."""
    return (
        SHAPE.fullmatch(text) is not None and _is_day(text[6:14]) and check_character(text[:17]) == text[17]
    )


def masked(text: str) -> str:
    """For a screen: the first four and the last four characters."""
    return f"{text[:4]}{'*' * (len(text) - 8)}{text[-4:]}" if len(text) > 8 else "*" * len(text)


def _is_day(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return True
