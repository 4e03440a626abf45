"""An exam is gone on with on the phone that came in; pictures of the screen are for the review desk (R258, R274, C59)."""

import json
from datetime import timedelta

import pytest

from tests.platform.exam import ACCOUNT, PASSWORD, Reply, World, portrait

CAPTURES = ("screenshot", "screen_recording", "screen_cast")


def log_in(world: World, device: str) -> str:
    told = json.dumps({"account": ACCOUNT, "password": PASSWORD}).encode()
    return str(world.http("POST", "/login", told, {"X-Device": device}).json["token"])


def ask(world: World, token: str, device: str, operation: str, payload: object = None) -> Reply:
    method, _, path = operation.partition(" ")
    body = payload if isinstance(payload, bytes) else b"" if payload is None else json.dumps(payload).encode()
    headers = {"Authorization": f"Bearer {token}", "X-Device": device}
    return world.http(method, f"/sittings/{world.seat.sitting}{path}", body, headers)


OPERATIONS = [
    ("POST /open", None),
    ("POST /heartbeat", {"beats": 1}),
    ("POST /return", None),
    ("POST /left", {"cause": "exit"}),
    ("POST /submit", {"idempotency_key": "k", "files": []}),
    ("PUT /photos/1", portrait()),
]


@pytest.mark.parametrize(("operation", "payload"), OPERATIONS, ids=lambda value: str(value)[:20])
def test_another_phone_does_nothing_in_an_exam_that_is_under_way(
    world: World, operation: str, payload: object
) -> None:
    world.to_answering()
    before = [row for row in world.records() if row["what"] != "refused"]
    token = log_in(world, "main-2")
    reply = ask(world, token, "main-2", operation, payload)
    assert (reply.status, reply.cause) == (409, "other_phone")
    assert [row for row in world.records() if row["what"] != "refused"] == before
    assert ask(world, token, "main-2", "GET ").json["state"] == "answering"


def test_the_phone_that_came_in_logs_in_again_and_goes_on(world: World) -> None:
    world.to_answering()
    log_in(world, "main-2")
    assert world.main("heartbeat").cause == "logged_in_elsewhere"
    world.token = log_in(world, "main-1")
    assert world.main("heartbeat").json["view"]["state"] == "answering"


def test_before_the_waiting_room_any_phone_will_do(world: World) -> None:
    world.to_face_check()
    token = log_in(world, "main-2")
    assert ask(world, token, "main-2", "POST /face", portrait()).json["passed"] is True
    assert ask(world, token, "main-2", "POST /heartbeat", {"beats": 1}).status == 200
    world.token = log_in(world, "main-1")
    assert world.main("heartbeat").cause == "other_phone"


def test_what_was_handed_in_can_be_looked_at_from_another_phone(world: World) -> None:
    world.to_submitted()
    assert ask(world, log_in(world, "main-2"), "main-2", "GET /submission").status == 200


@pytest.mark.parametrize("cause", CAPTURES)
def test_a_picture_of_the_screen_ends_the_exam_while_it_runs(world: World, cause: str) -> None:
    world.to_answering()
    assert world.main("left", {"cause": cause}).json["state"] == "terminated"
    assert world.records("terminated")[0]["detail"] == {"cause": cause}


@pytest.mark.parametrize("cause", CAPTURES)
def test_before_and_after_it_the_review_desk_is_told(world: World, cause: str) -> None:
    assert world.to_waiting().main("left", {"cause": cause}).json["state"] == "waiting"
    (flag,) = world.platform.reviews()
    assert (flag["kind"], flag["sitting"], flag["detail"]) == ("flag", world.seat.sitting, {"cause": cause})
    assert world.to_answering_from_waiting().state == "answering"


@pytest.mark.parametrize("cause", CAPTURES)
def test_on_the_auxiliary_phone_the_recording_goes_on(world: World, cause: str) -> None:
    world.to_answering()
    view = world.aux("flag", {"cause": cause}).json
    assert (view["recording"], view["main_state"]) == (True, "answering")
    flagged = world.records("flagged")[0]
    assert (flagged["device"], flagged["detail"]["cause"]) == ("aux-1", cause)
    assert world.aux("flag", {"cause": "exit"}).cause == "bad_request"
    world.reopen()
    assert [one["kind"] for one in world.platform.reviews()] == ["flag"]
    world.platform.review(world.platform.reviews()[0]["id"], "approve", "周老师")
    assert world.platform.reviews() == []


def to_review(world: World) -> None:
    world.to_face_check().platform.script_faces(ACCOUNT, [False] * 3)
    for _ in range(3):
        world.main("face", body=portrait())
    assert world.platform.reviews() == []
    world.main("face-review")


def test_a_face_that_is_reviewed_may_be_refused_and_asked_for_again(world: World) -> None:
    to_review(world)
    (case,) = world.platform.reviews()
    assert (case["kind"], case["account"], case["sitting"]) == ("sitting_face", ACCOUNT, world.seat.sitting)
    world.platform.review(case["id"], "reject", "周老师")
    assert (world.state, world.view()["face"]["review"]) == ("face_review", "rejected")
    assert world.platform.reviews() == []
    assert world.main("face-review").json["face"]["review"] == "requested"
    (case,) = world.platform.reviews()
    world.platform.review(case["id"], "approve", "周老师")
    assert (world.state, world.view()["face"]) == ("exam_page", {"failures": 0, "review": "approved"})
    assert world.records("face_review_approved")[0]["detail"]["reviewer"] == "周老师"


def test_a_case_that_time_has_decided_is_not_open_any_more(world: World) -> None:
    to_review(world)
    world.at(timedelta(0))
    assert world.platform.reviews() == []
