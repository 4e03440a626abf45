"""One rule in the terminal: source, reading, answer, values and scenarios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text as Line

from conformance import answers
from conformance.catalogue import Row
from conformance.rulebook import values
from conformance.season import Season
from conformance.sentences.scenes import Scene
from conformance.sentences.suite import Suite
from reports.form import Language, Text
from reports.wording import place, word

CATCHES = Text("it has to catch releases like these:", "须能查出的缺陷版本：")


def lines(
    row: Row, features: Suite, season: Season, lang: Language, defects: Sequence[Text] = ()
) -> Iterator[Line]:
    """The rule, a fact a line, and below it its scenarios, and the seeded `defects` that it has to catch."""
    yield Line(f"{row.id}  ", "bold").append(row.title.within(lang))
    source = _source(row, lang)
    facts = [
        (Text("level", "程度"), word("level", row.level).within(lang)),
        (Text("answers", "责任方"), word("answers_for", row.answers_for).within(lang)),
        (Text("binds", "约束"), " · ".join(word("binds", name).within(lang) for name in row.binds)),
        (Text("harm", "后果"), word("harm", row.harm).within(lang)),
        (
            Text("basis", "依据"),
            word("basis", answers.basis(row.basis, row.reading_ids, season)).within(lang),
        ),
        (Text("source", "出处"), source),
        (Text("reading", "解读"), f"{' '.join(row.reading_ids)} {row.reading.within(lang)}".strip()),
        *((Text("answer", "答复"), _answer(season, name, lang)) for name in row.reading_ids),
        (
            Text("accepts", "可接受"),
            " / ".join(one.within(lang) for one in answers.accepted(row, season).values()),
        ),
        (Text("values", "取值"), _values(row, season, lang)),
        (Text("not exercised", "无法测试"), row.untested.within(lang)),
        (Text("settled by", "认定方"), row.settled_by.within(lang)),
    ]
    width = max(cell_len(name.within(lang)) for name, _ in facts)
    for name, said in facts:
        if said:
            yield Line(f"  {set_cell_size(name.within(lang), width)}  ", "dim").append(
                said, "not dim default"
            )
    yield from _scenarios(row, features, lang)
    for number, one in enumerate(defects):
        if not number:
            yield Line(f"  {CATCHES.within(lang)}", "dim")
        yield Line(f"  · {one.within(lang)}", "default")


def _source(row: Row, lang: Language) -> str:
    if row.notice:
        return row.notice.within(lang)
    line = f"{Text('line', '原文行号').within(lang)} {row.line}"
    return f"{place(row.section).within(lang)} · {line} · {' '.join(row.atoms)}"


def _values(row: Row, season: Season, lang: Language) -> str:
    """The season's values of which a row's atoms speak."""
    colon = "：" if lang == "zh" else ": "
    found = values.of_atoms(values.values(season), row.atoms)
    return " · ".join(
        f"{one.title.within(lang)}{colon}{one.said.within(lang)} ({one.origin.within(lang)})" for one in found
    )


def _answer(season: Season, reading: str, lang: Language) -> str:
    """What was answered in the place of a reading; empty where nothing was."""
    if reading not in season.answers:
        return ""
    told = answers.told_of(season.answers[reading]).within(lang)
    stands = answers.standing(reading, season)
    return f"{told} · {word('ui', stands).within(lang).rstrip(':：')}"


def _scenarios(row: Row, features: Suite, lang: Language) -> Iterator[Line]:
    for scene in _scenes(row, features):
        cases = list(scene.cases())
        rows = f" × {len(cases)}" if len(cases) > 1 else ""
        yield Line(f"  · {scene.name.within(lang)}{rows}", "default")
        yield Line(f"    {cases[0].id.partition('[')[0]}", "dim")


def _scenes(row: Row, features: Suite) -> list[Scene]:
    return [scene for scene in features.scenes if row.id in scene.rules]
