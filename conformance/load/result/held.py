"""`examgate load compare OLD NEW`: one finished run held against another."""

from __future__ import annotations

from pathlib import Path

import msgspec

from conformance.console import Console
from conformance.load.result import files, telling
from conformance.load.result.comparing import compare
from conformance.saying import Stopped
from reports.form import Language, Text

TWO = Text(
    "load compare takes two runs, the old one and the new one",
    "load compare 须给出两次运行（先旧后新）",
)


def held(names: tuple[str, ...], limit: str, lang: Language, *, as_json: bool) -> int:
    """Print the comparison; its exit code. Stopped or FormError where there is none."""
    if len(names) != 2:
        raise Stopped(TWO)
    old, new = (files.load(Path(name)) for name in names)
    found = compare(old, new, (names[0], names[1]), _ratio(limit) if limit else None)
    console = Console()
    if as_json:
        console.out(msgspec.json.format(msgspec.json.encode(found), indent=1).decode(), highlight=False)
    else:
        telling.comparison(found, lang, console)
    return found.exit_code


def _ratio(limit: str) -> float:
    try:
        ratio = float(limit)
    except ValueError:
        ratio = 0.0
    if not ratio > 0:
        raise Stopped(
            Text(f"--slower {limit!r}: expected a number above 0", f"--slower “{limit}”：须为大于 0 的数")
        )
    return ratio
