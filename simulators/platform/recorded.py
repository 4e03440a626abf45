"""The platform's records as a bench hands them out, page by page."""

from collections.abc import Mapping
from typing import Any

from simulators.door.errors import BadBody
from simulators.platform.platform import Platform


def page(platform: Platform, query: Mapping[str, str]) -> dict[str, Any]:
    """What was recorded after number `since` (0 where it is not said), at most `limit` of it in its order; `last` is
    what to ask from next time. BadBody for what is no number."""
    since = _number("since", query.get("since", "0"), least=0)
    limit = _number("limit", query["limit"], least=1) if "limit" in query else None
    found = platform.records(since, limit)
    return {"records": found, "last": found[-1]["seq"] if found else since}


def _number(field: str, text: str, least: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16 and int(text) >= least):
        raise BadBody(field, text, f"a whole number, {least} or more")
    return int(text)
