"""The clipboard: one thing that was copied last."""

from dataclasses import dataclass


@dataclass(slots=True)
class Clipboard:
    """`kind` is plaintext, image or url."""

    content: bytes = b""
    kind: str = "plaintext"

    def copy(self, content: bytes, kind: str) -> None:
        """Put something in the place of what was there."""
        self.content, self.kind = content, kind
