"""`examgate test`: the project's own gate: format, lint, types, walls, tests."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence

from rich.text import Text as Line

from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.kit import ROOT
from conformance.saying import Stopped
from reports.form import Language, Text

TOOLS = ("ruff", "mypy", "importlinter", "hypothesis")
GATE: Sequence[tuple[Text, Sequence[str]]] = (
    (Text("format", "格式"), ("-m", "ruff", "format", "--check", "--quiet", ".")),
    (Text("lint", "静态检查"), ("-m", "ruff", "check", "--quiet", ".")),
    (Text("types", "类型检查"), ("-m", "mypy")),
    (
        Text("walls", "模块边界"),
        ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo"),
    ),
)
BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
"""A file's tests stay together: what is made once for all of them is not made by each worker."""
FORM = Form(
    help=Text(
        "The project's own tests: format, lint, types, walls, then pytest. Words are passed on to pytest alone.",
        "运行本项目自身的测试：格式、静态检查、类型、模块边界和 pytest。后面的参数只传给 pytest。",
    ),
    options=(LANG, Option("-n", "N", Text("this many workers", "并行进程数")), HELP),
    arguments="PATH …",
    most=1000,
)


def run(values: Values, lang: Language) -> int:
    """0 if everything passed, 1 if something did not, 3 where the developers' libraries are missing."""
    absent = [name for name in TOOLS if importlib.util.find_spec(name) is None]
    if not (ROOT / "tests").is_dir() or absent:
        missing = ", ".join(absent) or str(ROOT / "tests")
        raise Stopped(
            Text(
                f"the project's own tests need a clone and its developers' libraries; missing: {missing}",
                f"本项目自身的测试需要完整的代码仓库和开发依赖，缺少：{missing}",
            )
        )
    console = Console()
    paths = values.get("", ())
    failed = [name for name, words in (() if paths else GATE) if not _passes(name, words, lang, console)]
    workers = values.get("-n", ())[-1:] or ((str(os.cpu_count() or 1),) if not paths else ())
    tests = ["-m", "pytest", "-q", *paths, *(("-n", *workers, *BY_FILE) if workers else ())]
    if not _passes(Text("tests", "测试"), tests, lang, console):
        failed.append(Text("tests", "测试"))
    return int(bool(failed))


def _passes(name: Text, words: Sequence[str], lang: Language, console: Console) -> bool:
    console.print(Line(f"== {name.within(lang)}", "bold"))
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONSAFEPATH"}
    try:
        done = subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=False)
    except KeyboardInterrupt:
        raise Stopped(Text("interrupted", "已中断")) from None
    return done.returncode == 0
