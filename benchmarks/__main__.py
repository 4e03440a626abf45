"""`python -m benchmarks [NAME ...]`: measure, side by side in one run; all of them where none is named.

Progress goes to stderr, figures to stdout, and to a JSON file with `--out`. A figure is a median with the least and the
most. What needs a tool that is not here is said in one line with the command that installs it, and left out.
Exit codes: 0 measured, whether an aim was met or not; 3 a name or an option that is none.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import Benchmark, say
from benchmarks.measured import Missing
from simulators.core.starting import Parser

NAMES = (
    "webdriver",
    "wires",
    "soak",
    "phones",
    "suite",
    "readers",
    "recordings",
    "asgi",
    "clients",
    "store",
    "toxics",
    "ceiling",
    "sharing",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is named and print it."""
    parser = _parser()
    wish = parser.parse_args(arguments)
    if unknown := [name for name in wish.names if name not in NAMES]:
        parser.refuse(f"there is no benchmark {unknown[0]!r}; there are {', '.join(NAMES)}")
    found = {name: _run(_benchmark(name), wish.tiny) for name in dict.fromkeys(wish.names or NAMES)}
    if wish.out:
        told = {"machine": platform.platform(), "python": platform.python_version(), "benchmarks": found}
        wish.out.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def _run(benchmark: Benchmark, tiny: bool) -> dict[str, Any]:
    print(f"{benchmark.name}: {benchmark.question}")
    try:
        findings = benchmark.measure(benchmark.tiny if tiny else benchmark.full)
    except Missing as missing:
        print(f"  left out: {missing}", flush=True)
        return {"question": benchmark.question, "left_out": str(missing)}
    print("\n".join(findings.lines()), flush=True)
    return {"question": benchmark.question, **findings.as_json()}


def _benchmark(name: str) -> Benchmark:
    say(f"{name} ...")
    found: Benchmark = import_module(f"benchmarks.{name}").BENCHMARK
    return found


def _parser() -> Parser:
    parser = Parser(prog="python -m benchmarks", description="measure; without names everything")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the figures there as JSON")
    parser.add_argument("--tiny", action="store_true", help="only try the pieces: the figures mean nothing")
    return parser


if __name__ == "__main__":
    sys.exit(main())
