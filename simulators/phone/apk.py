"""The package files of an installed Android app: real archives, always the same for the same code, version and channel.

An app comes as a base and a split. The signature and the channel stand in the APK Signing Block, ahead of the archive's
central directory, where tools that mark channels put them.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256, shake_256
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Protocol
from zipfile import ZipFile, ZipInfo

BASE, SPLIT = "base.apk", "split_config.zh.apk"
CODE_BYTES = 4096
"""As many of the bytes of a release's code as are put into its base."""
SIGNATURE, CHANNEL = 0x7109871A, 0x71777777
"""The ids of Android's signature scheme 2, and of the channel as Walle writes it."""
MAGIC = b"APK Sig Block 42"
END = b"PK\x05\x06"
DIRECTORY_AT = 16
"""Where in the end record the place of the central directory stands."""


class App(Protocol):
    """What a package says of its app."""

    @property
    def package(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def version(self) -> str: ...


def files(app: App, channel: str) -> Mapping[str, bytes]:
    """The files of an app that came through a channel, by name."""
    return _files(app.package, app.version, app.label, type(app).__module__, channel)


@cache
def _files(package: str, version: str, label: str, module: str, channel: str) -> Mapping[str, bytes]:
    head = f'<manifest package="{package}" versionName="{version}"'
    code = shake_256(f"{package} {version} {_code(module)}".encode()).digest(CODE_BYTES)
    base = {"AndroidManifest.xml": f'{head} label="{label}"/>'.encode(), "classes.dex": b"dex\n035\0" + code}
    split = {"AndroidManifest.xml": f'{head} split="config.zh"/>'.encode()}
    return {BASE: signed(_archive(base), channel), SPLIT: signed(_archive(split), channel)}


def signed(archive: bytes, channel: str) -> bytes:
    """An archive with a signing block: one signature over its content, and the channel."""
    end = archive.rindex(END)
    (directory,) = struct.unpack_from("<I", archive, end + DIRECTORY_AT)
    pairs = _pair(SIGNATURE, sha256(archive).digest()) + _pair(
        CHANNEL, json.dumps({"channel": channel}).encode()
    )
    size = struct.pack("<Q", len(pairs) + 8 + len(MAGIC))
    block = size + pairs + size + MAGIC
    moved = struct.pack("<I", directory + len(block))
    return (
        archive[:directory]
        + block
        + archive[directory : end + DIRECTORY_AT]
        + moved
        + archive[end + DIRECTORY_AT + len(moved) :]
    )


def _pair(key: int, value: bytes) -> bytes:
    return struct.pack("<QI", len(value) + 4, key) + value


def _archive(entries: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in entries.items():
            archive.writestr(ZipInfo(name), content)
    return made.getvalue()


@cache
def _code(module: str) -> str:
    """A digest of the code of an app: its package's modules and those directly above, as this process runs them."""
    mark = sha256()
    for name, source in _sources(module):
        mark.update(f"{name}\0{source}\0".encode())
    return mark.hexdigest()


def _sources(module: str) -> Iterator[tuple[str, str]]:
    package = module.rpartition(".")[0]
    above = package.rpartition(".")[0]
    for room, pattern in ((package, "**/*.py"), (above, "*.py")):
        spec = find_spec(room) if room else None
        for folder in sorted((spec and spec.submodule_search_locations) or ()):
            for path in sorted(Path(folder).glob(pattern)):
                inside = ".".join(path.relative_to(folder).with_suffix("").parts)
                name = f"{room}.{inside}".removesuffix(".__init__")
                loader = getattr(find_spec(name), "loader", None)
                if isinstance(loader, SourceFileLoader):
                    yield name, loader.get_source(name) or ""
