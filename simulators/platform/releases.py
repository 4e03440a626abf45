"""Which version of each app is the newest (R191, R192), and what a phone says that it has."""

import re

from sqlalchemy import bindparam, insert, select

from simulators.platform.call import Call
from simulators.platform.refusals import Refusal
from simulators.platform.store import Store
from simulators.platform.tables import RELEASES

APPS = ("main", "aux")
FIRST = ("1.0.0", "首个正式版本。")
"""What is out where nothing was published since."""
VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}", re.ASCII)
HEADER = "x-app-version"
OF_APP = select(RELEASES).where(RELEASES.c.app == bindparam("which"))


class Releases:
    def __init__(self, store: Store) -> None:
        self._store = store

    def latest(self, app: str) -> tuple[str, str]:
        """The newest version of an app, and what is new in it."""
        rows = self._store.rows(OF_APP, which=app)
        published = [(row["version"], row["notes"]) for row in rows]
        return max([FIRST, *published], key=lambda release: numbers(release[0]))

    def publish(self, app: str, version: str, notes: str) -> None:
        """A version is out. ValueError for an unknown app or what is no version."""
        if app not in APPS or not VERSION.fullmatch(version):
            raise ValueError(f"{app} {version!r}: give main or aux, and a version such as 1.2.0")
        self._store.write(insert(RELEASES).values(app=app, version=version, notes=notes))

    def outdated(self, app: str, call: Call) -> bool:
        """Whether the phone says that it has an older version; one that says nothing is believed (assumed)."""
        stated = call.headers.get(HEADER)
        if stated is None:
            return False
        if not VERSION.fullmatch(stated):
            raise Refusal("bad_request", "X-App-Version must be a version such as 1.2.0")
        return numbers(stated) < numbers(self.latest(app)[0])


def numbers(version: str) -> tuple[int, ...]:
    """For comparing: 1.10 is newer than 1.9, and 1.0 is 1."""
    parts = [int(part) for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
