"""The phone's files under the paths by which each system knows them.

What apps record and photograph bears a plain name and lies in the camera's folder; everything else lies where its
path says. `@package/path` is the app's own room; XCUITest also takes `@bundle:container/path`. On Android the files of
installed packages can be read, too.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from simulators.phone import apk
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.parts import App
from simulators.wire.webdriver.ports import Phone

OWN_ROOM = re.compile(r"@([^/:]+)(?::([^/]*))?/(.*)", re.DOTALL)
LONGEST_NAME, LONGEST_PATH = 255, 4096
"""Bytes, as file systems have them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a system keeps things: the camera's folder, the rooms of apps, other names for the same folder."""

    camera: str
    room: str
    aliases: Mapping[str, str]
    open: tuple[str, ...]
    """Below these a cable may write."""
    packages: str = ""
    """Where a package's files lie for everybody to read; empty where nobody may."""


ANDROID = Layout(
    camera="sdcard/DCIM/Camera",
    room="data/data/{package}",
    aliases={
        "storage/emulated/0": "sdcard",
        "storage/self/primary": "sdcard",
        "mnt/sdcard": "sdcard",
    },
    open=("sdcard", "data/local/tmp"),
    packages="data/app/{package}-1",
)
IOS = Layout(
    camera="DCIM/100APPLE",
    room="Containers/{package}",
    aliases={},
    open=("DCIM", "Downloads", "Books", "PhotoData", "Podcasts", "Recordings", "iTunes_Control"),
)


class NoFile(Exception):
    """There is no such file or folder, or nobody may write there; the text is the system's own."""


class Disk:
    """One phone's files."""

    def __init__(self, phone: Phone, layout: Layout) -> None:
        self._phone, self._layout = phone, layout

    def whole(self, path: str) -> str:
        """The one path of a file, without a slash at its beginning."""
        if "\0" in path or len(path.encode(errors="replace")) > LONGEST_PATH:
            raise NoFile("File name too long")
        parts = posixpath.normpath("/" + path).strip("/")
        if any(len(part.encode(errors="replace")) > LONGEST_NAME for part in parts.split("/")):
            raise NoFile("File name too long")
        for alias, real in self._layout.aliases.items():
            if parts == alias or parts.startswith(alias + "/"):
                return real + parts[len(alias) :]
        return parts

    def path(self, remote: str) -> str:
        """A driver's path: whole, or below the room of an app that is installed."""
        if not remote.startswith("@"):
            return self.whole(remote)
        match = OWN_ROOM.fullmatch(remote)
        if match is None:
            raise invalid(
                f"{remote!r}: the app's id is separated from the path by one slash, as in @com.example/files/a.txt"
            )
        package, container, inside = match.groups()
        if package not in self._phone.apps:
            raise WireError(
                "unknown error",
                f"Cannot access the container of '{package}' application: it is not installed",
            )
        room = self._layout.room.format(package=package)
        folder = "Documents" if (container or "").lower() == "documents" else ""
        found = self.whole(posixpath.join(room, folder, inside))
        if found != room and not found.startswith(room + "/"):
            raise invalid(f"{remote!r} leads out of the container of {package}")
        return found

    def files(self) -> Mapping[str, int]:
        """Every file's path and its nominal bytes."""
        own = {self._shown(name): size for name, size in self._phone.storage.files.items()}
        return own | {path: len(content) for path, content in self._packages().items()}

    def parts(self, app: App) -> Mapping[str, bytes]:
        """The files of an installed package, by their whole paths."""
        folder = self._layout.packages.format(package=app.package)
        found = apk.files(app, self._phone.sources.get(app.package, ""))
        return {f"{folder}/{name}": content for name, content in found.items()} if folder else {}

    def _packages(self) -> Mapping[str, bytes]:
        return {
            path: content for app in self._phone.apps.values() for path, content in self.parts(app).items()
        }

    def below(self, folder: str) -> Mapping[str, int]:
        """The files in a folder and under it, by their paths inside it. NoFile where there is no such folder."""
        start = f"{folder}/" if folder else ""
        found = {path[len(start) :]: size for path, size in self.files().items() if path.startswith(start)}
        if not found and folder not in self._empty():
            raise NoFile("No such file or directory")
        return found

    def children(self, folder: str) -> set[str]:
        """The names of what lies directly in a folder. NoFile where there is no such folder."""
        start = f"{folder}/" if folder else ""
        inside = (path[len(start) :] for path in self._empty() if path.startswith(start))
        return {path.partition("/")[0] for path in (*self.below(folder), *inside)}

    def _empty(self) -> set[str]:
        """Folders that are there with nothing in them."""
        return {*self._layout.open, self._layout.camera, *self._phone.storage.folders}

    def make(self, path: str) -> None:
        """Make a folder, with those above it. NoFile where nobody may, or where a file is in its way."""
        if not self.may_write(f"{path}/."):
            raise NoFile("Permission denied")
        above = [path[: match.start()] for match in re.finditer("/", path)]
        if any(one in self.files() for one in (path, *above)):
            raise NoFile("Not a directory")
        self._phone.storage.folders.update(one for one in (path, *above) if self.may_write(f"{one}/."))

    def remove(self, path: str) -> None:
        """Take an empty folder away, and those in it."""
        folders = self._phone.storage.folders
        folders -= {one for one in folders if one == path or one.startswith(f"{path}/")}

    def exists(self, path: str) -> bool:
        return path in self.files() or self.is_folder(path)

    def is_folder(self, path: str) -> bool:
        inside = any(one.startswith(f"{path}/") for one in self._empty())
        try:
            return inside or self.below(path) is not None
        except NoFile:
            return False

    def read(self, path: str) -> bytes:
        """The bytes of a file. NoFile where there is none, or where it is still being written."""
        if path not in self.files():
            raise NoFile("Is a directory" if self.is_folder(path) else "No such file or directory")
        if path in (packages := self._packages()):
            return packages[path]
        file = self._phone.storage.folder / self._name(path)
        if not file.is_file():
            raise NoFile("Resource busy: it is being recorded")
        return file.read_bytes()

    def write(self, path: str, content: bytes, *, inside: bool = False) -> None:
        """Put a file where a cable may, or, `inside`, into the room of an app. NoFile, StorageFull."""
        if not inside and not self.may_write(path):
            raise NoFile("Permission denied" if path else "Is a directory")
        if self.is_folder(path):
            raise NoFile("Is a directory")
        parents = [path[: match.start()] for match in re.finditer("/", path)]
        if any(parent in self.files() for parent in parents):
            raise NoFile("Not a directory")
        self._phone.storage.write(self._name(path), content)

    def may_write(self, path: str) -> bool:
        """Whether a cable may put a file there."""
        return any(path.startswith(folder + "/") for folder in self._layout.open)

    def delete(self, path: str) -> None:
        """Take a file off the phone. NoFile where there is none."""
        if path not in self.files():
            raise NoFile("Is a directory" if self.is_folder(path) else "No such file or directory")
        if path in self._packages():
            raise NoFile("Permission denied")
        self._phone.storage.drop(self._name(path))

    def packed(self, folder: str) -> bytes:
        """A folder as a zip archive."""
        archive = BytesIO()
        with ZipFile(archive, "w", ZIP_DEFLATED) as bag:
            for inside in self.below(folder):
                bag.writestr(ZipInfo(inside), self.read(posixpath.join(folder, inside)))
        return archive.getvalue()

    def _shown(self, name: str) -> str:
        return name if "/" in name else f"{self._layout.camera}/{name}"

    def _name(self, path: str) -> str:
        """Under which name the phone keeps it: only what an app has put there itself bears a plain one."""
        folder, _, name = path.rpartition("/")
        own = folder == self._layout.camera and name in self._phone.storage.files
        return name if own else path
