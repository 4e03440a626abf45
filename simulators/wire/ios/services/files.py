"""The files that a cable reaches: the media folder, or the room of one app. Folders that were made stay, even if empty."""

import posixpath
from collections.abc import Mapping

from simulators.phone.phone import Phone
from simulators.phone.storage import StorageFull
from simulators.wire.webdriver.disk import IOS, Disk, NoFile

STAGING = "Staging"
"""Where the phone keeps what a cable puts beside the media folders."""
NOT_THERE, NO_FOLDER = "No such file or directory", "Is a directory"


class Files:
    """One phone's files below `room`, or, where that is empty, its media folder. Paths begin at its root."""

    def __init__(self, phone: Phone, folders: set[str], room: str = "") -> None:
        self._phone, self._folders, self._room = phone, folders, room
        self._disk = Disk(phone, IOS)

    def place(self, path: str) -> str:
        """Where the phone keeps what stands at `path`. NoFile for a name that is too long."""
        whole = self._disk.whole(path)
        if self._room:
            return posixpath.join(self._room, whole).rstrip("/")
        first, _, _ = whole.partition("/")
        return whole if first in IOS.open or not whole else f"{STAGING}/{whole}"

    def listed(self, path: str) -> list[str]:
        """The names in a folder. NoFile where there is none."""
        place = self.place(path)
        starts = [f"{place}/"] if place else ["", f"{STAGING}/"]
        known = [*self._disk.files(), *(f"{folder}/" for folder in self._folders), *self._roots()]
        names = {
            one[len(start) :].partition("/")[0] for start in starts for one in known if one.startswith(start)
        }
        if not self.is_folder(path):
            raise NoFile(NOT_THERE)
        return sorted(names - {"", STAGING, "Containers"})

    def facts(self, path: str) -> Mapping[str, object]:
        """What a file system says of a file or a folder. NoFile where there is none."""
        place = self.place(path)
        files = self._disk.files()
        if place not in files and not self.is_folder(path):
            raise NoFile(NOT_THERE)
        size = files.get(place, 0)
        at = round(self._phone.clock.now().timestamp()) * 10**9
        kind = "S_IFREG" if place in files else "S_IFDIR"
        return {
            "st_size": size, "st_blocks": -(-size // 512), "st_nlink": 1, "st_ifmt": kind,
            "st_mtime": at, "st_birthtime": at,
        }  # fmt: skip

    def is_folder(self, path: str) -> bool:
        place = self.place(path)
        inside = f"{place}/"
        known = (*self._disk.files(), *self._folders, *self._roots())
        return place in {"", self._room, *self._folders, *self._roots()} or any(
            one.startswith(inside) for one in known
        )

    def is_file(self, path: str) -> bool:
        return self.place(path) in self._disk.files()

    def read(self, path: str) -> bytes:
        return self._disk.read(self.place(path))

    def write(self, path: str, content: bytes) -> None:
        """NoFile where there can be no such file, StorageFull where there is no room for it."""
        if self.is_folder(path):
            raise NoFile(NO_FOLDER)
        self._disk.write(self.place(path), content, inside=True)

    def make_folder(self, path: str) -> None:
        """Also those above it, as AFC does."""
        place = self.place(path)
        if self.is_file(path):
            raise NoFile("Not a directory")
        self._folders.add(place)

    def remove(self, path: str) -> None:
        """A file, or a folder with nothing in it. NoFile where there is none, ValueError where it is not empty."""
        place = self.place(path)
        if self.is_file(path):
            self._disk.delete(place)
        elif not self.is_folder(path):
            raise NoFile(NOT_THERE)
        elif self.listed(path):
            raise ValueError("Directory not empty")
        self._folders.discard(place)

    def remove_tree(self, path: str) -> None:
        """A file, or a folder with all that is in it. NoFile where there is neither."""
        place = self.place(path)
        if self.is_folder(path):
            inside = f"{place}/" if place else ""
            for one in [name for name in self._disk.files() if name.startswith(inside) and inside]:
                self._disk.delete(one)
            self._folders -= {one for one in self._folders if one == place or one.startswith(inside)}
        else:
            self.remove(path)

    def rename(self, old: str, new: str) -> None:
        """A file gets another name. NoFile where there is none."""
        content = self.read(old)
        self.write(new, content)
        self.remove(old)

    def space(self) -> tuple[int, int]:
        """Bytes in all, and those that are free."""
        return self._phone.storage.capacity, self._phone.storage.free

    def _roots(self) -> tuple[str, ...]:
        """The folders that are always there."""
        return (
            (f"{self._room}/Documents", f"{self._room}/Library", f"{self._room}/tmp")
            if self._room
            else IOS.open
        )


__all__ = ["Files", "NoFile", "StorageFull"]
