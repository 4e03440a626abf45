"""What the page knows of rules, atoms and chapters: put together here, shown by its script when a reader asks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from reports.form import Results, Rule, Text, Verdict
from reports.wording import place, word


@dataclass(frozen=True, slots=True)
class Fates:
    """How the document's atoms fare: by the verdict of the rule that names them, and how many no rule names."""

    verdicts: dict[Verdict, int]
    lost: int


def fates(results: Results) -> Fates:
    """Count the atoms by the verdicts of their rules."""
    homes = {atom: rule for rule in results.rules for source in rule.source for atom in source.atoms}
    found = [homes.get(atom.id) for atom in results.atoms]
    return Fates(tally(rule.verdict for rule in found if rule), found.count(None))


def tally(verdicts: Iterable[Verdict]) -> dict[Verdict, int]:
    """How many there are of each verdict; one that nobody has is absent."""
    return dict(Counter(verdicts))


def known_of(results: Results) -> dict[str, Any]:
    """Rules, atoms and chapters as the script takes them; every place of the document in both languages."""
    return {
        "rules": [_rule(rule) for rule in results.rules],
        "atoms": [msgspec.to_builtins(atom) for atom in results.atoms],
        "places": _places(results),
        "chapters": [
            {
                "id": row["id"],
                "title": msgspec.to_builtins(row["title"]),
                "rules": [rule.id for rule in row["rules"]],
                "scenarios": [scenario.id for scenario in row["scenarios"]],
            }
            for row in chapters(results)
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(rule)
    return {**row, "counted": rule.counted}


def _places(results: Results) -> dict[str, list[str]]:
    sections = {atom.section for atom in results.atoms}
    sections |= {source.section for rule in results.rules for source in rule.source}
    return {section: [place(section).en, place(section).zh] for section in sorted(sections)}


def chapters(results: Results) -> list[dict[str, Any]]:
    """The chapters in the catalogue's order, each with its rules and the scenarios that exercise them first."""
    titles = {chapter.id: chapter.title for chapter in results.chapters}
    for rule in results.rules:
        titles.setdefault(rule.chapter, Text(rule.chapter, rule.chapter))
    home = {name: rule.chapter for rule in reversed(results.rules) for name in rule.scenarios}
    for rule in results.rules:
        home.update({s.id: rule.chapter for s in results.scenarios if s.rules[:1] == (rule.id,)})
    rows = [
        {
            "id": name,
            "title": title,
            "rules": [rule for rule in results.rules if rule.chapter == name],
            "counts": tally(rule.verdict for rule in results.rules if rule.chapter == name),
            "scenarios": [s for s in results.scenarios if home.get(s.id, "") == name],
        }
        for name, title in titles.items()
    ]
    homeless = [s for s in results.scenarios if home.get(s.id, "") not in titles]
    if homeless:
        rows.append(
            {"id": "", "title": word("ui", "scenarios"), "rules": [], "counts": {}, "scenarios": homeless}
        )
    return [row for row in rows if row["rules"] or row["scenarios"]]
