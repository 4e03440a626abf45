"""`examgate season new|check|diff`: begin a season file, have files checked, compare two seasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from conformance import answers, catalogue, naming
from conformance.catalogue import Catalogue
from conformance.commands import words
from conformance.commands.common import CATALOGUE, HELP, LANG
from conformance.commands.words import Form, Values
from conformance.console import Console
from conformance.faults import Fault, FileError
from conformance.saying import Stopped
from conformance.season import Season
from conformance.seasonkit import differences, printing, remarks
from conformance.verdict import NOT_JUDGED
from reports.form import Language, Text

FORM = Form(
    help=Text(
        "Begin a season file (new [FILE]; without a file it is printed), have files checked (check FILE...), or see what\n"
        "changes from one season to another (diff A B); a season is given by its name or its file.",
        "新建招考年度文件（new [文件]；不写文件时输出到终端），检查年度文件（check 文件…），\n"
        "或比较两个年度的差异（diff A B）；年度可写名称，也可写文件路径。",
    ),
    options=(LANG, CATALOGUE, HELP),
    arguments="new [FILE] | check FILE... | diff A B",
    most=1000,
)
SOUND = 0


def run(values: Values, lang: Language) -> int:
    """The exit code: 0 done; 3 where a file has faults or a word does not fit."""
    given = values.get("", ())
    return DOES[naming.word_after("season", given, list(DOES))](given[1:], values, lang)


def _new(paths: Sequence[str], _: Values, lang: Language) -> int:
    _count("new", paths, 0, 1)
    template = (files("conformance.seasonkit") / f"template.{lang}.toml").read_text(encoding="utf-8")
    if not paths:
        print(template, end="")
        return SOUND
    path = Path(paths[0])
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(template)
    except FileExistsError as there:
        raise Stopped(
            Text(
                f"{path} is there already and is left as it is; give another name",
                f"文件 {path} 已存在，未作改动；请另取文件名",
            )
        ) from there
    except OSError as error:
        raise Stopped(
            Text(f"{path} cannot be written: {error.strerror}", f"无法写入 {path}（原文：{error.strerror}）")
        ) from error
    print(path)
    return SOUND


def _check(refs: Sequence[str], values: Values, lang: Language) -> int:
    """Every file, and only then what keeps any of them from being used."""
    _count("check", refs, 1, 1000)
    rules = _rules(values)
    console = Console()
    faults: list[Fault] = []
    for ref in refs:
        try:
            season = naming.season_named(ref)
            answers.check(season, rules)
        except FileError as error:
            faults += error.faults
            continue
        printing.checked(season, remarks.assumed(season), remarks.remarks(season), console, lang)
    if faults:
        printing.faults(faults, console, lang)
    return NOT_JUDGED if faults else SOUND


def _diff(refs: Sequence[str], values: Values, lang: Language) -> int:
    _count("diff", refs, 2, 2)
    rules = _rules(values)
    one, other = (_season(ref) for ref in refs)
    printing.difference(one, other, differences.difference(one, other, rules.rows), Console(), lang)
    return SOUND


def _rules(values: Values) -> Catalogue:
    folder = words.last(values, "--catalogue")
    return catalogue.load(Path(folder) if folder else None)


def _season(ref: str) -> Season:
    return naming.season_named(ref)


def _count(command: str, given: Sequence[str], least: int, most: int) -> None:
    if least <= len(given) <= most:
        return
    wanted = str(least) if least == most else f"{least} to {most}" if most < 1000 else f"{least} or more"
    wanted_zh = str(least) if least == most else f"{least} 至 {most}" if most < 1000 else f"至少 {least}"
    raise Stopped(
        Text(
            f"season {command} takes {wanted} files, and {len(given)} are given",
            f"season {command} 须给出 {wanted_zh} 个文件，现给出 {len(given)} 个",
        )
    )


DOES: Mapping[str, Callable[[Sequence[str], Values, Language], int]] = {
    "new": _new,
    "check": _check,
    "diff": _diff,
}
