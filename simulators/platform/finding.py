"""An address is found by its words, not by trying every pattern; what is not found is the framework's to refuse."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

Endpoint = Callable[[Request], Awaitable[Response]]
Words = tuple[str, ...]
OVERRIDE = b"x-http-method-override"


class Finder:
    """`endpoints` by method and path (with `{names}`), all of them below `base`; anything else goes to what `others` makes,
    which is made when it is asked for first: most worlds of one scenario never do."""

    def __init__(
        self, base: str, endpoints: Mapping[tuple[str, str], Endpoint], others: Callable[[], ASGIApp]
    ) -> None:
        self._base, self._others = f"{base}/", cache(others)
        self._found: dict[tuple[str, Words], tuple[Endpoint, Mapping[int, str]]] = {}
        self._shapes: dict[int, set[frozenset[int]]] = defaultdict(set)
        for (method, path), endpoint in endpoints.items():
            words = path.strip("/").split("/")
            names = {place: word[1:-1] for place, word in enumerate(words) if word.startswith("{")}
            self._shapes[len(words)].add(frozenset(names))
            self._found[method, _without(words, names)] = endpoint, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        endpoint = self._endpoint(scope) if scope["type"] == "http" else None
        if endpoint is None:
            await self._others()(scope, receive, send)
        else:
            response = await endpoint(Request(scope, receive, send))
            await response(scope, receive, send)

    def _endpoint(self, scope: Scope) -> Endpoint | None:
        """The endpoint, with what the path says noted in the scope; None for no such address, or another method meant."""
        path: str = scope["path"]
        if not path.startswith(self._base) or any(name == OVERRIDE for name, _ in scope["headers"]):
            return None
        words = path[len(self._base) :].split("/")
        for shape in self._shapes.get(len(words), ()):
            found = self._found.get((scope["method"], _without(words, shape)))
            if found is not None and all(words):
                scope["path_params"] = {name: words[place] for place, name in found[1].items()}
                return found[0]
        return None


def _without(words: Iterable[str], places: Iterable[int]) -> Words:
    return tuple("" if place in places else word for place, word in enumerate(words))
