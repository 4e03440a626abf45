"""A request as a handler sees it, and a row of the table of controls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulators.bench.stand import Stand


@dataclass(frozen=True, slots=True)
class Ask:
    """The names in the path, the query, and the body as the control's struct."""

    names: Mapping[str, str]
    query: Mapping[str, str]
    body: Any


Handler = Callable[[Stand, Ask], Any]


@dataclass(frozen=True, slots=True)
class Control:
    """A request of the contract. `name` is the control it belongs to; `driven` ones need a clock that can be set."""

    name: str
    method: str
    path: str
    handler: Handler
    body: Any = None
    status: int = 200
    driven: bool = False
