"""`examgate explain RULE`: why a rule is judged at a target, or is not, before anything is run."""

from __future__ import annotations

from collections.abc import Collection

from rich.text import Text as Line

from conformance import plan
from conformance.commands import words
from conformance.commands.common import CATALOGUE, FEATURES, HELP, LANG, SEASON, SEED, TARGET
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.declaring import comparing
from conformance.explaining import printing
from conformance.explaining.why import explanations
from conformance.lab.lab import Lab, NotJudged
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.saying import Stopped, within
from reports.declaring import sentence
from reports.form import Language, Text

ASK = Option(
    "--ask",
    "",
    Text(
        "start the target and ask its bench; else what its file declares counts",
        "启动被测对象并查询其测试台；不选此项时以对象文件的声明为准",
    ),
)
FORM = Form(
    help=Text(
        "Why a rule is judged or not: the season's features, the controls that its scenarios need, who answers for it,\n"
        "what can become of it at most, and what is wanting. RULE is an id or a glob; without one, every rule in a line.",
        "说明一条规则是否予以评判及其理由：招考年度特征、各场景所需的控制项、责任方、结论至多为何，以及所缺条件。\n"
        "RULE 为规则编号或通配符；不填时逐条列出全部规则。",
    ),
    options=(LANG, SEASON, TARGET, ASK, SEED, CATALOGUE, FEATURES, HELP),
    arguments="RULE",
    most=1,
)


def run(values: Values, lang: Language) -> int:
    """Print; 0. UnknownName for an unknown rule, Stopped where the target that is to be asked does not answer."""
    planned = plan.read(
        RunRequest(
            season=words.last(values, "--season", "zjcm-2023"),
            target=words.last(values, "--target", "simulated"),
            seed=words.number(values, "--seed", 1),
            catalogue=words.last(values, "--catalogue"),
            features=words.last(values, "--features"),
            lang=lang,
        )
    )
    rows = planned.catalogue.matching(values.get("", ()))
    console = Console()
    controls = _asked(planned, console, lang) if "--ask" in values else planned.target.features.controls
    some = explanations(rows, planned, controls)
    if len(some) > 1:
        console.print(printing.table(some, lang))
    else:
        for line in printing.detail(some[0], lang):
            console.print(line, soft_wrap=True)
    return 0


def _asked(planned: Plan, console: Console, lang: Language) -> Collection[str]:
    """The controls that the target's bench offers; what it declares otherwise is told."""
    lab = Lab(planned)
    try:
        offered = lab.controls.controls
        rows = comparing.compared(planned.target, comparing.Found(offered, lab.phones))
    except NotJudged as unfit:
        en, zh = (within(unfit.cause, one) for one in ("en", "zh"))
        raise Stopped(
            Text(f"the target cannot be asked: {en}", f"无法查询被测对象：{zh}"), unfit.seen
        ) from unfit
    finally:
        lab.close()
    for one in rows:
        if one.contradicts:
            console.print(Line(sentence(one).within(lang), "yellow"), soft_wrap=True)
    return offered
