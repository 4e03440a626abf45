"""What changes for a vendor from one season to another: values, papers, features, and the rules that begin or cease."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conformance import catalogue
from conformance.catalogue import Row
from conformance.season import Season, Subject
from conformance.seasonkit import words
from conformance.seasonkit.facts import facts
from conformance.traits import FEATURES, season_features
from reports.form import Text


@dataclass(frozen=True, slots=True)
class Change:
    """One line: what it is about, how it is in the first season, how in the second."""

    name: Text
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class Turn:
    """A rule that begins or ceases to apply, and why."""

    row: Row
    why: Text


@dataclass(frozen=True, slots=True)
class Difference:
    """All that is otherwise; nothing where the seasons are alike."""

    values: tuple[Change, ...]
    papers: tuple[Change, ...]
    features: tuple[Text, ...]
    begins: tuple[Turn, ...]
    ceases: tuple[Turn, ...]

    @property
    def none(self) -> bool:
        return not (self.values or self.papers or self.features or self.begins or self.ceases)


def difference(one: Season, other: Season, rows: Sequence[Row]) -> Difference:
    """From the first season to the second, for the rules of a catalogue."""
    return Difference(
        tuple(_values(one, other)),
        tuple(_papers(one, other)),
        tuple(_features(one, other)),
        tuple(_turns(other, one, rows)),
        tuple(_turns(one, other, rows)),
    )


def _values(one: Season, other: Season) -> Iterator[Change]:
    first, second = facts(one), facts(other)
    for key in dict.fromkeys((*first, *second)):
        values = [there[key].value if key in there else None for there in (first, second)]
        if values[0] != values[1]:
            yield Change(words.key(key), words.value(values[0]), words.value(values[1]))


def _papers(one: Season, other: Season) -> Iterator[Change]:
    first, second = ({paper.id: paper for paper in season.subjects} for season in (one, other))
    for name in dict.fromkeys((*first, *second)):
        told = [_paper(there.get(name), season) for there, season in ((first, one), (second, other))]
        if told[0] != told[1]:
            yield Change(Text(name, name), *told)


def _paper(paper: Subject | None, season: Season) -> Text:
    if paper is None:
        return Text("–", "–")
    formal = paper.window("formal")
    mocks = len(paper.windows) - 1
    pages = (
        (f"{paper.pages} pages", f"答题纸{paper.pages}页") if paper.has_sheet else ("no sheet", "无答题纸")
    )
    when = f"{formal.start:%Y-%m-%d %H:%M}-{formal.end:%H:%M}"
    head = f"{season.major(paper.major).name} {paper.name}"
    return Text(
        f"{head}, {when}, {pages[0]}, {mocks} mocks", f"{head}，{when}，{pages[1]}，模拟考试{mocks}场"
    )


def _features(one: Season, other: Season) -> Iterator[Text]:
    """What the second season has and the first has not, and the other way round, each as a sentence."""
    before, after = season_features(one), season_features(other)
    said = {
        (FEATURES[name].within if there else FEATURES[name].without): None
        for name, there in after.items()
        if there is not before[name]
    }
    yield from said


def _turns(there: Season, gone: Season, rows: Sequence[Row]) -> Iterator[Turn]:
    """The rules that apply to the one season and not to the other, and why not there."""
    for row in rows:
        if catalogue.applies(row, there) and (why := catalogue.why_not(row, gone)):
            yield Turn(row, why)
