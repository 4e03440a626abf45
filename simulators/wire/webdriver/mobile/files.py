"""Files: onto the phone, off it, and away."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from simulators.phone.storage import StorageFull
from simulators.wire.webdriver.disk import ANDROID as ANDROIDS
from simulators.wire.webdriver.disk import IOS as APPLES
from simulators.wire.webdriver.disk import Disk, Layout, NoFile
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.mobile.verb import Verb
from simulators.wire.webdriver.sessions import Session


@contextmanager
def told(remote: str, doing: str) -> Iterator[None]:
    """What the file system says is the driver's `unknown error`."""
    try:
        yield
    except NoFile as fault:
        raise WireError("unknown error", f"cannot {doing} {remote!r}: {fault}") from fault
    except StorageFull as fault:
        raise WireError(
            "unknown error", f"cannot {doing} {remote!r}: No space left on device ({fault})"
        ) from fault


def file_path(body: Body) -> str:
    remote = str(body["remotePath"])
    if remote.endswith("/"):
        raise invalid(f"the path must be that of a file and not of a folder: {remote!r}")
    return remote


def decoded(body: Body, name: str) -> bytes:
    """What `body[name]` says in base64; Java's client sends it as a list of that text's bytes."""
    payload = body[name]
    try:
        text = bytes(payload) if isinstance(payload, list) else payload.encode("ascii")
        return base64.b64decode(text, validate=True)
    except (ValueError, TypeError, binascii.Error) as fault:
        raise invalid(f"{name!r} must be base64: {fault}") from fault


class Cable:
    """The file commands over one system's layout."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    def push(self, session: Session, body: Body) -> None:
        remote, payload = file_path(body), decoded(body, "payload")
        with told(remote, "write"):
            disk = self.disk(session)
            disk.write(disk.path(remote), payload, inside=remote.startswith("@"))

    def pull(self, session: Session, body: Body) -> str:
        remote = file_path(body)
        with told(remote, "read"):
            disk = self.disk(session)
            return base64.b64encode(disk.read(disk.path(remote))).decode()

    def pull_folder(self, session: Session, body: Body) -> str:
        remote = body["remotePath"]
        with told(remote, "read"):
            disk = self.disk(session)
            return base64.b64encode(disk.packed(disk.path(remote))).decode()

    def delete(self, session: Session, body: Body) -> bool:
        """Whether it was there."""
        remote, disk = file_path(body), self.disk(session)
        with told(remote, "delete"):
            path = disk.path(remote)
            there = disk.exists(path)
            if there:
                disk.delete(path)
            return there

    def delete_folder(self, session: Session, body: Body) -> None:
        remote, disk = body["remotePath"], self.disk(session)
        with told(remote, "delete"):
            folder = disk.path(remote)
            for inside in disk.below(folder):
                disk.delete(f"{folder}/{inside}")

    def disk(self, session: Session) -> Disk:
        return Disk(session.phone, self._layout)


ANDROIDS_CABLE, APPLES_CABLE = Cable(ANDROIDS), Cable(APPLES)


def _table(cable: Cable) -> dict[str, Verb]:
    path = {"remotePath": str}
    return {
        "pushFile": Verb(cable.push, {**path, "payload": (str, list)}),
        "pullFile": Verb(cable.pull, path),
        "pullFolder": Verb(cable.pull_folder, path),
        "deleteFile": Verb(cable.delete, path),
    }


ANDROID: Mapping[str, Verb] = _table(ANDROIDS_CABLE)
IOS: Mapping[str, Verb] = {
    **_table(APPLES_CABLE),
    "deleteFolder": Verb(APPLES_CABLE.delete_folder, {"remotePath": str}),
}
