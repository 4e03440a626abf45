"""The features as data, by gherkin-official's own parse: every scenario and every row of its examples is a case.

pytest-bdd runs the features; this is the second reading by which a scenario that it lets slip is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from gherkin.errors import CompositeParserException
from gherkin.parser import Parser

from conformance.faults import WHOLE, Fault, FileError, Words, foreign
from conformance.sentences.scenes import Case, Scene, Sentence
from reports.form import Text

CHINESE = re.compile(r"\s*#\s*zh:\s*(?P<text>.+?)\s*")

GHERKIN = Words("Gherkin", "符合 Gherkin 语法的文本")
UTF8 = Words("UTF-8", "采用 UTF-8 编码的文件")


class SuiteError(FileError):
    """Features that cannot be read; `faults` lists every one."""


@dataclass(frozen=True, slots=True)
class Suite:
    """All features of a folder; `chapters` maps a folder's name to the title of its first feature."""

    folder: Path
    scenes: tuple[Scene, ...]
    chapters: Mapping[str, Text]

    def cases(self) -> list[Case]:
        """Every case, in the order of the files."""
        return [case for scene in self.scenes for case in scene.cases()]


def shipped() -> Path:
    """The folder of the shipped features."""
    return Path(str(files("features")))


def read(folder: Path | None = None) -> Suite:
    """The features of a folder and all below it; SuiteError names file and line of every one that is no Gherkin."""
    folder = (folder or shipped()).resolve()
    scenes: list[Scene] = []
    chapters: dict[str, Text] = {}
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*.feature")):
        try:
            document = Parser().parse(path.read_text(encoding="utf-8"))
        except CompositeParserException as broken:
            faults += [
                Fault(path, "", foreign(error), GHERKIN, error.location["line"]) for error in broken.errors
            ]
            continue
        except UnicodeDecodeError as broken:
            faults.append(Fault(path, WHOLE, foreign(broken), UTF8))
            continue
        found = list(_scenes(document, path, folder))
        scenes += found
        if found:
            chapters.setdefault(path.parent.name, found[0].feature)
    if faults:
        raise SuiteError(faults)
    return Suite(folder, tuple(scenes), chapters)


def _scenes(document: Any, path: Path, folder: Path) -> Iterator[Scene]:
    feature = document.get("feature")
    if not feature:
        return
    notes = {note["location"]["line"]: note["text"] for note in document["comments"]}
    title = Text(feature["name"], _chinese(notes, feature))
    short = path.relative_to(folder).as_posix()
    for node, tags, before in _nodes(feature, (), ()):
        yield Scene(
            file=path,
            short=short,
            line=node["location"]["line"],
            name=Text(node["name"], _chinese(notes, node)),
            tags=(*tags, *(tag["name"] for tag in node["tags"])),
            sentences=tuple(_sentences([*before, *node["steps"]])),
            rows=tuple(row for row, _ in _rows(node["examples"])),
            row_tags=tuple(tags for _, tags in _rows(node["examples"])),
            outline=bool(node["examples"]) or "Outline" in node["keyword"] or "大纲" in node["keyword"],
            feature=title,
            prose=node["description"].strip(),
        )


def _nodes(
    parent: Any, tags: tuple[str, ...], before: tuple[Any, ...]
) -> Iterator[tuple[Any, tuple[str, ...], tuple[Any, ...]]]:
    """The scenarios below a feature or a rule, with the tags and the background steps they inherit."""
    tags = (*tags, *(tag["name"] for tag in parent["tags"]))
    for child in parent["children"]:
        if "background" in child:
            before = (*before, *child["background"]["steps"])
        elif "rule" in child:
            yield from _nodes(child["rule"], tags, before)
        else:
            yield child["scenario"], tags, before


KINDS = {"Context": "given", "Action": "when", "Outcome": "then"}


def _sentences(steps: Sequence[Any]) -> Iterator[Sentence]:
    kind = "given"
    for step in steps:
        kind = KINDS.get(step["keywordType"], kind)
        yield Sentence(kind, step["keyword"].strip(), step["text"], step["location"]["line"])


def _rows(examples: Sequence[Any]) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Each row of examples, with the tags of its table."""
    for table in examples:
        tags = tuple(tag["name"] for tag in table["tags"])
        header = [cell["value"] for cell in (table.get("tableHeader") or {"cells": []})["cells"]]
        for row in table.get("tableBody", ()):
            yield dict(zip(header, (cell["value"] for cell in row["cells"]), strict=True)), tags


def _chinese(notes: Mapping[int, str], node: Any) -> str:
    """The `# zh:` line right above a node and its tags."""
    line = min([node["location"]["line"], *(tag["location"]["line"] for tag in node["tags"])]) - 1
    match = CHINESE.fullmatch(notes.get(line, ""))
    return match["text"] if match else ""
