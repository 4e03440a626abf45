"""What a tap does in either app."""

from simulators.apps.program import Program


def focus(_: Program, __: str) -> None:
    """A field that is tapped gets the keyboard; nothing changes yet."""


def upload_again(app: Program, _: str) -> None:
    app.uploads.again()
