"""``index.html``: one page that needs no network, for a dean's office as well as for testers.

The rules and their verdicts are plain HTML in both languages; the scenarios, which a script shows, are packed
(:mod:`reports.bundle`). A content security policy names the hashes of the page's one style sheet and one script, so
that a name with markup in it could not run or fetch anything even if it escaped from its element.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from reports import listed, templating
from reports.bundle import bundle, pack
from reports.catalogued import chapters, fates, known_of
from reports.form import Results, Rule, Said, Scenario, Step, Text, Verdict
from reports.overview import drivers
from reports.visible import visible
from reports.wording import banner, place, word, wording

STYLES = ("base", "report", "matrix", "viewer", "phone", "print")
SCRIPTS = (
    "words",
    "store",
    "language",
    "inspector",
    "phone",
    "film",
    "timeline",
    "viewer",
    "rules",
    "matrix",
    "scenarios",
    "filter",
    "start",
)
VERDICTS: tuple[Verdict, ...] = (
    "FAIL",
    "ERROR",
    "INCONCLUSIVE",
    "REVIEW",
    "WARN",
    "WAIVED",
    "NOT_APPLICABLE",
    "PASS",
)
SETTLED = {"PASS", "NOT_APPLICABLE", "WAIVED"}


def page(results: Results, out_dir: Path) -> str:
    """The whole page; equal results and evidence give equal text."""
    packed = bundle(results, out_dir)
    known = {scenario.id: scenario for scenario in results.scenarios}
    return (
        environment()
        .get_template("index.html.j2")
        .render(
            results=results,
            banner=banner(results),
            chapters=chapters(results),
            attention=[
                rule for rule in ranked(results.rules) if rule.counted and rule.verdict not in SETTLED
            ],
            scenarios=known,
            not_passed=lambda rule: [s for s in map(known.get, rule.scenarios) if s and s.verdict != "PASS"],
            on_lists=lambda shown: listed.of(results, shown),
            fates=fates(results),
            drivers=drivers(results),
            catalogue=pack(known_of(results)),
            packed=packed,
            words=pack(_words()),
            style=_joined(STYLES, "css"),
            script=_script(),
            policy=policy(),
        )
    )


@cache
def environment() -> Environment:
    """That of this room, with the words that its templates use."""
    made = templating.environment("reports")
    made.globals.update(
        word=word, place=place, verdicts=VERDICTS, broken=broken, address=address, cell=cell, is_text=is_text
    )
    return made


def ranked(rules: tuple[Rule, ...]) -> list[Rule]:
    """Gravest verdict first, then the greatest harm, then in the catalogue's order."""
    return sorted(rules, key=lambda rule: (VERDICTS.index(rule.verdict), rule.harm))


def broken(scenario: Scenario) -> Step | None:
    """The step at which a scenario ended otherwise than it should."""
    return next((step for step in scenario.steps if step.status not in {"passed", "not_run"}), None)


def is_text(said: Said) -> bool:
    """Whether a sentence is ours, in both languages, rather than a foreign string."""
    return isinstance(said, Text)


def address(scenario: Scenario) -> str:
    """The link that opens a scenario in the viewer."""
    return f"#scenario/{quote(visible(scenario.id), safe='')}"


def cell(value: Any) -> Said:
    """A value of a row of assumptions: a sentence in both languages where it is one, else one string."""
    match value:
        case {"en": str(en), "zh": str(zh)}:
            return Text(en, zh)
        case list() | tuple():
            return ", ".join(map(str, value))
    return str(value)


def policy() -> str:
    """The page's content security policy."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{hashed(_joined(STYLES, 'css'))}'; script-src '{hashed(_script())}'"
    )


@cache
def _joined(names: tuple[str, ...], kind: str) -> Markup:
    folder = files("reports") / "templates" / kind
    return Markup("\n").join(
        Markup((folder / f"{name}.{kind}").read_text(encoding="utf-8")) for name in names
    )


def _script() -> Markup:
    return Markup('"use strict";\n(() => {\n') + _joined(SCRIPTS, "js") + Markup("})();\n")


def hashed(text: Markup) -> str:
    """The source expression by which a policy allows this very text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(str(text).encode()).digest()).decode()


def _words() -> dict[str, dict[str, list[str]]]:
    return {
        group: {key: [said.en, said.zh] for key, said in rows.items()} for group, rows in wording().items()
    }
