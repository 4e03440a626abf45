"""`examgate verify`: does a certificate still hold, and if not, what was changed? No network is used."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text as Line

from conformance.certificate import issuing, keys, telling, verifying
from conformance.certificate.remark import Standing
from conformance.certificate.verifying import Checked, Held
from conformance.commands import words
from conformance.commands.certify import AUX, MAIN, given_files
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.saying import Stopped
from reports import verifier
from reports.form import Language, Text
from reports.visible import one_line

FORM = Form(
    help=Text(
        "Check a certificate without a network: its signature, and whether apps, evidence and season are still what was certified.",
        "离线核对自测声明：核对签名，以及应用、证据与招考年度文件是否仍与声明一致。",
    ),
    options=(
        Option("--key", "K.pub", Text("the public key of whoever is said to have signed", "所称签署方的公钥")),
        MAIN,
        AUX,
        Option("--run", "DIR", Text("the run's folder, to check the evidence", "运行目录，用于核对证据")),
        Option("--season", "FILE", Text("the season's file as you have it", "您所持有的招考年度文件")),
        Option("--page", "FILE", Text("only write verify.html, which does the same in a browser", "仅输出可在浏览器中核对的 verify.html")),
        LANG,
        HELP,
    ),
    arguments="C",
    most=1,
)  # fmt: skip
HOLDS, CHANGED = 0, 1
SHOWN = 20
WORDS: dict[Standing, tuple[Text, str]] = {
    "holds": (Text("holds", "一致"), "green"),
    "changed": (Text("CHANGED", "不一致"), "bold red"),
    "unchecked": (Text("not checked", "未核对"), "yellow"),
}


def run(values: Values, lang: Language) -> int:
    """The exit code: 0 everything that was looked at holds, 1 something was changed; Stopped where that cannot be said."""
    if "--page" in values:
        return _page(Path(words.last(values, "--page")))
    named = values.get("", ())
    if not named or not words.last(values, "--key"):
        raise Stopped(
            Text("say which certificate, and with which key: examgate verify C --key K.pub",
                 "请给出声明与公钥：examgate verify C --key K.pub")
        )  # fmt: skip
    key = keys.public(Path(words.last(values, "--key")))
    held = Held(
        files=given_files(values),
        run=Path(words.last(values, "--run")) if "--run" in values else None,
        season=Path(words.last(values, "--season")) if "--season" in values else None,
    )
    checked = verifying.check(Path(named[0]), key, held, issuing.now())
    _tell(checked, lang, Console())
    return HOLDS if checked.holds else CHANGED


def _tell(checked: Checked, lang: Language, console: Console) -> None:
    for said in telling.lines(checked.statement) if checked.statement else ():
        console.print(Line(one_line(said.within(lang), 2000)), soft_wrap=True)
    changed = [one for one in checked.remarks if one.standing == "changed"]
    others = [one for one in checked.remarks if one.standing != "changed"]
    for one in (*others, *changed[:SHOWN]):
        name, style = WORDS[one.standing]
        line = Line(f"{name.within(lang)}  ", style).append(
            one_line(one.said.within(lang), 2000), "not bold default"
        )
        console.print(line, soft_wrap=True)
    if len(changed) > SHOWN:
        more = len(changed) - SHOWN
        console.print(Text(f"and {more} more", f"另有{more}处").within(lang))
    verdict = (
        Text("the certificate holds, as far as it was checked", "已核对的内容均与声明一致")
        if checked.holds
        else Text("the certificate does not hold", "与声明不一致")
    )
    console.print(Line(verdict.within(lang), "bold green" if checked.holds else "bold red"))


def _page(path: Path) -> int:
    try:
        path.write_text(verifier.page(), encoding="utf-8")
    except OSError as fault:
        raise Stopped(
            Text(
                f"{path}: cannot be written ({fault.strerror})", f"{path}：无法写入（原文：{fault.strerror}）"
            )
        ) from fault
    print(path)
    return HOLDS
