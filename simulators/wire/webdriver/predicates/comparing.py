"""How two values are compared.

As Foundation does it: text with text, numbers with numbers, and truth counts as 1 or 0; nothing equals only nothing;
what cannot be compared is unequal, and neither more nor less.
"""

import operator
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.patterns import pattern
from simulators.wire.webdriver.predicates.tree import Expression, Literal, Many, PredicateError

Compare = Callable[[Any, Any], bool]

ORDER: Mapping[str, Compare] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def comparison(sign: str, options: str, right: Expression) -> Compare:
    """How `sign` compares; a pattern that is written down is read now, so that a wrong one is told."""
    if sign in TEXT:
        return _of_text(TEXT[sign], options)
    if sign == "MATCHES":
        written = right.value if isinstance(right, Literal) else None
        if isinstance(written, str):
            _pattern(written, options)
        return lambda seen, wanted: _matches(seen, wanted, options)
    if sign == "BETWEEN" and not (isinstance(right, Many) and len(right.items) == 2):
        raise PredicateError("BETWEEN needs two limits: {1, 2}")
    return REST[sign](options)


def _equal(options: str) -> Compare:
    def equal(seen: Any, wanted: Any) -> bool:
        if isinstance(seen, str) and isinstance(wanted, str):
            return _folded(seen, options) == _folded(wanted, options)
        return isinstance(seen, str) == isinstance(wanted, str) and bool(seen == wanted)

    return equal


def _unequal(options: str) -> Compare:
    equal = _equal(options)
    return lambda seen, wanted: not equal(seen, wanted)


def _ordered(sign: str) -> Callable[[str], Compare]:
    def make(options: str) -> Compare:
        def compare(seen: Any, wanted: Any) -> bool:
            if isinstance(seen, str) and isinstance(wanted, str):
                return ORDER[sign](_folded(seen, options), _folded(wanted, options))
            return is_number(seen) and is_number(wanted) and ORDER[sign](seen, wanted)

        return compare

    return make


def _between(options: str) -> Compare:
    least, most = _ordered(">=")(options), _ordered("<=")(options)
    return lambda seen, limits: least(seen, limits[0]) and most(seen, limits[1])


def _contains(options: str) -> Compare:
    """A text contains a text; a list contains a value."""
    among, inside = _equal(options), _of_text(lambda seen, wanted: wanted in seen, options)

    def contains(seen: Any, wanted: Any) -> bool:
        if isinstance(seen, list):
            return any(among(one, wanted) for one in seen)
        return inside(seen, wanted)

    return contains


def _in(options: str) -> Compare:
    contains = _contains(options)
    return lambda seen, wanted: contains(wanted, seen)


REST: Mapping[str, Callable[[str], Compare]] = {
    "==": _equal,
    "!=": _unequal,
    **{sign: _ordered(sign) for sign in ORDER},
    "BETWEEN": _between,
    "CONTAINS": _contains,
    "IN": _in,
}


def _like(seen: str, wanted: str) -> bool:
    """`?` is any character, `*` any number of them, and a backslash takes that from them."""
    written = re.sub(r"\\(.)|([?*])|(.)", _wildcard, wanted, flags=re.DOTALL)
    return re.fullmatch(written, seen, re.DOTALL) is not None


def _wildcard(match: re.Match[str]) -> str:
    if match[2]:
        return ".*" if match[2] == "*" else "."
    return re.escape(match[1] or match[3])


TEXT: Mapping[str, Callable[[str, str], bool]] = {
    "BEGINSWITH": str.startswith,
    "ENDSWITH": str.endswith,
    "LIKE": _like,
}


def _of_text(compare: Callable[[str, str], bool], options: str) -> Compare:
    return lambda seen, wanted: (
        isinstance(seen, str)
        and isinstance(wanted, str)
        and compare(_folded(seen, options), _folded(wanted, options))
    )


def _pattern(written: str, options: str) -> re.Pattern[str]:
    try:
        return pattern(written, re.IGNORECASE if "c" in options else 0)
    except re.error as fault:
        raise PredicateError(f"MATCHES {written!r}: {fault}") from fault


def _matches(seen: Any, wanted: Any, options: str) -> bool:
    """The pattern must match the whole text."""
    if not (isinstance(seen, str) and isinstance(wanted, str)):
        return False
    text = _plain(seen) if "d" in options else seen
    return _pattern(wanted, options).fullmatch(text) is not None


def _folded(text: str, options: str) -> str:
    text = _plain(text) if "d" in options else text
    return text.casefold() if "c" in options else text


def _plain(text: str) -> str:
    """Without diacritics."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def is_number(value: Any) -> bool:
    return isinstance(value, int | float)
