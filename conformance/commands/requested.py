"""From the words after `examgate run` to what is asked: a new run, one that goes on, or what did not pass in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from conformance.commands import words
from conformance.commands.words import Values
from conformance.request import RunRequest
from conformance.saying import Stopped
from reports.form import Language, Text

Read = Callable[[Values, str], Any]
FIELDS: Mapping[str, tuple[str, Read]] = {
    "--season": ("season", words.last),
    "--target": ("target", words.last),
    "--rules": ("rules", words.every),
    "--scenario": ("scenarios", words.every),
    "--core": ("core", words.flag),
    "--harm": ("harm", words.numbers),
    "--seed": ("seed", words.number),
    "--evidence": ("evidence", words.last),
    "--lab-retries": ("lab_retries", words.number),
    "--grid": ("grid", words.last),
    "--pair": ("pair", words.last),
    "--allow-irreversible": ("allow_irreversible", words.flag),
    "--waivers": ("waivers", words.last),
    "--known-failures": ("known_failures", words.last),
    "--flaky": ("flaky", words.last),
    "--unmasked": ("unmasked", words.flag),
    "--defect": ("defect", words.last),
    "--defects": ("defects", words.every),
    "--catalogue": ("catalogue", words.last),
    "--features": ("features", words.last),
    "--steps": ("steps", words.every),
}
"""What each option says of a request, and how its value is read."""
NARROWING = ("--rules", "--scenario", "--core", "--harm")


def request(values: Values, lang: Language, base: RunRequest | None = None) -> RunRequest:
    """The request that is given, on top of another where there is one."""
    return replace(base or RunRequest(), lang=lang, **_given(values))


def same(values: Values, begun: RunRequest, lang: Language) -> RunRequest:
    """The request of a run that goes on; Stopped where a word beside it says something else. Its language is that of who goes on."""
    for option, (field, read) in FIELDS.items():
        if option in values and read(values, option) != getattr(begun, field):
            raise Stopped(
                Text(
                    f"--resume goes on as the run was begun; {option} says something else: leave it out, or begin a new run",
                    f"--resume 按原有设置继续运行，而 {option} 与之不一致；请去掉该选项，或重新运行",
                )
            )
    return replace(begun, lang=lang if "--lang" in values else begun.lang)


def alone(option: str, values: Values, others: Iterable[str]) -> None:
    """Stopped where an option stands beside one that it excludes."""
    for other in others:
        if option in values and other in values:
            raise Stopped(
                Text(f"{option} and {other} exclude each other", f"{option} 与 {other} 不能同时使用")
            )


def _given(values: Values) -> dict[str, Any]:
    return {field: read(values, option) for option, (field, read) in FIELDS.items() if option in values}
