"""From method and path to a command: a command that nobody knows, or a method that it does not take."""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from simulators.wire.webdriver.call import Command
from simulators.wire.webdriver.errors import WireError

Parts = tuple[str, ...]


class Router:
    """An index over a table of commands. Rows that name a part literally go before rows that leave it open."""

    def __init__(self, table: Iterable[Command]) -> None:
        rows = [(parts(command.path), command) for command in table]
        self._rows = sorted(rows, key=lambda row: sum(_is_name(part) for part in row[0]))

    def find(self, method: str, path: str) -> tuple[Command, Mapping[str, str]]:
        """The command and the names in its path; `unknown command` or `unknown method`."""
        given = parts(path)
        fitting = [(row, command) for row, command in self._rows if _fits(row, given)]
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
    return len(row) == len(given) and all(
        _is_name(name) or name == part for name, part in zip(row, given, strict=True)
    )
