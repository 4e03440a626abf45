"""Package files: the digest of an Android package outside of its signing block, and what an iOS package says of itself.

Shops and vendors mark the channel of a package by a pair of their own in the APK Signing Block, which Android's
signatures do not cover (Walle, VasDolly). Two packages are the same but for their channel where everything outside of the
block is equal and the signatures in it are, too.
"""

from __future__ import annotations

import hashlib
import plistlib
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

END, END_SIZE, LONGEST_COMMENT = b"PK\x05\x06", 22, 0xFFFF
DIRECTORY_AT, COMMENT_AT = 16, 20
"""Where in the end record the place of the central directory stands, and the length of the comment."""
MAGIC = b"APK Sig Block 42"
HEAD, ID, TAIL = 8, 4, 8 + len(MAGIC)
"""Bytes of a length, of an id, and of the length and the magic that end the block."""
SIGNATURES = frozenset({0x7109871A, 0xF05368C0, 0x1B93AD61})
"""The ids of Android's signature schemes 2, 3 and 3.1 in the block."""
LONGEST_PLIST = 1 << 20
INFO = re.compile(r"^Payload/[^/]+\.app/Info\.plist$")


@dataclass(frozen=True, slots=True)
class Bundle:
    """What an iOS package says of itself."""

    id: str
    version: str
    build: str


def same_but_channel(content: bytes) -> str:
    """A digest that two Android packages share where they differ in nothing but their channel; empty for no such package."""
    end = _end(content)
    if end < 0:
        return ""
    (directory,) = struct.unpack_from("<I", content, end + DIRECTORY_AT)
    begin = _block(content, directory)
    if begin < 0 or directory > end:
        return ""
    pairs = _pairs(content[begin:directory])
    if pairs is None:
        return ""
    mark = hashlib.sha256()
    tail = end + DIRECTORY_AT
    for piece in (content[:begin], content[directory:tail], struct.pack("<I", begin), content[tail + 4 :]):
        mark.update(piece)
    for key, value in sorted(pairs):
        if key in SIGNATURES:
            mark.update(struct.pack("<IQ", key, len(value)) + value)
    return mark.hexdigest()


def bundle(path: Path) -> Bundle | None:
    """What the main Info.plist of an iOS package says; None where the file is no such package."""
    try:
        with ZipFile(path) as archive:
            entry = next(one for one in archive.infolist() if INFO.match(one.filename))
            with archive.open(entry) as file:
                said = plistlib.loads(file.read(LONGEST_PLIST))
    except (OSError, BadZipFile, StopIteration, ValueError, plistlib.InvalidFileException):
        return None
    keys = ("CFBundleIdentifier", "CFBundleShortVersionString", "CFBundleVersion")
    return Bundle(*(str(said.get(key, "")) for key in keys)) if isinstance(said, dict) else None


def _end(content: bytes) -> int:
    """Where the end record begins: the last one whose comment ends with the file; -1 where there is none."""
    first = max(0, len(content) - END_SIZE - LONGEST_COMMENT)
    at = content.rfind(END, first)
    while at >= 0:
        if len(content) - at >= END_SIZE:
            (comment,) = struct.unpack_from("<H", content, at + COMMENT_AT)
            if at + END_SIZE + comment == len(content):
                return at
        at = content.rfind(END, first, at + len(END) - 1)
    return -1


def _block(content: bytes, directory: int) -> int:
    """Where the signing block begins; the directory itself where there is none, -1 where its sizes contradict."""
    if directory > len(content):
        return -1
    if content[max(0, directory - len(MAGIC)) : directory] != MAGIC:
        return directory
    at = directory - TAIL
    if at < 0:
        return -1
    (size,) = struct.unpack_from("<Q", content, at)
    begin = directory - size - HEAD
    if begin < 0 or begin > at - HEAD:
        return -1
    return begin if struct.unpack_from("<Q", content, begin) == (size,) else -1


def _pairs(block: bytes) -> list[tuple[int, bytes]] | None:
    """The block's pairs of id and value; none where there is no block, None where they do not fill it."""
    found, at, last = [], HEAD, len(block) - TAIL
    while at < last:
        if last - at < HEAD + ID:
            return None
        (size,) = struct.unpack_from("<Q", block, at)
        if size < ID or at + HEAD + size > last:
            return None
        (key,) = struct.unpack_from("<I", block, at + HEAD)
        found.append((key, block[at + HEAD + ID : at + HEAD + size]))
        at += HEAD + size
    return found
