"""The clipboard, in base64 both ways."""

import base64
from collections.abc import Mapping

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.mobile.files import decoded
from simulators.wire.webdriver.mobile.verb import Verb
from simulators.wire.webdriver.sessions import Session

PLAIN = "plaintext"
ANDROIDS_KINDS = (PLAIN,)
APPLES_KINDS = (PLAIN, "image", "url")


def kind_of(body: Body, kinds: tuple[str, ...]) -> str:
    kind = str(body.get("contentType", PLAIN)).lower()
    if kind not in kinds:
        raise invalid(f"'contentType' is {kind!r}; it must be one of {', '.join(kinds)}")
    return kind


class Board:
    """Set and get for a system that knows these kinds of content."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self._kinds = kinds

    def set(self, session: Session, body: Body) -> None:
        kind = kind_of(body, self._kinds)
        session.phone.clipboard.copy(decoded(body, "content"), kind)

    def get(self, session: Session, body: Body) -> str:
        """Empty where the clipboard holds something of another kind."""
        board = session.phone.clipboard
        content = board.content if board.kind == kind_of(body, self._kinds) else b""
        return base64.b64encode(content).decode()


def _table(board: Board) -> dict[str, Verb]:
    return {
        "setClipboard": Verb(
            board.set, {"content": (str, list)}, {"contentType": str, "label": str, "mode": str}
        ),
        "getClipboard": Verb(board.get, takes={"contentType": str, "mode": str}),
    }


ANDROID: Mapping[str, Verb] = _table(Board(ANDROIDS_KINDS))
IOS: Mapping[str, Verb] = _table(Board(APPLES_KINDS))
