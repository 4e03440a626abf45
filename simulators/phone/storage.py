"""Storage: files by name, what else lies on the phone, and the recording that grows."""

from collections.abc import Callable
from pathlib import Path


class StorageFull(Exception):
    """There is no room for so many bytes."""


class Storage:
    """`capacity` nominal bytes, `system` of them taken from the start. The files themselves lie in `folder`."""

    def __init__(self, capacity: int, system: int, folder: Path) -> None:
        self.capacity, self.folder = capacity, folder
        self.files: dict[str, int] = {}
        self.folders: set[str] = set()
        """Folders that somebody has made; others come and go with what lies in them."""
        self._owners: dict[str, str] = {}
        self.growing: Callable[[], int] = lambda: 0
        """Nominal bytes of the recording under way."""
        self._other = system
        self._watchers: list[Callable[[], None]] = []

    @property
    def free(self) -> int:
        """Nominal bytes that are left; never below 0."""
        return max(0, self.capacity - self._other - sum(self.files.values()) - self.growing())

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` whenever something other than the recording changes what is free."""
        self._watchers.append(watcher)

    def set_free(self, free: int) -> None:
        """Let other things fill the phone, or make room, until exactly `free` bytes are left."""
        if free < 0:
            raise ValueError(f"free storage is {free}; give 0 or more bytes")
        self._other = self.capacity - sum(self.files.values()) - self.growing() - free
        self._changed()

    def must_fit(self, name: str, nominal: int) -> None:
        """StorageFull where there is no room for `nominal` bytes under `name`."""
        more = nominal - self.files.get(name, 0)
        if more > self.free:
            raise StorageFull(f"{name} needs {more} bytes more, {self.free} are free")

    def hold(self, name: str, nominal: int) -> None:
        """Count a file of `nominal` bytes under `name`. StorageFull where it does not fit."""
        self.must_fit(name, nominal)
        self.files[name] = nominal
        self._changed()

    def drop(self, name: str) -> None:
        """Delete a file, if it is there."""
        self.files.pop(name, None)
        self._owners.pop(name, None)
        (self.folder / name).unlink(missing_ok=True)
        self._changed()

    def of(self, package: str | None) -> list[str]:
        """The names of one app's files, or of all."""
        return [name for name in self.files if package in (None, self._owners.get(name))]

    def write(self, name: str, content: bytes, nominal: int | None = None, *, owner: str = "") -> Path:
        """Write a file that counts `nominal` bytes (default: its own length); `owner` is the package it belongs to."""
        self.hold(name, len(content) if nominal is None else nominal)
        self._owners[name] = owner
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def _changed(self) -> None:
        for watcher in self._watchers:
            watcher()
