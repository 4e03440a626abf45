"""`examgate simulate`: the simulated world by itself, in the place of this process."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from typing import NoReturn

from conformance import naming
from conformance.commands import words
from conformance.commands.common import DEFECT, DEFECTS, HELP, LANG, SEASON, SEED, become
from conformance.commands.words import Form, Option, Values
from conformance.kit import ROOT
from conformance.saying import Stopped
from reports.form import Language, Text

STAGES = ("enrolled", "registered", "confirmed", "paired", "waiting", "answering", "photos")
MODELS = tuple(sorted(file.stem for file in (ROOT / "simulators" / "phone" / "models").glob("*.toml")))
"""By their files' names: the world's models are data, and its code is not this tower's to import."""
ROLES = {"main": "主机", "aux": "辅机"}
PORTS = {"platform": "平台", "around": "周边系统", "webdriver": "驱动服务", "bench": "测试台"}
MOST = 65535
PASSED_ON: Sequence[Option] = (
    SEASON,
    SEED,
    Option(
        "--clock",
        "driven|real|x20",
        Text("who moves exam time; default driven", "由谁推进考试时间，默认由测试台推进"),
        ("driven", "real", "x20"),
    ),
    Option(
        "--stage",
        "STAGE",
        Text(f"where the world begins: {', '.join(STAGES)}", f"从哪个阶段开始：{'、'.join(STAGES)}"),
        STAGES,
    ),
    *(
        Option(
            f"--{role}",
            "MODEL",
            Text(
                f"model of the {role} phone, such as iphone-13 or huawei-mate-50; default oppo-a55-5g",
                f"{zh}型号，如 iphone-13、huawei-mate-50，默认为 oppo-a55-5g",
            ),
            MODELS,
        )
        for role, zh in ROLES.items()
    ),
    Option("--adb", "", Text("phones with Android can be reached by adb", "安卓手机可用 adb 连接")),
    Option(
        "--emulators",
        "",
        Text("phones with Android show themselves as emulators", "安卓手机显示为带控制台的模拟器"),
    ),
    Option(
        "--announce",
        "",
        Text(
            "emulators that your adb server is told of; otherwise it is left alone",
            "安卓手机显示为模拟器，并通知正在运行的 adb 服务；不填则不通知",
        ),
    ),
    Option(
        "--usb",
        "PATH",
        Text(
            "iPhones can be reached through a usbmuxd at this socket", "iPhone 可经此套接字处的 usbmuxd 访问"
        ),
    ),
    DEFECT,
    DEFECTS,
    *(
        Option(
            f"--port-{name}", "N", Text(f"port of the {name}; default a free one", f"{zh}端口，默认自动选择")
        )
        for name, zh in PORTS.items()
    ),
)
FORM = Form(
    help=Text(
        "Platform, phones, WebDriver endpoint and bench; prints one JSON line and runs until interrupted.",
        "启动平台、手机、驱动服务与测试台；输出一行 JSON，运行至中断为止。",
    ),
    options=(*PASSED_ON, LANG, HELP),
)


def run(values: Values, _lang: Language) -> NoReturn:
    """Become the simulated world, once all that was asked for is known to be there."""
    naming.season_named(words.last(values, "--season", "zjcm-2023"))
    words.number(values, "--seed", 1)
    for name in PORTS:
        _free(f"--port-{name}", words.number(values, f"--port-{name}", 0))
    given = [
        word
        for option in PASSED_ON
        for value in values.get(option.name, ())[-1:]
        for word in ((option.name, value) if option.value else (option.name,))
    ]
    become("simulators", "--json", *given)


def _free(option: str, port: int) -> None:
    """Stopped where nobody can listen on this port, so that it is said in the user's language."""
    if not 0 <= port <= MOST:
        raise Stopped(
            Text(f"{option} {port}: a port is 0 to {MOST}", f"{option} {port}：端口号须在 0 至 {MOST} 之间")
        )
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as fault:
        raise Stopped(
            Text(
                f"{option} {port}: this port cannot be had; choose another, or 0 for a free one",
                f"{option} {port}：该端口不可用，请另选端口；填 0 则自动选择",
            ),
            str(fault.strerror),
        ) from fault
