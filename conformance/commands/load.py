"""`examgate load`: exam day under load, against a platform of its own or one that is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import msgspec

from conformance import naming
from conformance.commands import words
from conformance.commands.common import DEFECT, DEFECTS, HELP, LANG, SEASON, SEED
from conformance.commands.words import Form, Option, Values
from conformance.console import Console
from conformance.load import order, plan
from conformance.load.result import files, held, printing
from conformance.load.running import audited, conduct, playing
from conformance.load.running.conduct import Request
from conformance.load.running.platform import Wanted
from conformance.load.running.playing import Players
from conformance.running import outdir
from conformance.saying import Stopped
from reports.form import Language, Text

PORT = 5557
"""Locust's own, for masters."""
DEFAULT = outdir.DEFAULT / "load"
FORM = Form(
    help=Text(
        "Play an exam day with phones by the thousand, and audit what the platform and the phones have on record.\n"
        "compare OLD NEW holds one finished run against another; audit RUN audits the journals of one again.\n"
        "Exit code: 0 no rule broken and every objective met, 1 a rule broken or an objective missed, 2 incomplete, 3 nothing done.",
        "以成千上万部手机演练考试日，并核对平台与手机双方的记录。\n"
        "compare OLD NEW：比较两次已完成的运行；audit RUN：重新核对一次运行的记录。\n"
        "退出码：0 无规则被违反且目标均已达到；1 有规则被违反或目标未达到；2 未完成；3 未能执行。",
    ),
    options=(
        Option("--plan", "NAME|FILE", Text("what is played; default day", "演练方案，默认 day")),
        Option("--candidates", "N", Text("how many come; default the plan's", "考生人数，默认按方案")),
        SEASON,
        replace(
            SEED,
            help=Text(
                "the same people, instants and files again", "随机种子，相同种子得到相同的人员、时刻与文件"
            ),
        ),
        Option(
            "--platform",
            "URL",
            Text("a platform that is there, such as https://exam.example/api/v1", "已有平台的接口地址"),
        ),
        Option(
            "--bench",
            "URL",
            Text(
                "its bench; the token is taken from EXAMGATE_BENCH_TOKEN",
                "该平台的测试台地址，令牌取自环境变量 EXAMGATE_BENCH_TOKEN",
            ),
        ),
        Option(
            "--rps",
            "N",
            Text(
                "requests that a second may hold before the day slows down; default the plan's",
                "每秒请求数上限，超出时放慢时间，默认按方案",
            ),
        ),
        Option("--db", "URL", Text("the store of the platform that is started", "所启动平台的数据库")),
        Option(
            "--processes",
            "N",
            Text("processes that play phones; default as many as it takes", "模拟手机的进程数，默认按需"),
        ),
        Option(
            "--master",
            "N",
            Text(
                "the phones are played on other machines: wait for N of them at --port",
                "由其他机器模拟手机：在 --port 端口等待 N 个工作进程",
            ),
        ),
        Option("--port", "N", Text("port of the master; default 5557", "主控端口，默认 5557")),
        Option(
            "--worker",
            "HOST[:PORT]",
            Text("play phones for the master there", "为该处的主控进程模拟手机"),
        ),
        Option("--web", "PORT", Text("locust's own page on this port", "在该端口提供 locust 自带页面")),
        Option(
            "--otlp",
            "URL",
            Text(
                "send OpenTelemetry of platform and phones there, by OTLP over HTTP; needs the extra 'otel'",
                "将平台与手机的 OpenTelemetry 数据以 OTLP/HTTP 发送至该地址，须安装附加组件 otel",
            ),
        ),
        Option(
            "--otlp-share",
            "SHARE",
            Text("of the requests that have a span; default 0.01", "记录调用链的请求比例，默认 0.01"),
        ),
        Option(
            "--keep-going",
            "",
            Text("play on when a rule has been broken", "发现规则被违反后继续演练"),
        ),
        Option(
            "--keep-store",
            "",
            Text("keep the platform's store in the run's folder", "在运行目录内保留平台数据"),
        ),
        Option(
            "--out",
            "DIR",
            Text("where to write; default reports/out/load", "输出目录，默认 reports/out/load"),
        ),
        Option(
            "--slower",
            "RATIO",
            Text(
                "compare: a step whose 99th percentile has grown beyond this fails",
                "compare：某步骤的 99 百分位增至该倍数以上即为退步",
            ),
        ),
        Option("--json", "", Text("compare, audit: as JSON", "compare、audit：以 JSON 输出")),
        DEFECT,
        DEFECTS,
        LANG,
        HELP,
    ),
    arguments="compare OLD NEW | audit RUN",
    most=3,
)
NO_EXTRA = Text(
    "--otlp needs the extra 'otel': .venv/bin/python -m pip install --require-hashes -r requirements-otel.lock",
    "--otlp 须安装附加组件：.venv/bin/python -m pip install --require-hashes -r requirements-otel.lock",
)
BOTH = Text("--platform and --bench belong together", "--platform 与 --bench 须同时给出")


ONE = Text("load audit takes the folder of one run", "load audit 须给出一个运行目录")


def run(values: Values, lang: Language) -> int:
    """Play, audit, print: the exit code of the result. With a word, what it says of runs that are finished."""
    if "--worker" in values:
        return _work(words.last(values, "--worker"))
    given = words.every(values, "")
    if given:
        return WORDS[naming.word_after("load", given, list(WORDS))](given[1:], values, lang)
    result, part = conduct.run(_request(values, lang))
    with outdir.no_room(part):
        files.write(result, part, lang)
    folder = outdir.publish(part)
    console = Console()
    printing.summary(result, lang, console)
    console.print(f"{folder / 'index.html'}", soft_wrap=True, highlight=False)
    return result.exit_code


def _audit(given: tuple[str, ...], values: Values, lang: Language) -> int:
    if len(given) != 1:
        raise Stopped(ONE)
    result = audited.audited(Path(given[0]))
    if "--json" in values:
        print(msgspec.json.format(msgspec.json.encode(result), indent=1).decode())
    else:
        printing.summary(result, lang, Console())
    return result.exit_code


def _compare(given: tuple[str, ...], values: Values, lang: Language) -> int:
    return held.held(given, words.last(values, "--slower"), lang, as_json="--json" in values)


WORDS: Mapping[str, Callable[[tuple[str, ...], Values, Language], int]] = {
    "compare": _compare,
    "audit": _audit,
}


def _request(values: Values, lang: Language) -> Request:
    asked = plan.load(
        words.last(values, "--plan", "day"),
        candidates=words.positive(values, "--candidates", 1) if "--candidates" in values else None,
        seed=words.number(values, "--seed") if "--seed" in values else None,
        requests_per_second=words.positive(values, "--rps", 1) if "--rps" in values else None,
        season=naming.season_named(words.last(values, "--season")).path.as_posix()
        if "--season" in values
        else None,
    )
    url, bench = words.last(values, "--platform"), words.last(values, "--bench")
    if bool(url) != bool(bench):
        raise Stopped(BOTH)
    return Request(
        plan=asked,
        platform=Wanted(
            url=naming.address(url, "--platform ") if url else "",
            bench=naming.address(bench, "--bench ") if bench else "",
            store=words.last(values, "--db"),
            defect=words.last(values, "--defect"),
            defects=words.every(values, "--defects"),
            otlp=_otlp(words.last(values, "--otlp")),
            otlp_share=_share(words.last(values, "--otlp-share", "0.01")),
        ),
        out=Path(words.last(values, "--out", str(DEFAULT))),
        lang=lang,
        players=_players(values),
        web=words.number(values, "--web") if "--web" in values else None,
        keep_going=words.flag(values, "--keep-going"),
        keep_store=words.flag(values, "--keep-store"),
    )


def _otlp(url: str) -> str:
    """Stopped where the extra is not there."""
    if url and not find_spec("opentelemetry"):
        raise Stopped(NO_EXTRA)
    return naming.address(url, "--otlp ").rstrip("/") if url else ""


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise Stopped(
            Text(f"--otlp-share {text!r}: expected 0 to 1", f"--otlp-share “{text}”：须为 0 至 1 之间的数")
        )
    return share


def _players(values: Values) -> Players:
    if "--master" in values:
        return Players(
            words.positive(values, "--master", 1), far=True, port=words.positive(values, "--port", PORT)
        )
    return Players(words.positive(values, "--processes", 1) if "--processes" in values else 0)


def _work(master: str) -> int:
    """Play for a master; its run has the result."""
    host, _, port = master.partition(":")
    if port and not port.isdigit():
        raise Stopped(
            Text(
                f"--worker {master}: expected HOST or HOST:PORT", f"--worker {master}：应为 主机 或 主机:端口"
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        playing.work(host, int(port or PORT), os.environ.get(order.TOKEN, ""), Path(folder))
    return 0
