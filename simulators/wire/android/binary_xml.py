"""Android's binary XML, as manifests have it inside of packages: elements with their attributes, in order.

Source: AOSP, androidfw/ResourceTypes.h. An attribute is named by its resource where it has one, as names may be left out.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

XML, STRINGS, RESOURCES, START, END = 0x0003, 0x0001, 0x0180, 0x0102, 0x0103
CHUNK = struct.Struct("<HHI")
POOL = struct.Struct("<IIIII")
ELEMENT = struct.Struct("<IIHHHHHH")
ATTRIBUTE = struct.Struct("<IIIHBBI")
UTF8 = 0x100
TEXT = 0x03
"""The kind of a value that is a string."""
NONE = 0xFFFF_FFFF
NAMES: Mapping[int, str] = {
    0x0101_0001: "label",
    0x0101_0003: "name",
    0x0101_0021: "targetPackage",
    0x0101_020C: "minSdkVersion",
    0x0101_021B: "versionCode",
    0x0101_021C: "versionName",
}
"""android.R.attr, as far as anything is asked of it."""


class BadXml(ValueError):
    """It is no binary XML, or breaks off."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element: how deep it stands, what it is called, its attributes by name; a reference is `@` and its number."""

    depth: int
    name: str
    attributes: Mapping[str, str]


def elements(content: bytes) -> Iterator[Element]:
    """Every element from the outside in. BadXml where it cannot be read."""
    try:
        yield from _elements(content)
    except (struct.error, IndexError, UnicodeDecodeError) as fault:
        raise BadXml(f"the binary XML breaks off: {fault}") from fault


def _elements(content: bytes) -> Iterator[Element]:
    kind, size, _ = CHUNK.unpack_from(content)
    if kind != XML:
        raise BadXml(f"a binary XML begins with {XML:#06x}, not with {kind:#06x}")
    strings, resources, depth = list[str](), list[int](), 0
    while size < len(content):
        kind, head, length = CHUNK.unpack_from(content, size)
        if length < CHUNK.size:
            raise BadXml(f"a chunk has {length} bytes")
        chunk = content[size : size + length]
        if kind == STRINGS:
            strings = _strings(chunk, head)
        elif kind == RESOURCES:
            resources = [number for (number,) in struct.iter_unpack("<I", chunk[head:])]
        elif kind == START:
            yield _element(chunk, head, strings, resources, depth)
            depth += 1
        elif kind == END:
            depth -= 1
        size += length


def _strings(chunk: bytes, head: int) -> list[str]:
    count, _, flags, start, _ = POOL.unpack_from(chunk, CHUNK.size)
    places = struct.unpack_from(f"<{count}I", chunk, head)
    read = _utf8 if flags & UTF8 else _utf16
    return [read(chunk, start + place) for place in places]


def _utf8(chunk: bytes, place: int) -> str:
    """Two lengths, in characters and in bytes, each of one byte or two."""
    place += 2 if chunk[place] & 0x80 else 1
    length = chunk[place]
    place += 1
    if length & 0x80:
        length = (length & 0x7F) << 8 | chunk[place]
        place += 1
    return chunk[place : place + length].decode(errors="replace")


def _utf16(chunk: bytes, place: int) -> str:
    (length,) = struct.unpack_from("<H", chunk, place)
    place += 2
    if length & 0x8000:
        length = (length & 0x7FFF) << 16 | struct.unpack_from("<H", chunk, place)[0]
        place += 2
    return chunk[place : place + 2 * length].decode("utf-16-le", errors="replace")


def _element(chunk: bytes, head: int, strings: list[str], resources: list[int], depth: int) -> Element:
    _, name, start, size, count, *_ = ELEMENT.unpack_from(chunk, head)
    found = dict[str, str]()
    for number in range(count):
        _, key, raw, _, _, kind, data = ATTRIBUTE.unpack_from(chunk, head + start + number * size)
        known = NAMES.get(resources[key]) if key < len(resources) else None
        found[known or strings[key]] = _value(strings, raw, kind, data)
    return Element(depth, strings[name], found)


def _value(strings: list[str], raw: int, kind: int, data: int) -> str:
    if raw != NONE:
        return strings[raw]
    if kind == TEXT:
        return strings[data]
    return f"@{data:#x}" if kind == 1 else str(data)
