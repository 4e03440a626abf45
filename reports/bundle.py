"""Packs a run's evidence into the page: each tree and each picture once, compressed, in pieces read on demand.

A piece is base64 of a zlib stream, which holds no character that could end the element it stands in; the page
unpacks it with ``DecompressionStream("deflate")``. Trees are packed in groups, because neighbours look alike.
"""

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from reports.form import Evidence, FormError, Results, Scenario, Seen, load_evidence
from reports.visible import all_visible

TREES_IN_A_PIECE = 48
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]+")
Tree = dict[str, Any]


@dataclass(slots=True)
class Pool:
    """Things of one kind, each once, numbered in the order in which they were first seen."""

    things: list[Any] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, thing: Any) -> int:
        """The number of ``thing``; equal content has the same number wherever it comes from."""
        mark = hashlib.sha256(json.dumps(thing, sort_keys=True).encode()).hexdigest()
        if mark not in self.numbers:
            self.numbers[mark] = len(self.things)
            self.things.append(thing)
        return self.numbers[mark]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the page embeds: packed pieces by element id, and pictures as data URIs by number."""

    run: str
    trees: tuple[str, ...]
    pictures: tuple[str, ...]


def bundle(results: Results, out_dir: Path) -> Bundle:
    """Pack scenarios, steps, timelines, trees and pictures of a run whose evidence lies under ``out_dir``."""
    trees, pictures = Pool(), Pool()
    scenarios = [_scenario(scenario, out_dir, trees, pictures) for scenario in results.scenarios]
    groups = range(0, len(trees.things), TREES_IN_A_PIECE)
    return Bundle(
        run=pack({"scenarios": scenarios, "treesInAPiece": TREES_IN_A_PIECE}),
        trees=tuple(pack(trees.things[start : start + TREES_IN_A_PIECE]) for start in groups),
        pictures=tuple(pictures.things),
    )


def pack(data: Any) -> str:
    """Base64 of the zlib stream of ``data`` as JSON, every string made visible."""
    text = json.dumps(all_visible(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _scenario(scenario: Scenario, out_dir: Path, trees: Pool, pictures: Pool) -> dict[str, Any]:
    evidence = find_evidence(scenario, out_dir)
    row: dict[str, Any] = msgspec.to_builtins(scenario)
    row["evidence"] = evidence is not None or not scenario.evidence
    for step, seen in zip(row["steps"], kept(scenario, evidence or Evidence()), strict=True):
        photos = list(_photos(step["told"], evidence or Evidence(), pictures))
        step["phones"] = photos or list(_phones(seen, evidence or Evidence(), trees, pictures))
        del step["evidence"]
    return row


def find_evidence(scenario: Scenario, out_dir: Path) -> Evidence | None:
    """The scenario's evidence; None where there is no file, so that a report can be made from results alone."""
    if not scenario.evidence:
        return None
    path = (out_dir / scenario.evidence).resolve()
    if not path.is_relative_to(out_dir.resolve()):
        raise FormError(
            f"scenario {scenario.id!r}: its evidence {scenario.evidence!r} is outside of {out_dir}"
        )
    return load_evidence(path) if path.is_file() else None


def kept(scenario: Scenario, evidence: Evidence) -> list[Seen]:
    """What each step saw: as the step says, and where it is silent, as the evidence file says."""
    listed = [*evidence.steps, *[Seen()] * len(scenario.steps)]
    return [_merged(step.evidence, said) for step, said in zip(scenario.steps, listed, strict=False)]


def _merged(first: Seen, second: Seen) -> Seen:
    return replace(
        first,
        main=first.main or second.main,
        aux=first.aux or second.aux,
        main_shot=first.main_shot or second.main_shot,
        aux_shot=first.aux_shot or second.aux_shot,
        others=first.others or second.others,
    )


def _phones(kept: Seen, evidence: Evidence, trees: Pool, pictures: Pool) -> Iterator[dict[str, Any]]:
    """Main and aux always, so that the two stand side by side; further phones where there were any."""
    rows = [("main", kept.main, kept.main_shot), ("aux", kept.aux, kept.aux_shot)]
    rows += [(name, tree, "") for name, tree in kept.others.items()]
    for role, tree, shot in rows:
        phone: dict[str, Any] = {"role": role}
        if tree in evidence.trees:
            phone["tree"] = trees.number(_with_numbers(evidence.trees[tree], pictures))
        if shot in evidence.shots and _BASE64.fullmatch(evidence.shots[shot]):
            phone["shot"] = pictures.number(_uri(evidence.shots[shot]))
        yield phone


def _photos(told: Sequence[Any], evidence: Evidence, pictures: Pool) -> Iterator[dict[str, Any]]:
    """What operators photographed at their places."""
    for one in told:
        for name in one["photos"]:
            if _BASE64.fullmatch(evidence.shots.get(name, "")):
                yield {"role": one["place"], "shot": pictures.number(_uri(evidence.shots[name]))}


def _uri(picture: str) -> str:
    """A kept picture as the page shows it; a JPEG begins with FF D8 FF."""
    return f"data:image/{'jpeg' if picture.startswith('/9j/') else 'png'};base64,{picture}"


def _with_numbers(tree: Tree, pictures: Pool) -> Tree:
    """The tree with each picture replaced by its number; what is no embedded picture is left out."""
    row = {key: value for key, value in tree.items() if key not in {"image", "children"}}
    image = tree.get("image")
    if isinstance(image, str) and _PICTURE.fullmatch(image):
        row["image"] = pictures.number(image)
    row["children"] = [_with_numbers(child, pictures) for child in tree.get("children", ())]
    return row
