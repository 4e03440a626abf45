"""What a package says of itself: its manifest, out of a real apk or one of the simulated apps'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from simulators.wire.android.binary_xml import BadXml, Element, elements

NAME = "AndroidManifest.xml"
MAIN, LAUNCHER = "android.intent.action.MAIN", "android.intent.category.LAUNCHER"
MOST = 16 * 1024 * 1024
"""Bytes that a manifest may have."""
CHANNEL = re.compile(rb'\x77\x77\x77\x71\{"channel": "([^"\\]*)"\}')
"""As Walle writes it: the pair's id and its JSON."""


class NoPackage(ValueError):
    """It is no apk, or says nothing of itself."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A package's name, version and kind. `activity` is what the launcher opens, empty where it opens nothing."""

    package: str
    version: str
    code: int
    label: str = ""
    activity: str = ""
    split: str = ""
    instrumentation: str = ""
    min_sdk: int = 1
    channel: str = ""


def read(apk: bytes) -> Manifest:
    """The manifest of an archive. NoPackage says what it is instead."""
    try:
        with ZipFile(BytesIO(apk)) as archive:
            if archive.getinfo(NAME).file_size > MOST:
                raise NoPackage(f"the manifest has more than {MOST} bytes")
            content = archive.read(NAME)
    except (BadZipFile, KeyError, NotImplementedError, EOFError, ValueError, OSError) as fault:
        raise NoPackage(f"no archive with a manifest: {fault}") from fault
    try:
        tags = list(_plain(content) if content.lstrip()[:1] == b"<" else elements(content))
    except (BadXml, ElementTree.ParseError) as fault:
        raise NoPackage(f"a manifest that cannot be read: {fault}") from fault
    marked = CHANNEL.search(apk)
    return _manifest(tags, marked[1].decode(errors="replace") if marked else "")


def _plain(content: bytes) -> Iterator[Element]:
    """A manifest in letters."""

    def walk(node: ElementTree.Element, depth: int) -> Iterator[Element]:
        yield Element(depth, node.tag, {key.rpartition("}")[2]: value for key, value in node.attrib.items()})
        for child in node:
            yield from walk(child, depth + 1)

    yield from walk(ElementTree.fromstring(content), 0)


def _manifest(tags: list[Element], channel: str) -> Manifest:
    if not tags or tags[0].name != "manifest" or not tags[0].attributes.get("package"):
        raise NoPackage("a manifest that names no package")
    head = tags[0].attributes
    package = head["package"]
    first = {tag.name: tag.attributes for tag in reversed(tags)}
    label = first.get("application", {}).get("label", head.get("label", ""))
    runner = first.get("instrumentation", {}).get("name", "")
    least = first.get("uses-sdk", {}).get("minSdkVersion", "1")
    return Manifest(
        package,
        head.get("versionName", ""),
        int(code) if (code := head.get("versionCode", "0")).isdecimal() else 0,
        "" if label.startswith("@") else label,
        _launched(tags),
        head.get("split", ""),
        f"{package}/{runner}" if runner else "",
        int(least) if least.isdecimal() else 1,
        channel,
    )


def _launched(tags: list[Element]) -> str:
    """The activity, or another name for one, of which a filter says that the launcher opens it."""
    activity, words = "", set[str]()
    for tag in tags:
        if tag.name in {"activity", "activity-alias"}:
            activity, words = tag.attributes.get("name", ""), set()
        elif tag.name == "intent-filter":
            words = set()
        elif tag.name in {"action", "category"}:
            words.add(tag.attributes.get("name", ""))
        if activity and words >= {MAIN, LAUNCHER}:
            return activity
    return ""
