"""Options that several commands take, and how a command becomes a process of the simulated world."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from conformance.commands.words import Option
from conformance.kit import environment
from reports.form import Text

SEASON = Option(
    "--season", "NAME|FILE", Text("the board and year; default zjcm-2023", "院校与年度，默认 zjcm-2023")
)
TARGET = Option(
    "--target", "NAME|FILE", Text("what is judged; default the simulated phones", "被测对象，默认为模拟手机")
)
SEED = Option(
    "--seed",
    "N",
    Text(
        "the same names, codes and noise again; default 1",
        "随机种子，默认 1；相同种子得到相同的姓名、二维码与噪声",
    ),
)
LANG = Option(
    "--lang", "en|zh", Text("language; default that of the locale", "语言，默认随系统区域设置"), ("en", "zh")
)
HELP = Option("--help", "", Text("this text", "显示本说明"))
CATALOGUE = Option("--catalogue", "DIR", Text("another folder of rules", "另用一套规则目录"))
FEATURES = Option("--features", "DIR", Text("another folder of features", "另用一套场景目录"))

DEFECT = Option(
    "--defect",
    "ID",
    Text("as the release that has this seeded defect", "以带有该预置缺陷的版本启动被测对象"),
)
DEFECTS = Option("--defects", "FILE", Text("further seeded defects to choose from", "另附的预置缺陷文件"))
GRID = Option(
    "--grid",
    "URL",
    Text(
        "an Appium or Selenium Grid in the place of the address in the target file",
        "以此 Appium 或 Selenium Grid 地址代替对象文件中的地址",
    ),
)
PAIR = Option(
    "--pair", "NAME", Text("only this pair of phones of the target file", "仅使用对象文件中的这一组手机")
)


def become(module: str, *words: str) -> NoReturn:
    """Go on as `python -m module words`, in the place of this process: the judged world is never imported here."""
    os.execve(sys.executable, [sys.executable, "-m", module, *words], environment())
