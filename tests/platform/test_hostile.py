"""Input that no phone of ours would send: a clear 4xx in the refusal's form, never a 500, and nothing changed."""

import json
from typing import Any

import pytest

from simulators.platform.past import Candidate
from tests.platform.exam import ACCOUNT, LOST, PASSWORD, World, picture

NAMES = {
    "long": "王" * 10_000,
    "markup": "<script>alert('x')</script>",
    "right to left": "\u202eabc\u202d",
    "nul": "a\0b",
    "emoji": "👩‍🎓" * 20,
    "sql": "'; DROP TABLE events; --",
    "lone surrogate": "\ud800",
}


def told(world: World, method: str, path: str, body: bytes | Any, **headers: str) -> tuple[int, Any]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    reply = world.http(method, path, data, named)
    return reply.status, reply.json


def assert_refused(status: int, payload: Any) -> None:
    assert 400 <= status < 500
    refused = payload["refused"]
    assert set(refused) == {"operation", "cause", "at", "message"}
    assert refused["message"]["en"]
    assert refused["message"]["zh"]


@pytest.mark.parametrize("name", NAMES)
def test_a_strange_account_does_not_log_in(world: World, name: str) -> None:
    for payload in ({"account": NAMES[name], "password": "x"}, {"account": ACCOUNT, "password": NAMES[name]}):
        assert_refused(*told(world, "POST", "/login", payload, X_Device="m"))


@pytest.mark.parametrize("name", NAMES)
def test_a_strange_code_does_not_pair(world: World, name: str) -> None:
    world.to_exam_page()
    for payload in ({"code": NAMES[name]}, {"exam_code": NAMES[name], "account": NAMES[name]}):
        assert_refused(*told(world, "POST", "/pair", payload, X_Device="a"))


@pytest.mark.parametrize("device", ["", "x" * 201, "x" * 10_000], ids=len)
def test_a_phone_must_name_itself(world: World, device: str) -> None:
    payload = {"account": ACCOUNT, "password": PASSWORD}
    assert_refused(*told(world, "POST", "/login", payload, X_Device=device))
    assert_refused(*told(world, "POST", "/pair", {"code": world.seat.code}, X_Device=device))


BODIES = {
    "broken": b'{"cause": ',
    "not utf-8": b'{"cause": "\xff\xfe"}',
    "a list": b"[]",
    "a number": b"7",
    "nothing": b"",
    "missing field": b"{}",
    "wrong type": b'{"cause": 7, "text": 7, "idempotency_key": 7, "files": 7}',
    "deep": b"[" * 30_000,
    "huge number": b'{"beats": 1e400, "cause": 1' + b"0" * 1000 + b"}",
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("operation", ["left", "submit", "answers"])
def test_malformed_bodies(world: World, operation: str, body: str) -> None:
    world.to_answering()
    before = world.words()
    reply = world.main(operation, body=BODIES[body])
    assert_refused(reply.status, reply.json)
    assert reply.status in (400, 409)
    assert [word for word in world.words() if word != "refused"] == [
        word for word in before if word != "refused"
    ]


@pytest.mark.parametrize("body", ["broken", "not utf-8", "a list", "a number", "wrong type", "deep"])
def test_malformed_heartbeats(world: World, body: str) -> None:
    world.to_answering()
    wrong = b'{"beats": "many"}' if body == "wrong type" else BODIES[body]
    reply = world.main("heartbeat", body=wrong)
    assert_refused(reply.status, reply.json)


@pytest.mark.parametrize("beats", [0, -1, 1.5, "7", 10**7, None])
def test_impossible_numbers_of_beats(world: World, beats: object) -> None:
    world.to_answering()
    assert world.main("heartbeat", {"beats": beats}).cause == "bad_request"


def file_with(**changes: object) -> dict[str, object]:
    good = {"name": "a", "kind": "video", "bytes": 1, "nominal_bytes": 1, "sha256": "0" * 64}
    return {**good, **changes}


@pytest.mark.parametrize(
    "file",
    [
        file_with(name=""),
        file_with(name="x" * 201),
        file_with(kind="virus"),
        file_with(bytes=-1),
        file_with(bytes=2**60),
        file_with(bytes=1.5),
        file_with(sha256="0" * 63),
        file_with(sha256="G" * 64),
        file_with(sha256="0" * 64 + "\n"),
        {},
        "a file",
    ],
    ids=range(11),
)
def test_impossible_files(world: World, file: object) -> None:
    world.to_ready()
    reply = world.main("submit", {"idempotency_key": "k", "files": [file]})
    assert (reply.cause, world.state) == ("bad_request", "ready")


def test_too_many_files(world: World) -> None:
    world.to_ready()
    files = [file_with(name=str(n)) for n in range(65)]
    assert world.main("submit", {"idempotency_key": "k", "files": files}).cause == "bad_request"


def test_markup_in_an_answer_is_kept_as_it_is(sheetless: World) -> None:
    sheetless.to_answering()
    text = NAMES["markup"] + NAMES["right to left"] + NAMES["nul"]
    assert sheetless.main("answers", {"text": text}).json["answer"] == text
    sheetless.reopen()
    assert sheetless.view()["answer"] == text


@pytest.mark.parametrize("pieces", [[b"x" * 2**20] * 21, [b"x" * (21 * 2**20)]], ids=["chunks", "whole"])
def test_oversized_bodies(world: World, pieces: list[bytes]) -> None:
    world.to_photos()
    headers = {"Authorization": f"Bearer {world.token}"}
    path = f"/sittings/{world.seat.sitting}/photos/1"
    reply = world.http("PUT", path, pieces, headers | {"X-Device": "main-1"})
    assert (reply.status, reply.cause) == (413, "too_large")
    record = world.records("refused")[-1]
    assert (record["device"], record["detail"]) == ("main-1", {"operation": "photo", "cause": "too_large"})


@pytest.mark.parametrize("token", ["", "x"])
def test_a_stranger_cannot_fill_the_records(world: World, token: str) -> None:
    before = world.platform.records()
    path, headers = f"/sittings/{world.seat.sitting}/photos/1", {"Authorization": f"Bearer {token}"}
    assert world.http("PUT", path, [b"x" * (21 * 2**20)], headers).status == 401
    assert world.platform.records() == before


def test_a_stated_size_is_enough_to_refuse(world: World) -> None:
    reply = world.http("POST", "/login", b"", {"Content-Length": str(10**12), "X-Device": "m"})
    assert reply.status == 413


@pytest.mark.parametrize("page", ["x", "-1", "1.5", "1e3", "9999", "\uff11", "%00"])
def test_strange_pages(world: World, page: str) -> None:
    world.to_photos()
    reply = world.main(f"photos/{page}", method="PUT", body=picture())
    assert_refused(reply.status, reply.json)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", "/login", 405),
        ("GET", "/pair", 405),
        ("PATCH", "/sittings/x/open", 405),
        ("PATCH", "/uploads", 405),
        ("TRACE", "/exams", 405),
        ("GET", "/nowhere", 404),
        ("GET", "/sittings/", 404),
        ("POST", "/sittings/a/b/c/d", 404),
    ],
)
def test_wrong_methods_and_addresses(world: World, method: str, path: str, status: int) -> None:
    reply = world.http(method, path)
    assert_refused(reply.status, reply.json)
    assert reply.status == status
    assert ("allow" in reply.headers) is (status == 405)


@pytest.mark.parametrize(
    "token", ["", "Bearer", "Bearer x", "Basic eDp5", "Bearer " + "x" * 10_000, "Bearer 王"]
)
def test_without_a_token_nothing_is_told(world: World, token: str) -> None:
    for path in ("/exams", f"/sittings/{world.seat.sitting}"):
        status, payload = told(world, "GET", path, b"", Authorization=token)
        assert (status, payload["refused"]["cause"]) == (401, "no_token")


def test_another_candidates_sitting_does_not_exist(world: World) -> None:
    world.platform.register(Candidate("13900000009", "x", "李强", majors=("composition",)))
    theirs = world.seat_of("song", "formal", "13900000009")
    headers = {"Authorization": f"Bearer {world.token}"}
    assert world.http("GET", f"/sittings/{theirs.sitting}", b"", headers).status == 404


def test_a_name_of_ten_thousand_characters_is_shown_whole(world: World) -> None:
    world.platform.register(Candidate("1", "x", NAMES["long"], majors=("composition",)))
    reply = world.http("POST", "/login", b'{"account": "1", "password": "x"}', {"X-Device": "m"})
    assert reply.json["candidate"]["name"] == NAMES["long"]


def test_a_request_that_breaks_off_is_no_request(world: World) -> None:
    world.to_ready()
    path, headers = f"/sittings/{world.seat.sitting}/submit", {"Authorization": f"Bearer {world.token}"}
    assert world.http("POST", path, [b'{"idempot', LOST], headers).cause == "incomplete"
    assert world.state == "ready"


@pytest.mark.parametrize("token", ["", "Bearer x"])
def test_nothing_is_read_of_a_picture_for_whoever_has_no_token(world: World, token: str) -> None:
    """The connection breaks off in the midst, and nobody was there to notice."""
    for method, path in (
        ("PUT", f"/sittings/{world.seat.sitting}/photos/1"),
        ("POST", "/account/face"),
        ("PUT", "/profile"),
    ):
        assert world.http(method, path, [b"x" * 1000, LOST], {"Authorization": token}).cause == "no_token"


TYPES = [
    "text/html",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "image/svg+xml",
    "*/*",
    "x",
]


@pytest.mark.parametrize("kind", TYPES)
def test_a_body_of_another_type_is_not_taken(world: World, kind: str) -> None:
    world.to_photos()
    before = world.words()
    for method, operation, body in (
        ("POST", "heartbeat", b"{}"),
        ("POST", "submit", b"{}"),
        ("PUT", "photos/1", picture()),
    ):
        path = f"/sittings/{world.seat.sitting}/{operation}"
        headers = {"Authorization": f"Bearer {world.token}", "X-Device": world.device, "Content-Type": kind}
        reply = world.http(method, path, body, headers)
        assert_refused(reply.status, reply.json)
        assert (reply.status, reply.cause) == (415, "wrong_type")
    assert world.words() == before


@pytest.mark.parametrize("kind", ["image/png", "IMAGE/JPEG", "image/png; charset=utf-8", ""])
def test_a_type_is_read_as_http_writes_it(world: World, kind: str) -> None:
    world.to_photos()
    headers = {"Authorization": f"Bearer {world.token}", "X-Device": world.device, "Content-Type": kind}
    assert world.http("PUT", f"/sittings/{world.seat.sitting}/photos/1", picture(), headers).status == 200
