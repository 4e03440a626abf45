"""What the world does to one phone: each control, what it changes, and what it refuses."""

import base64
from typing import Any

import cv2
import numpy as np
import pytest

from simulators.phone.camera import Sheet
from simulators.platform import idcards
from tests.bench.client import Client


def phones(world: Any) -> tuple[str, str]:
    pair = world["candidates"][0]["phones"]
    return pair["main"], pair["aux"]


CHANGES = [
    ("storage", {"free_bytes": 12345}, ("storage", "free"), 12345),
    ("battery", {"percent": 7.5, "plugged": False}, ("battery", "percent"), 7.5),
    ("network", {"up": False}, ("network", "up"), False),
    ("network", {"kind": "cellular"}, ("network", "kind"), "mobile"),
    ("network", {"bytes_per_second": 99}, ("network", "bytes_per_second"), 99),
    ("call", {"number": "10086"}, ("call", "state"), "ringing"),
    ("settings", {"do_not_disturb": True}, ("settings", "do_not_disturb"), True),
    ("settings", {"ringer": "vibrate", "font_scale": 1.3}, ("settings", "ringer"), "vibrate"),
    ("settings", {"airplane_mode": True}, ("network", "up"), False),
    ("network", {"loss": 0.25, "jitter_ms": 40}, ("network", "loss"), 0.25),
    ("network", {"outage_after_bytes": 5000}, ("network", "outage_after_bytes"), 5000),
    ("alarms", {"alarms": [{"at": "07:30"}]}, ("alarms",), [{"at": "07:30", "label": "闹钟"}]),
    ("capture", {"kind": "screen_recording"}, ("settings", "screen_recording"), True),
    (
        "permissions",
        {"package": "com.xiaoyibang.main", "granted": False},
        ("apps", "com.xiaoyibang.main", "permissions", "camera"),
        "not asked",
    ),
    (
        "app",
        {"update": "com.xiaoyibang.main", "version": "9.1"},
        ("apps", "com.xiaoyibang.main", "version"),
        "9.1",
    ),
    ("power", {"on": False}, ("on",), False),
    ("lock", {"locked": True}, ("locked",), True),
]


@pytest.mark.parametrize(("control", "body", "where", "value"), CHANGES)
def test_a_control_changes_one_phone(
    bench: Client, control: str, body: dict[str, Any], where: tuple[str, ...], value: Any
) -> None:
    main, aux = phones(bench.world())
    other = bench.get(f"/phones/{aux}")
    found: Any = bench.put(f"/phones/{main}/{control}", **body)["info"]
    for step in where:
        found = found[step]
    assert found == value
    assert bench.get(f"/phones/{aux}") == other


@pytest.mark.parametrize(("automatic", "ended"), [(True, False), (False, True)])
def test_a_screen_that_locks_by_itself_is_not_the_candidates_doing(
    bench: Client, automatic: bool, ended: bool
) -> None:
    main, _ = phones(bench.world("answering"))
    bench.put(f"/phones/{main}/lock", locked=True, automatic=automatic)
    bench.post("/clock", by_ms=20_000)
    bench.put(f"/phones/{main}/lock", locked=False)
    assert ("terminated" in bench.whats()) is ended


def test_a_caller_may_hang_up(bench: Client) -> None:
    main, _ = phones(bench.world())
    bench.put(f"/phones/{main}/call", number="10086")
    assert bench.put(f"/phones/{main}/call", hang_up=True)["info"]["call"]["state"] == "idle"


def test_a_phone_clock_is_put_wrong_and_exam_time_stays(bench: Client) -> None:
    main, _ = phones(bench.world("confirmed"))
    told = bench.put(f"/phones/{main}/clock", offset_ms=-1_200_000, zone="+09:00")
    assert told["info"]["local_time"] == "2023-01-12T10:10:00.000+09:00"
    assert bench.get("/clock")["now"] == "2023-01-12T09:30:00.000+08:00"
    bench.put(f"/phones/{main}/clock", offset_ms=0, zone="+08:00", drift_ppm=1000)
    bench.post("/clock", by_ms=1_000_000)
    assert bench.get(f"/phones/{main}")["info"]["local_time"] == "2023-01-12T09:46:41.000+08:00"


def test_apps_are_launched_ended_and_crashed(bench: Client) -> None:
    main, _ = phones(bench.world())
    package = next(iter(bench.there.handsets[main].phone.apps))
    for deed in ("terminate", "crash"):
        assert bench.put(f"/phones/{main}/app", launch=package)["info"]["foreground"] == package
        assert bench.put(f"/phones/{main}/app", **{deed: package})["info"]["foreground"] is None
    status, payload = bench.ask("PUT", f"/phones/{main}/app", launch="com.example.other")
    assert status == 409
    assert package in payload["error"]["message"]


def test_both_apps_can_be_on_one_phone_and_an_installed_one_asks_for_everything(bench: Client) -> None:
    main, _ = phones(bench.world())
    there = bench.put(f"/phones/{main}/app", install="com.xiaoyibang.aux", version="0.9.0")["info"]["apps"]
    assert {"com.xiaoyibang.main", "com.xiaoyibang.aux"} <= set(there)
    assert there["com.xiaoyibang.aux"]["version"] == "0.9.0"
    assert set(there["com.xiaoyibang.aux"]["permissions"].values()) == {"not asked"}
    assert bench.put(f"/phones/{main}/app", launch="com.xiaoyibang.aux")["info"]["foreground"]


def test_an_app_that_is_taken_away_is_gone_from_the_phone_and_can_be_had_again(bench: Client) -> None:
    main, _ = phones(bench.world())
    told = bench.put(f"/phones/{main}/app", uninstall="com.xiaoyibang.main")
    assert (told["app"], told["info"]["foreground"]) == (None, None)
    assert bench.put(f"/phones/{main}/app", install="com.xiaoyibang.main")["app"] == "com.xiaoyibang.main"


def test_a_message_reaches_the_phone(bench: Client) -> None:
    main, _ = phones(bench.world())
    info = bench.put(f"/phones/{main}/messages", sender="10690001", text="验证码 123456")["info"]
    assert [(one["from"], one["text"]) for one in info["messages"]] == [("10690001", "验证码 123456")]


def test_a_cleaner_takes_what_an_app_has_left(bench: Client) -> None:
    main, _ = phones(bench.world("photos"))
    before = bench.get(f"/phones/{main}")["info"]
    assert before["recordings"]
    bench.put(f"/phones/{main}/app", terminate="com.xiaoyibang.main")
    after = bench.put(f"/phones/{main}/clean")["info"]
    assert (after["recordings"], after["storage"]["files"]) == ({}, {})


def test_a_camera_looks_at_the_desk_a_screen_or_a_picture(bench: Client) -> None:
    main, aux = phones(bench.world())
    camera = bench.there.handsets[aux].phone.camera
    views = [camera.frame().mean()]
    bench.put(f"/phones/{aux}/camera", pointed_at={"screen": main}, distance_cm=12)
    views.append(camera.frame().mean())
    white = cv2.imencode(".png", np.full((60, 60, 3), 255, np.uint8))[1].tobytes()
    picture = base64.b64encode(white).decode()
    bench.put(f"/phones/{aux}/camera", pointed_at={"picture": picture}, distance_cm=12)
    views.append(camera.frame().mean())
    bench.put(f"/phones/{aux}/camera", pointed_at={"picture": picture}, darkness=1)
    views.append(camera.frame().mean())
    assert len({round(float(view)) for view in views}) == 4


def test_the_screen_of_a_phone_that_is_off_is_dark_and_no_fault(bench: Client) -> None:
    main, aux = phones(bench.world("waiting"))
    camera = bench.there.handsets[aux].phone.camera
    bench.put(f"/phones/{aux}/camera", pointed_at={"screen": main}, distance_cm=8)
    lit = camera.frame().mean()
    bench.put(f"/phones/{main}/power", on=False)
    assert camera.scan() is None
    assert camera.frame().mean() < lit / 2
    bench.put(f"/phones/{aux}/camera", pointed_at={"screen": main}, distance_cm=9)


def card(bench: Client, udid: str, **words: Any) -> tuple[int, Any]:
    """What the platform would read from a photo that this phone takes of a card."""
    status, payload = bench.ask("PUT", f"/phones/{udid}/camera", pointed_at={"id_card": words})
    photo = bench.there.handsets[udid].phone.camera.photo("back")
    return status, idcards.read(photo) if status == 200 else payload["error"]


def test_a_camera_looks_at_the_id_card_of_its_owner_of_another_or_of_nobody(bench: Client) -> None:
    world = bench.world(candidates=[{"name": "王芳"}, {"name": "李强"}])
    main, _ = phones(world)
    other = world["candidates"][1]["account"]
    seats = bench.there.seats
    own = seats[world["candidates"][0]["account"]].person
    _, read = card(bench, main, side="portrait")
    assert (read.name, read.id_number) == ("王芳", own.id_number)
    _, read = card(bench, main, side="portrait", candidate=other)
    assert (read.name, read.id_number) == ("李强", seats[other].person.id_number)
    _, read = card(bench, main, side="portrait", name="赵敏", address="上海市")
    assert (read.name, read.id_number, read.address) == ("赵敏", own.id_number, "上海市")
    _, read = card(bench, main, side="emblem", name="赵敏", id_number="11010120000101001X")
    assert read == idcards.Emblem("北京市公安机关", "2016.01.01-2026.01.01")


def test_a_card_that_cannot_be_is_refused_with_the_reason(bench: Client) -> None:
    world = bench.world(candidates=[{"name": "王" * 200}])
    main, _ = phones(world)
    spare = bench.post("/phones", role="main")["udid"]
    status, error = card(bench, main, side="portrait")
    assert (status, error["field"]) == (400, "pointed_at.id_card")
    assert "50" in error["message"]
    status, error = card(bench, spare, side="portrait", name="王芳")
    assert status == 409
    assert spare in error["message"]
    assert card(bench, spare, side="portrait", name="王芳", id_number="11010120000101001X")[0] == 200
    assert card(bench, main, side="portrait", candidate="nobody")[0] == 404


def test_a_camera_looks_at_a_page_of_an_answer_sheet(bench: Client) -> None:
    main, _ = phones(bench.world())
    camera = bench.there.handsets[main].phone.camera
    bench.put(f"/phones/{main}/camera", pointed_at={"sheet": {"page": 2}})
    sheet = camera.scene.pointed_at
    assert isinstance(sheet, Sheet)
    assert (sheet.page, sheet.hand.split(" ")[0]) == (2, main)
    bench.put(f"/phones/{main}/camera", pointed_at={"sheet": {"page": 2}}, distance_cm=40, overexposure=0.5)
    assert (camera.scene.away, camera.scene.overexposure) == (40, 0.5)


REFUSED = [
    ("camera", {"pointed_at": {"sheet": {"page": 0}}}, 400),
    ("camera", {"pointed_at": {"sheet": {}}}, 400),
    ("camera", {"pointed_at": {"id_card": {}}}, 400),
    ("camera", {"pointed_at": {"id_card": {"side": "back"}}}, 400),
    ("camera", {"pointed_at": {"id_card": {"side": "portrait", "id_number": "1"}}}, 400),
    ("camera", {"pointed_at": "desk", "overexposure": 2}, 400),
    ("camera", {"pointed_at": {"picture": "!"}}, 400),
    ("camera", {"pointed_at": {"picture": "aGVsbG8="}}, 400),
    ("camera", {"pointed_at": {"screen": "nobody"}}, 404),
    ("camera", {"pointed_at": {}}, 400),
    ("settings", {"colour": "red"}, 400),
    ("settings", {"muted": 1}, 400),
    ("settings", {}, 400),
    ("settings", {"ringer": "loud"}, 400),
    ("settings", {"font_scale": 3.5}, 400),
    ("network", {"loss": 1.5}, 400),
    ("alarms", {"alarms": [{"at": "24:00"}]}, 400),
    ("capture", {"kind": "sketch"}, 400),
    ("app", {"update": "com.xiaoyibang.main"}, 400),
    ("app", {"launch": "com.xiaoyibang.main", "version": "1.0"}, 400),
    ("app", {"launch": "com.xiaoyibang.main", "crash": "com.xiaoyibang.main"}, 400),
    ("app", {"install": "com.xiaoyibang.main"}, 409),
    ("app", {"install": "com.example.none"}, 409),
    ("permissions", {"package": "com.example.none", "granted": True}, 409),
    ("clean", {"package": "com.example.none"}, 409),
    ("app", {"uninstall": "com.example.none"}, 409),
    ("battery", {}, 400),
    ("call", {"hang_up": False}, 400),
    ("clock", {"zone": "+99:99"}, 400),
    ("storage", {"free_bytes": -1}, 400),
]


@pytest.mark.parametrize(("control", "body", "expected"), REFUSED)
def test_what_makes_no_sense_is_refused(
    bench: Client, control: str, body: dict[str, Any], expected: int
) -> None:
    main, _ = phones(bench.world())
    before = bench.get(f"/phones/{main}")
    assert bench.ask("PUT", f"/phones/{main}/{control}", **body)[0] == expected
    assert bench.get(f"/phones/{main}") == before


def test_a_phone_that_is_not_there_is_named(bench: Client) -> None:
    bench.world()
    for method, path, body in (
        ("GET", "/phones/nobody", {}),
        ("PUT", "/phones/nobody/lock", {"locked": True}),
        ("POST", "/faults", {"udid": "nobody", "kind": "outage"}),
        ("POST", "/probes/enter", {"udid": "nobody"}),
    ):
        status, payload = bench.ask(method, path, **body)
        assert status == 404
        assert next(iter(bench.there.handsets)) in payload["error"]["message"]


def test_further_phones_have_a_model_and_maybe_an_owner(bench: Client) -> None:
    world = bench.world()
    account = world["candidates"][0]["account"]
    phone = bench.post("/phones", role="aux", owner=account, model="xiaomi-mi-10")
    assert phone["owner"] == account
    assert bench.get(f"/phones/{phone['udid']}")["info"]["foreground"] is None
    assert bench.ask("POST", "/phones", role="aux", model="fridge")[0] == 400
    assert bench.ask("POST", "/phones", role="aux", owner="nobody")[0] == 404
    assert len(bench.get("/worlds/current")["phones"]) == 3


FAULTS = [
    ({"kind": "drop_answer"}, None),
    ({"kind": "cut_after", "bytes": 10}, None),
    ({"kind": "cut_after"}, "bytes"),
    ({"kind": "dribble"}, "until"),
    ({"kind": "dribble", "until": "later"}, "until"),
    ({"kind": "corrupt"}, "byte"),
    ({"kind": "answer"}, "status"),
    ({"kind": "answer", "status": 423}, None),
    ({"kind": "repeat"}, None),
    ({"kind": "outage"}, None),
]


@pytest.mark.parametrize(("fault", "lacks"), FAULTS)
def test_a_fault_waits_for_the_next_request(bench: Client, fault: dict[str, Any], lacks: str | None) -> None:
    main, _ = phones(bench.world())
    status, payload = bench.ask("POST", "/faults", udid=main, **fault)
    waiting = bench.there.handsets[main].phone.network.faults
    assert (status, len(waiting)) == ((204, 1) if lacks is None else (400, 0))
    assert lacks is None or payload["error"]["field"] == lacks


def test_the_next_face_checks_are_scripted_and_the_reviewer_approves_only_what_waits(bench: Client) -> None:
    world = bench.world("paired")
    person = world["candidates"][0]
    assert (
        bench.ask("POST", "/face-checks/next", account=person["account"], results=["fail", "pass"])[0] == 204
    )
    assert bench.ask("POST", "/face-checks/next", account="nobody", results=["pass"])[0] == 404
    status, payload = bench.ask("POST", "/face-checks/approve", sitting=person["sittings"][0]["sitting"])
    assert status == 409
    assert payload["error"]["message"]
    assert bench.ask("POST", "/face-checks/approve", sitting="nowhere")[0] == 404
