"""`examgate keys new`: a pair of keys, to sign certificates and to verify them."""

from __future__ import annotations

from pathlib import Path

from conformance import naming
from conformance.certificate import keys
from conformance.commands import words
from conformance.commands.common import HELP, LANG
from conformance.commands.words import Form, Option, Values
from conformance.saying import Stopped
from reports.form import Language, Text

FORM = Form(
    help=Text(
        "Make a pair of keys (new): K, to sign with, which only you may read, and K.pub, which you hand to whoever is to verify.",
        "生成一对密钥（new）：私钥 K 用于签署，仅限本人读取；公钥 K.pub 交给需要核对声明的一方。",
    ),
    options=(
        Option(
            "--out",
            "K",
            Text("where to write K, and K.pub beside it", "私钥 K 的路径；公钥 K.pub 写在同一目录"),
        ),
        Option(
            "--owner", "NAME", Text("whose key it is; stands in both files", "密钥所有者的名称，写入两个文件")
        ),
        LANG,
        HELP,
    ),
    arguments="new",
    most=1,
)


def run(values: Values, lang: Language) -> int:
    """The exit code: 0 made; Stopped for all else."""
    naming.word_after("keys", values.get("", ()), ["new"])
    if not words.last(values, "--out"):
        raise Stopped(Text("say where to write the keys: --out K", "请用 --out K 指定密钥的路径"))
    path = Path(words.last(values, "--out"))
    made = keys.new(path, words.last(values, "--owner"))
    owner = f" ({made.owner})" if made.owner else ""
    for said in (
        Text(f"{path}: keep it to yourself; whoever has it signs in your name",
             f"{path}：请妥善保管，不得外传；持有者可以您的名义签署"),
        Text(f"{keys.public_path(path)}: hand it to whoever is to verify, by another way than the certificates",
             f"{keys.public_path(path)}：请交给需要核对的一方，并与声明分途送达"),
        Text(f"key id: {made.id}{owner}", f"密钥标识：{made.id}{owner}"),
    ):  # fmt: skip
        print(said.within(lang))
    return 0
