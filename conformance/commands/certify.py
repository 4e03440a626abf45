"""`examgate certify`: sign what a run found, bound to the very apps that it judged."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from conformance.certificate import dsse, issuing, keys, statement, telling
from conformance.certificate.issuing import Wish
from conformance.certificate.matching import ROLES, Role
from conformance.commands import words
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.running import outdir
from conformance.saying import Stopped
from reports import verifier
from reports.form import Language, Text
from reports.visible import visible

YEAR = 365
MOST_DAYS = 10 * YEAR
MAIN = Option(
    "--main",
    "F",
    Text("a package file of the main app; repeat for each", "主机应用的安装包文件；有多个时重复使用"),
)
AUX = Option(
    "--aux",
    "F",
    Text("a package file of the aux app; repeat for each", "辅机应用的安装包文件；有多个时重复使用"),
)
FORM = Form(
    help=Text(
        "Sign what a run found (符合性自测声明): bound to the apps that ran, the season, the kit and every piece of evidence.",
        "就一次运行签发《符合性自测声明》：载明所运行的应用、招考年度、工具及全部证据文件的摘要，并加以签署。",
    ),
    options=(
        MAIN,
        AUX,
        Option("--key", "K", Text("the private key, from `examgate keys new`", "由 keys new 命令生成的私钥")),
        Option(
            "--out",
            "C",
            Text("the certificate; verify.html goes beside it", "声明的输出路径；verify.html 写在同一目录"),
        ),
        Option(
            "--run", "DIR", Text("the run; default reports/out/latest", "运行目录，默认 reports/out/latest")
        ),
        Option(
            "--demo",
            "",
            Text(
                "of a run on simulated phones; about no product",
                "就模拟手机上的运行生成演示声明，不涉及任何产品",
            ),
        ),
        Option("--ran-by", "NAME", Text("who ran it; default whoever signs", "运行方名称，默认同签署方")),
        Option(
            "--signed-by",
            "NAME",
            Text(
                "who signs; default the key's owner, else the account",
                "签署方名称，默认为密钥所有者，其次为账户名",
            ),
        ),
        Option("--days", "N", Text("valid for so many days; default 365", "有效天数，默认 365")),
        LANG,
        HELP,
    ),
)


def run(values: Values, lang: Language) -> int:
    """The exit code: 0 signed; Stopped for every refusal."""
    missing = [name for name in ("--key", "--out") if not words.last(values, name)]
    if missing:
        raise Stopped(Text(f"give {' and '.join(missing)}", f"请给出 {'、'.join(missing)}"))
    out, days = Path(words.last(values, "--out")), words.number(values, "--days", YEAR)
    if not 0 < days <= MOST_DAYS:
        raise Stopped(
            Text(f"--days {days}: from 1 to {MOST_DAYS}", f"--days {days}：有效天数须为1至{MOST_DAYS}")
        )
    if out.exists() or out.is_symlink():
        raise Stopped(
            Text(
                f"{out} is there already and is left as it is; give another name with --out",
                f"文件 {out} 已存在，未作改动；请用 --out 另取文件名",
            )
        )
    wish = Wish(
        folder=Path(words.last(values, "--run", str(outdir.DEFAULT / outdir.LATEST))),
        files=given_files(values),
        demo="--demo" in values,
        ran_by=keys.named(words.last(values, "--ran-by")),
        signed_by=keys.named(words.last(values, "--signed-by")),
        days=days,
    )
    key = keys.private(Path(words.last(values, "--key")))
    made = issuing.issue(wish, key, issuing.now())
    page = _write(out, dsse.seal(statement.encode(made), key))
    for line in telling.lines(made):
        print(visible(line.within(lang)))
    print(f"{out}\n{page}" if page else out)
    return 0


def given_files(values: Values) -> Mapping[Role, tuple[Path, ...]]:
    """The files of both apps as they were given."""
    return {role: tuple(map(Path, values.get(f"--{role}", ()))) for role in ROLES}


def _write(out: Path, content: bytes) -> Path | None:
    """The page that verifies a certificate, then the certificate, whole or not at all; None where something else bears the page's name."""
    page, draft = out.with_name(verifier.FILE), out.with_name(f".{out.name}-{os.getpid()}")
    try:
        free = not page.exists() or verifier.ours(page.read_bytes())
        if free:
            page.write_text(verifier.page(), encoding="utf-8")
        draft.write_bytes(content)
        draft.replace(out)
    except OSError as fault:
        draft.unlink(missing_ok=True)
        where = fault.filename or out
        raise Stopped(
            Text(
                f"{where}: cannot be written ({fault.strerror})",
                f"{where}：无法写入（原文：{fault.strerror}）",
            )
        ) from fault
    return page if free else None
