"""From method and path to a command: a command that nobody knows, or a method that it does not take."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Generic, Protocol, TypeVar
from urllib.parse import unquote

from simulators.wire.webdriver.errors import WireError

Parts = tuple[str, ...]


class Addressed(Protocol):
    """A row of a table of commands; a path's part in braces is a name."""

    @property
    def method(self) -> str: ...
    @property
    def path(self) -> str: ...


Row = TypeVar("Row", bound=Addressed)


class Router(Generic[Row]):
    """An index over a table of commands, by length and last part. Rows that name a part go before rows that leave it open."""

    def __init__(self, table: Iterable[Row]) -> None:
        rows = [(parts(command.path), command) for command in table]
        self._rows: dict[tuple[int, str], list[tuple[Parts, Row]]] = defaultdict(list)
        for row, command in sorted(rows, key=lambda row: sum(map(_is_name, row[0]))):
            self._rows[len(row), "" if _is_name(row[-1]) else row[-1]].append((row, command))

    def find(self, method: str, path: str) -> tuple[Row, Mapping[str, str]]:
        """The command and the names in its path; `unknown command` or `unknown method`."""
        given = parts(path)
        likely = (*self._rows.get((len(given), given[-1]), ()), *self._rows.get((len(given), ""), ()))
        fitting = [(row, command) for row, command in likely if _fits(row, given)]
        for row, command in fitting:
            if command.method == method:
                return command, {
                    name[1:-1]: unquote(part) for name, part in zip(row, given, strict=True) if _is_name(name)
                }
        if not fitting:
            raise WireError("unknown command", f"{method} {path} is no command of this endpoint")
        taken = ", ".join(dict.fromkeys(command.method for _, command in fitting))
        raise WireError("unknown method", f"{path} takes {taken}, not {method}")


def parts(path: str) -> Parts:
    return tuple(path.partition("?")[0].strip("/").split("/"))


def _is_name(part: str) -> bool:
    return part.startswith("{")


def _fits(row: Parts, given: Parts) -> bool:
    return all(_is_name(name) or name == part for name, part in zip(row, given, strict=True))
