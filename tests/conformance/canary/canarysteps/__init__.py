"""Steps that say everything they know, as a careless step, a driver or a library would."""

from __future__ import annotations

import json

from conformance.bench import Bench
from conformance.checking import check
from conformance.lab.stagehand import Stagehand
from conformance.outcome import TransportLost, Unreached
from reports.form import Text
from steps.bilingual import given, then, when

NAME, OTHER = "欧阳镜花", "司马听雪"
PHONE, OTHER_PHONE = "13912345678", "18687654321"
ID_NUMBER, STRANGER = "330106200406190016", "11010519491231002X"
CANDIDATE_NUMBER = "23330106009999"
SMS, KEY, TOKEN, MAIL = (
    "739162",
    "MC4CAQAwBQYDK2VwBCIEIKanarienvogel",
    "Kanarienvogel.42-x",
    "kanarienvogel@example.com",
)
WISHES = (
    {
        "name": NAME,
        "account": PHONE,
        "registration": {"id_number": ID_NUMBER, "candidate_number": CANDIDATE_NUMBER},
    },
    {"name": OTHER, "account": OTHER_PHONE},
)


def everything(stage: Stagehand) -> str:
    """All that is known here, each in a shape in which somebody may come to say it."""
    first, second = stage.world.candidates
    main = stage.phone(first.phones.main)
    session = main.driver.session_id
    return "\n".join(
        [
            repr(first), repr(second), json.dumps({"password": first.password, "id_number": STRANGER}), STRANGER,
            f"Authorization: Bearer {TOKEN}", f"https://bench/?access_token={TOKEN}", f"token={stage.bench.token}",
            f"POST /session/{session}/element", f"session {session}", f"您的验证码为{SMS}，5分钟内有效", MAIL,
            f"-----BEGIN PRIVATE KEY-----\n{KEY}\n-----END PRIVATE KEY-----", f"+86 {OTHER_PHONE[:3]}-{OTHER_PHONE[3:7]}-{OTHER_PHONE[7:]}",
        ]
    )  # fmt: skip


@given("two candidates with canaries", "两名带标记的考生")
def _(stage: Stagehand) -> None:
    world = stage.open("registered", candidates=WISHES)
    for candidate in world.candidates:
        main = stage.phone(candidate.phones.main)
        main.launch("main")
        main.type("main.login.account", candidate.account)
        main.type("main.login.password", candidate.password)


@given("everything is out of reach", "一切均无法到达")
def _(stage: Stagehand) -> None:
    stage.open("waiting", candidates=[{"name": NAME, "account": PHONE}, {"name": OTHER}])
    raise Unreached(Text(everything(stage), everything(stage)))


@when("a driver tells everything", "驱动说出全部内容")
def _(stage: Stagehand) -> None:
    said = everything(stage)
    raise TransportLost(Text(said, said), seen=said)


@when("the kit tells everything", "工具说出全部内容")
def _(stage: Stagehand) -> None:
    raise ZeroDivisionError(everything(stage))


@when("the bench refuses with a canary", "测试台的拒绝中带有标记")
def _(bench: Bench) -> None:
    bench.add_candidate(name=OTHER, account=PHONE)


@then("their screens are told", "说出其屏幕内容")
def _(stage: Stagehand) -> None:
    shown = "；".join(f"{one.name}：{one.texts()}" for one in stage.handsets())
    check(False, expected=f"{NAME} {PHONE}", seen=Text(shown, shown))


@then("everything is told", "说出全部内容")
def _(stage: Stagehand) -> None:
    said = everything(stage)
    check(False, expected=said, seen=Text(said, said))
