"""What a scenario costs the run, against an empty pytest-bdd suite of the same size: `python -m benchmarks suite`.

The whole process is timed, from its start to the report, and shared out among the scenarios. An empty suite has the
same features, so the same scenarios and steps, run by pytest with the same plugins: `empty` has three definitions that
take every step and do nothing, `empty, defined` one that does nothing for each sentence of ours, which is what
pytest-bdd has to look through. They take turns within each round.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path

from benchmarks import Benchmark, Sizes, say
from benchmarks.measured import Aim, Figure, Findings, milliseconds, ratio
from benchmarks.processes import ROOT
from conformance.sentences import suite
from conformance.sentences.stepbook import StepBook
from steps import bilingual

AIM = 6.0
"""How many times as much as an empty one a scenario may cost."""
RULES, CHAPTER = "WAIT-01", "waiting_room"
"""What is enough to see that the pieces run."""
HEAD = "from pytest_bdd import given, parsers, scenarios, then, when\n"
STEP = "@{kind}(parsers.re({pattern!r}), converters={{}})\ndef _{number}(): pass\n"
OURS = "import sys; from conformance.cli import main; sys.exit(main(sys.argv[1:]))"


def measure(sizes: Sizes) -> Findings:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = _suite(folder / "empty", ((kind, ".*") for kind in ("given", "when", "then")), sizes)
        defined = _suite(folder / "defined", _our_sentences(), sizes)
        number = len(suite.read(empty).cases())
        ways: dict[str, Callable[[], None]] = {
            "empty": lambda: _pytest(empty),
            "empty, defined": lambda: _pytest(defined),
            "examgate run": lambda: _examgate(folder / "out", sizes),
        }
        taken: dict[str, list[float]] = {way: [] for way in ways}
        for round_ in range(sizes["rounds"]):
            for way, act in ways.items():
                say(f"suite: round {round_ + 1} of {sizes['rounds']}, {way}")
                taken[way].append(milliseconds(act) / number)
    figures = {way: Figure(tuple(values), "ms") for way, values in taken.items()}
    ours = figures["examgate run"]
    rows = {way: {"a scenario": seen, "ours": ratio(ours, seen)} for way, seen in figures.items()}
    aims = [Aim("a scenario, against an empty one", rows["empty"]["ours"], most=AIM)]
    return Findings(rows, aims, [f"{number} scenarios"])


def _our_sentences() -> Iterable[tuple[str, str]]:
    StepBook(["steps"])  # imports the modules, which define them
    for sentence in bilingual.SENTENCES:
        for language in ("english", "chinese"):
            yield sentence.keyword, sentence.pattern(language)


def _suite(folder: Path, definitions: Iterable[tuple[str, str]], sizes: Sizes) -> Path:
    """Our features with steps that do nothing."""
    chapters = [path.parent for path in sorted(Path(str(files("features"))).glob("*/*.feature"))]
    steps = "".join(
        STEP.format(kind=kind, pattern=_nameless(pattern), number=number)
        for number, (kind, pattern) in enumerate(definitions)
    )
    for chapter in dict.fromkeys(chapters):
        if sizes["whole"] or chapter.name == CHAPTER:
            shutil.copytree(
                chapter, folder / chapter.name, ignore=shutil.ignore_patterns("*.py", "__pycache__")
            )
            loads = "".join(f"scenarios({path.name!r})\n" for path in sorted(chapter.glob("*.feature")))
            (folder / chapter.name / f"test_{chapter.name}.py").write_text(
                HEAD + steps + loads, encoding="utf-8"
            )
    return folder


def _nameless(pattern: str) -> str:
    """A pattern without names: a step that does nothing takes no arguments."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _pytest(folder: Path) -> None:
    ini = Path(str(files("conformance") / "run.ini"))
    _done([sys.executable, "-m", "pytest", "-q", "-c", str(ini), "--rootdir", str(folder), str(folder)])


def _examgate(out: Path, sizes: Sizes) -> None:
    rules = () if sizes["whole"] else ("--rules", RULES)
    _done([sys.executable, "-c", OURS, "run", "-n", "1", "--out", str(out), *rules])


def _done(command: list[str]) -> None:
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise RuntimeError(
            f"{' '.join(command)} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}"
        )


BENCHMARK = Benchmark(
    "suite",
    "what does a scenario cost, against an empty pytest-bdd suite of the same size?",
    measure,
    full={"rounds": 3, "whole": 1},
    tiny={"rounds": 1, "whole": 0},
)
