"""Small packages, with manifests in Android's binary XML as `aapt` writes them."""

import struct
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZipFile

PACKAGE = "org.example.notes"
FOREIGN: Mapping[str, str] = {"package": PACKAGE, "versionName": "1.0", "versionCode": "1"}
RESOURCES = {"name": 0x0101_0003, "label": 0x0101_0001, "versionCode": 0x0101_021B, "versionName": 0x0101_021C,
             "minSdkVersion": 0x0101_020C}  # fmt: skip
NONE = 0xFFFF_FFFF
Tag = tuple[str, Mapping[str, str], Sequence["Tag"]]
LAUNCHED: Sequence[Tag] = (
    ("application", {"label": "笔记"}, (
        ("activity", {"name": ".Notes"}, (
            ("intent-filter", {}, (
                ("action", {"name": "android.intent.action.MAIN"}, ()),
                ("category", {"name": "android.intent.category.LAUNCHER"}, ()),
            )),
        )),
    )),
)  # fmt: skip


def packed(head: Mapping[str, str], below: Sequence[Tag] = LAUNCHED, *, utf8: bool = True) -> bytes:
    """An archive with that manifest."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("AndroidManifest.xml", binary(("manifest", head, below), utf8=utf8))
        archive.writestr("classes.dex", b"dex\n035\0")
    return made.getvalue()


def binary(root: Tag, *, utf8: bool = True) -> bytes:
    """A document in binary XML."""
    strings = list(RESOURCES)
    body = _tag(root, strings)
    resources = _chunk(0x0180, 8, struct.pack(f"<{len(RESOURCES)}I", *RESOURCES.values()))
    content = _pool(strings, utf8=utf8) + resources + body
    return struct.pack("<HHI", 0x0003, 8, len(content) + 8) + content


def _chunk(kind: int, head: int, content: bytes) -> bytes:
    return struct.pack("<HHI", kind, head, len(content) + 8) + content


def _index(text: str, strings: list[str]) -> int:
    if text not in strings:
        strings.append(text)
    return strings.index(text)


def _tag(tag: Tag, strings: list[str]) -> bytes:
    name, attributes, below = tag
    rows = b"".join(
        struct.pack("<IIIHBBI", NONE, _index(key, strings), (at := _index(value, strings)), 8, 0, 3, at)
        for key, value in attributes.items()
    )
    start = struct.pack("<IIIIHHHHHH", 1, NONE, NONE, _index(name, strings), 20, 20, len(attributes), 0, 0, 0)
    end = struct.pack("<IIII", 1, NONE, NONE, _index(name, strings))
    inner = b"".join(_tag(one, strings) for one in below)
    return _chunk(0x0102, 16, start + rows) + inner + _chunk(0x0103, 16, end)


def _pool(strings: list[str], *, utf8: bool) -> bytes:
    places, content = list[int](), b""
    for text in strings:
        places.append(len(content))
        raw = text.encode()
        wide = text.encode("utf-16-le")
        content += (
            bytes([len(text), len(raw)]) + raw + b"\0"
            if utf8
            else struct.pack("<H", len(wide) // 2) + wide + b"\0\0"
        )
    content += b"\0" * (-len(content) % 4)
    start = 28 + 4 * len(strings)
    head = struct.pack("<IIIII", len(strings), 0, 0x100 if utf8 else 0, start, 0)
    return _chunk(0x0001, 28, head + struct.pack(f"<{len(places)}I", *places) + content)
