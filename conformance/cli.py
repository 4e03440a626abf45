"""`examgate <command>`: reads the words, runs the command, turns what stops it into a sentence and exit code 3."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType

from conformance import saying
from conformance.commands import words
from conformance.console import Console
from conformance.faults import FileError, listing
from conformance.naming import UnknownName
from conformance.saying import Stopped
from conformance.verdict import NOT_JUDGED
from reports.form import FormError, Language, Text

COMMANDS: Mapping[str, Text] = {
    "run": Text("judge a target and write a report", "评判被测对象并生成报告"),
    "rules": Text("the catalogue, or one rule in detail", "规则目录，或一条规则的详情"),
    "bench": Text(
        "whether a bench keeps its contract, and what it gains",
        "检查测试台是否符合约定，以及可多评判哪些规则",
    ),
    "explain": Text("why a rule is judged at a target, or is not", "说明一条规则是否予以评判及其理由"),
    "mutants": Text("prove that bad releases are caught", "验证有缺陷的版本均能被查出"),
    "simulate": Text("the simulated phones and platform, until interrupted", "启动模拟手机与平台，直至中断"),
    "screens": Text("all screens of the simulated phones on one page", "将模拟手机的全部界面汇总为一页"),
    "doctor": Text("is this phone ready for the exam", "检查手机是否可以参加考试"),
    "target": Text("is a target file as its phones are", "检查对象文件与手机是否相符"),
    "capacity": Text("what an exam day needs of a platform", "测算考试日所需的平台容量"),
    "season": Text("begin, check or compare season files", "新建、检查或比较招考年度文件"),
    "inspect": Text("what recordings and photos show by themselves", "测量录像与照片本身所显示的内容"),
    "review": Text("settle the rows that a person has to look at", "核定待人工核验的规则"),
    "render": Text("make the views of a run anew from its results", "根据结果重新生成一次运行的报告"),
    "compare": Text("what fails anew from one run to another", "比较两次运行，查看新增不通过的规则"),
    "gate": Text("may a release go out", "依据发布条件判断能否发布"),
    "keys": Text("a pair of keys to sign and to verify with", "生成签署与核对所用的一对密钥"),
    "certify": Text("sign what a run found (符合性自测声明)", "就一次运行签发《符合性自测声明》"),
    "verify": Text("check a certificate, without a network", "离线核对自测声明"),
    "record": Text("judge a target and keep what went through its doors", "评判被测对象并录下全部通信"),
    "replay": Text("a recorded run again, or held against another", "重放录制的运行，或与另一次录制比对"),
    "repeat": Text("the same verdicts under any seed", "以多个随机种子重复评判，核对结论是否一致"),
    "load": Text("exam day under load", "模拟考试日的集中访问并核对双方记录"),
    "test": Text("the project's own tests", "本项目自身的测试"),
}
HELP = {"--help", "-h"}
UNUSABLE = Text("a file cannot be used", "文件无法使用，请按下列各条改正后重新执行命令")
INTERRUPTED = Text("interrupted", "已中断")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Nothing that a user can cause ends in a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _write_anything()
    lang = _language(given)
    try:
        return _command(given, lang)
    except Stopped as stop:
        saying.complain(stop.sentence, lang, stop.quoted)
    except UnknownName as unknown:
        saying.complain(unknown.sentence, lang)
    except FileError as error:
        said = listing(error.faults)
        saying.complain(UNUSABLE, lang, Text(said.en, said.zh))
    except FormError as error:
        saying.complain(Text("these results cannot be read", "结果无法读取"), lang, str(error))
    except KeyboardInterrupt:
        saying.complain(INTERRUPTED, lang)
    return NOT_JUDGED


def _command(given: Sequence[str], lang: Language) -> int:
    if not given or given[0] in HELP:
        Console().out(_overview(lang), highlight=False)
        return 0 if given else NOT_JUDGED
    name, rest = given[0], given[1:]
    if name not in COMMANDS:
        raise UnknownName(Text("command", "命令"), name, list(COMMANDS))
    command = _module(name)
    if HELP & set(rest):
        Console().out(words.help_text(name, command.FORM, lang), highlight=False)
        return 0
    return int(command.run(words.read(command.FORM, rest), lang))


def _write_anything() -> None:
    """What a terminal's encoding lacks is written as an escape, so that a narrow one stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _module(name: str) -> ModuleType:
    # Imported when it is run: the phones' driver and pytest take a second that `rules` need not wait for.
    return importlib.import_module(f"conformance.commands.{name}")


def _language(given: Sequence[str]) -> Language:
    """The language asked for, found before anything can go wrong, so that every complaint is in it."""
    for word, following in zip(given, [*given[1:], ""], strict=False):
        asked = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and asked in ("en", "zh"):
            return "zh" if asked == "zh" else "en"
    return saying.language()


def _overview(lang: Language) -> str:
    head = Text("usage: examgate COMMAND [options]", "用法：examgate 命令 [选项]").within(lang)
    tail = Text("examgate COMMAND --help says more.", "各命令的说明见 examgate 命令 --help。").within(lang)
    width = max(map(len, COMMANDS))
    return "\n".join(
        [head, "", *(f"  {name:<{width}}  {said.within(lang)}" for name, said in COMMANDS.items()), "", tail]
    )


if __name__ == "__main__":
    raise SystemExit(main())
