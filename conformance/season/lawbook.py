"""All the laws of a season file beyond its shape; asked of ill-shaped content too, so that every fault comes at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from conformance.season import agreement, answers
from conformance.season import laws as papers
from conformance.tomlfile import Found


def laws(raw: Mapping[str, Any]) -> Iterator[Found]:
    """Every breach of a law, with the values that answers set in their places."""
    yield from answers.laws(raw)
    found = answers.settled(raw)
    yield from papers.laws(found)
    yield from agreement.laws(found)
