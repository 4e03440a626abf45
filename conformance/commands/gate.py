"""`examgate gate --policy POLICY RUN...`: may a release go out, by what its runs say and what a policy asks for."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from conformance.commands import words
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.release import decided, gating, policy, reading
from conformance.running import outdir
from conformance.saying import Stopped
from reports.form import Language, Text

MOST = 1000
STDOUT = "-"
FORM = Form(
    help=Text(
        "May a release go out? Runs (folders or results.json; default the latest) are held against a policy, a TOML file.\n"
        "Exit code: 0 go, 1 no, 2 something is not known yet, 3 nothing can be said.",
        "依据发布条件（TOML 文件）审核各次运行（目录或 results.json，默认为最近一次），判断能否发布。\n"
        "退出码：0 准予发布；1 不予发布；2 尚有事项未查明；3 无法判定。",
    ),
    options=(
        Option("--policy", "FILE", Text("what the release has to show", "发布条件文件")),
        Option(
            "--markdown",
            "FILE",
            Text(
                "also write a summary for a merge request; - prints it instead",
                "另将摘要写入文件，供合并请求使用；填 - 则改为输出到终端",
            ),
        ),
        LANG,
        HELP,
    ),
    arguments="RUN...",
    most=MOST,
)


def run(values: Values, lang: Language) -> int:
    """Decide, print, write; the exit code is the answer."""
    if "--policy" not in values:
        raise Stopped(
            Text(
                "gate needs --policy FILE; docs/ci/policy.toml is one to begin with",
                "gate 须以 --policy 指定发布条件文件；可参照 docs/ci/policy.toml 编写",
            )
        )
    asked = policy.load(Path(words.last(values, "--policy")))
    runs = [reading.read(Path(name)) for name in values.get("", (str(outdir.DEFAULT / outdir.LATEST),))]
    decision = gating.decide(asked, runs, datetime.now().astimezone())
    place, console = words.last(values, "--markdown"), Console()
    summary = decided.markdown(decision, lang)
    if place == STDOUT:
        console.out(summary, end="", highlight=False)
    else:
        decided.terminal(decision, console, lang)
    if place not in ("", STDOUT):
        _write(Path(place), summary)
    return decision.code


def _write(place: Path, summary: str) -> None:
    try:
        place.write_text(summary, encoding="utf-8")
    except OSError as fault:
        raise Stopped(
            Text(
                f"--markdown {place}: cannot be written; choose another file",
                f"--markdown {place}：无法写入，请另选文件",
            ),
            str(fault.strerror),
        ) from fault
