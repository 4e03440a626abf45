"""Regular expressions that a client has written."""

import re
import warnings
from functools import lru_cache

FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}


def flags(letters: str) -> int:
    """What XPath writes as `is`; re.error where a letter means nothing."""
    unknown = sorted(set(letters) - set(FLAGS))
    if unknown:
        raise re.error(f"no flag {unknown[0]!r} of a regular expression; there are {', '.join(FLAGS)}")
    return sum(FLAGS[letter] for letter in set(letters))


@lru_cache(maxsize=512)
def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The expression; re.error where it is none. What Python means to read otherwise one day is no fault of a client's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return re.compile(text, flags)
        except (OverflowError, RecursionError) as fault:
            raise re.error(str(fault)) from fault
