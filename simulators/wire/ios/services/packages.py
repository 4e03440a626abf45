"""What a package says of itself: an .ipa file, or the folder of its app, as it lies in the media folder."""

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from simulators.wire.ios.plists import BadFrame, parsed, text
from simulators.wire.ios.services.files import Files, NoFile

INFO = re.compile(r"Payload/[^/]+\.app/Info\.plist")
LARGEST_INFO = 1024 * 1024
FILE = "Info.plist"


class NoPackage(Exception):
    """There is nothing that can be installed; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Package:
    """Whose it is, and of what version."""

    bundle: str
    version: str


def read(files: Files, path: str) -> Package:
    """The package at that path of the media folder. NoPackage where there is none."""
    try:
        inside = _folder(files, path) if files.is_folder(path) else _archive(files.read(path))
        info = parsed(inside)
    except (NoFile, BadZipFile, BadFrame, KeyError, RuntimeError, NotImplementedError) as fault:
        raise NoPackage(f"{path} is no package: {fault}") from fault
    bundle = text(info, "CFBundleIdentifier")
    if not bundle:
        raise NoPackage(f"{path} names no CFBundleIdentifier")
    return Package(bundle, text(info, "CFBundleShortVersionString") or text(info, "CFBundleVersion"))


def _folder(files: Files, path: str) -> bytes:
    places = [f"{path}/{FILE}", *(f"{path}/{name}/{FILE}" for name in files.listed(path))]
    found = next((one for one in places if files.is_file(one)), None)
    if found is None:
        raise NoFile(f"no {FILE} in it")
    return files.read(found)


def _archive(content: bytes) -> bytes:
    with ZipFile(BytesIO(content)) as bag:
        entry = next((one for one in bag.infolist() if INFO.fullmatch(one.filename)), None)
        if entry is None:
            raise NoFile(f"no {INFO.pattern} in it")
        if entry.file_size > LARGEST_INFO:
            raise NoFile(f"its {FILE} has {entry.file_size} bytes")
        return bag.read(entry)


__all__ = ["NoPackage", "Package", "read"]
