"""`examgate replay`: a recorded run again without its target, its tapes for another client, or two recordings compared."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Event

import msgspec
from rich.table import Table
from rich.text import Text as Line

from conformance import naming
from conformance.commands import requested, words
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.running import outdir, replaying
from conformance.saying import Stopped
from conformance.tapes import comparing, forms
from conformance.tapes.comparing import Difference
from conformance.tapes.forms import LAB, Tape
from conformance.tapes.playing import Playing
from reports import form, terminal
from reports.form import Language, Text

FORM = Form(
    help=Text(
        "A run that `record` has made, again and without its target; default the latest. It says nothing new of a product.\n"
        "Exit code: 0 every scenario ends as it did then, 1 one does not, 3 there is nothing to replay.\n"
        "With --against: what another recording says otherwise; 1 where it does.",
        "不连接被测对象，重放由 record 录下的一次运行，默认为最近一次；重放不对产品作出新的评判。\n"
        "退出码：0 各场景的结论与当时一致；1 有不一致；3 没有可重放的内容。\n"
        "--against：列出与另一次录制的不同之处，有不同之处时退出码为 1。",
    ),
    options=(
        Option("--scenario", "ID", Text("only this scenario", "只重放该场景")),
        Option(
            "--against",
            "RUN|TARGET",
            Text(
                "list what another recorded run says otherwise, or a target that is recorded for it",
                "列出与另一次录制的运行（或为此录制的被测对象）的不同之处",
            ),
        ),
        Option("--json", "", Text("with --against: as JSON", "与 --against 同用：以 JSON 输出")),
        Option(
            "--serve",
            "ID",
            Text(
                "answer any client from this scenario's tape, until interrupted",
                "以该场景的录制内容应答任意客户端，直至中断",
            ),
        ),
        LANG,
        HELP,
    ),
    arguments="RUN",
    most=1,
)
SCENARIO = Text("recorded scenario", "已录制的场景")
COLUMNS = {
    "kind": Text("what", "类别"),
    "what": Text("element or command", "元素或命令"),
    "where": Text("attribute", "属性"),
    "here": Text("recorded", "本次录制"),
    "there": Text("the other", "对比一方"),
    "times": Text("places", "次数"),
    "example": Text("such as", "示例"),
}
KINDS = {
    "attribute": Text("attribute", "属性有无"),
    "state": Text("state", "状态"),
    "element": Text("element", "元素有无"),
    "answer": Text("answer", "命令应答"),
}
AT_MOST = 60
SAME = Text("{count} scenarios end as they did when they were recorded.", "{count}个场景的结论与录制时一致。")
OTHER = Text("{id}: {now} instead of {then}", "{id}：现为“{now}”，录制时为“{then}”")
GAPS = Text(
    "{count} of {of} scenarios are not replayed: what they were answered could not be masked and was left out of the tape "
    "(`record --unmasked` keeps it, for one's own lab)",
    "{of}个场景中有{count}个不予重放：其应答无法遮盖，录制时未予保留（仅限自有测试环境时，可用 record --unmasked 保留）",
)
MASKED = Text(
    "the recording is masked; a scenario in which a code is read from a message, say, cannot be replayed from it",
    "录制内容已作遮盖，须从短信等处读取验证码的场景无法据此重放",
)
NONE = Text("{count} scenarios: no difference", "{count}个场景：没有不同之处")
LEFT = Text("{count} further differences: --json lists them all", "另有{count}处不同，--json 可全部列出")


def run(values: Values, lang: Language) -> int:
    """Replay, serve or compare."""
    requested.alone("--serve", values, ["--against", "--scenario"])
    folder, console = Path(words.last(values, "", str(outdir.DEFAULT / outdir.LATEST))), Console()
    tapes = forms.load(folder)
    if "--serve" in values:
        return _serve(tapes, words.last(values, "--serve"), console)
    wanted = _chosen(tapes, words.every(values, "--scenario"))
    if "--against" in values:
        theirs = replaying.other(folder, tuple(wanted), words.last(values, "--against"), lang, console)
        return _differences(wanted, theirs, "--json" in values, lang, console)
    return _replay(folder, wanted, lang, console)


def _chosen(tapes: Mapping[str, Tape], asked: tuple[str, ...]) -> dict[str, Tape]:
    there = {name: tape for name, tape in tapes.items() if name != LAB}
    for name in asked:
        naming.known(SCENARIO, name, there)
    return {name: tape for name, tape in there.items() if not asked or name in asked}


def _replay(folder: Path, tapes: Mapping[str, Tape], lang: Language, console: Console) -> int:
    whole = tuple(name for name, tape in tapes.items() if not forms.gaps(tape))
    if len(whole) < len(tapes):
        said = GAPS.within(lang).format(count=len(tapes) - len(whole), of=len(tapes))
        console.print(Line(said, "dim"), soft_wrap=True)
    if not whole:
        raise Stopped(Text("no tape is whole, nothing can be replayed", "没有完整的录制内容，无法重放"))
    found = replaying.replayed(folder, whole, lang, console)
    for name, (then, now) in found.items():
        values = {
            "id": name,
            "then": terminal.verdict_word(then, lang),
            "now": terminal.verdict_word(now, lang),
        }
        console.print(Line(OTHER.within(lang).format(**values), "yellow"), soft_wrap=True)
    if found and form.load(folder / "results.json").masked:
        console.print(Line(MASKED.within(lang), "dim"), soft_wrap=True)
    if not found:
        console.print(Line(SAME.within(lang).format(count=len(whole)), "green"))
    return 1 if found else 0


def _differences(
    ours: Mapping[str, Tape], theirs: Mapping[str, Tape], as_json: bool, lang: Language, console: Console
) -> int:
    both = ours.keys() & theirs.keys()
    if not both:
        raise Stopped(Text("the two recordings share no scenario", "两次录制没有共同的场景"))
    found = comparing.differences(ours, theirs)
    if as_json:
        console.out(msgspec.json.format(msgspec.json.encode(found), indent=1).decode(), highlight=False)
    elif found:
        console.print(_table(found, lang))
    else:
        console.print(Line(NONE.within(lang).format(count=len(both)), "green"))
    return 1 if found else 0


def _table(found: list[Difference], lang: Language) -> Table:
    table = Table(*(title.within(lang) for title in COLUMNS.values()), pad_edge=False)
    for row in found[:AT_MOST]:
        cells = {name: str(getattr(row, name)) for name in COLUMNS} | {"kind": KINDS[row.kind].within(lang)}
        table.add_row(*map(Line, cells.values()))
    if len(found) > AT_MOST:
        table.caption = LEFT.within(lang).format(count=len(found) - AT_MOST)
    return table


def _serve(tapes: Mapping[str, Tape], scenario: str, console: Console) -> int:
    """Both doors of one scenario, each at an address of its own."""
    naming.known(SCENARIO, scenario, tapes)
    with ExitStack() as stack:
        playing = stack.enter_context(closing(Playing(tapes)))
        playing.turn_to(scenario)
        console.print(f"webdriver  {playing.through('', 'phone')}", highlight=False, soft_wrap=True)
        console.print(f"bench      {playing.through('', 'bench')}", highlight=False, soft_wrap=True)
        Event().wait()
    return 0
