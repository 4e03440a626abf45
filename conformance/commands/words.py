"""Reads a command line: commands and options are a table, in both languages; what does not fit is a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conformance.naming import UnknownName
from conformance.saying import Stopped
from reports.form import Language, Text

Values = Mapping[str, tuple[str, ...]]
"""What was given, by option name; arguments without an option under the empty name."""


@dataclass(frozen=True, slots=True)
class Option:
    """`--name VALUE`, `--name` alone where `value` is empty, either where it is in brackets.

    `choices`: the closed list of its values, if any.
    """

    name: str
    value: str
    help: Text
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What a command takes. `arguments`: the name of what may follow without an option, `most` how many."""

    help: Text
    options: tuple[Option, ...] = ()
    arguments: str = ""
    most: int = 0


def read(form: Form, words: Sequence[str]) -> Values:
    """The values on a command line; Stopped or UnknownName says which word does not fit, and what would."""
    known = {option.name: option for option in form.options}
    found: dict[str, tuple[str, ...]] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        name, _, value = word.partition("=")
        if not word.startswith("-"):
            found[""] = (*found.get("", ()), word)
        elif name not in known:
            raise UnknownName(Text("option", "选项"), name, list(known))
        elif not known[name].value or (_may_be_alone(known[name]) and not value and _is_option(left)):
            found[name] = ("",)
        else:
            given = value if value or word.endswith("=") else _next(known[name], left)
            found[name] = (*found.get(name, ()), _chosen(known[name], given))
    if len(found.get("", ())) > form.most:
        extra = found[""][form.most]
        raise Stopped(Text(f"{extra!r} is one word too many", f"多余的参数：{extra}"))
    return found


def number(values: Values, name: str, default: int = 0) -> int:
    """The whole number given for an option, the last one if it was given twice."""
    text = last(values, name, str(default))
    if not text.isascii() or not text.removeprefix("-").isdigit():
        raise Stopped(Text(f"{name} {text!r} is no whole number", f"{name} 须为整数，而不是“{text}”"))
    return int(text)


def numbers(values: Values, name: str) -> tuple[int, ...]:
    """Every number given for an option whose closed list holds nothing else, each once, in their order."""
    return tuple(sorted({int(text) for text in every(values, name)}))


def positive(values: Values, name: str, default: int) -> int:
    """The number given for an option, 1 or more; Stopped for less."""
    found = number(values, name, default)
    if name in values and found < 1:
        raise Stopped(Text(f"{name} {found}: expected 1 or more", f"{name} {found}：须为不小于 1 的整数"))
    return found


def last(values: Values, name: str, default: str = "") -> str:
    """The last value given for an option."""
    return values.get(name, (default,))[-1]


def every(values: Values, name: str) -> tuple[str, ...]:
    """All the values given for an option."""
    return values.get(name, ())


def flag(values: Values, name: str) -> bool:
    """Whether an option without a value was given."""
    return name in values


def help_text(command: str, form: Form, lang: Language) -> str:
    """How a command is used."""
    usage = " ".join(
        filter(
            None,
            [
                "examgate",
                command,
                "[…]" if form.options else "",
                f"[{form.arguments}]" if form.arguments else "",
            ],
        )
    )
    lines = [f"{Text('usage: ', '用法：').within(lang)}{usage}", "", form.help.within(lang), ""]
    width = max((len(f"{option.name} {option.value}") for option in form.options), default=0)
    lines += [f"  {f'{o.name} {o.value}':<{width}}  {o.help.within(lang)}" for o in form.options]
    return "\n".join(lines).rstrip()


def _may_be_alone(option: Option) -> bool:
    return option.value.startswith("[")


def _is_option(left: Sequence[str]) -> bool:
    """Whether what follows is no value: another option, or nothing."""
    return not left or left[0].startswith("-")


def _next(option: Option, left: list[str]) -> str:
    if not left:
        raise Stopped(
            Text(f"{option.name} lacks its value {option.value}", f"{option.name} 缺少取值 {option.value}")
        )
    return left.pop(0)


def _chosen(option: Option, value: str) -> str:
    if option.choices and value not in option.choices:
        listed = ", ".join(option.choices)
        raise Stopped(
            Text(
                f"{option.name} {value!r}: expected one of {listed}",
                f"{option.name} 的取值“{value}”无效，可选：{listed}",
            )
        )
    return value
