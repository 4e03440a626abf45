"""What belongs to another candidate, tried at every address with one's own token: it is as if there were no such thing.

Made from the table of routes. What the second candidate has is put into each place of each address; the answer must be
the one, to the byte, that is given to an identifier that nobody ever had, and nothing that is kept may change.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from conformance.season import Season, load
from simulators.platform.routes import ROWS, Row
from tests.platform.exam import ACCOUNT, PASSWORD, Reply, a_file, picture, portrait, tus_metadata
from tests.platform.two import OTHER, WORD, Two, two

FILES = [a_file("late.mp4", b"late")]
BODIES: Mapping[str, Any] = {
    "practice": {"event": "begun"},
    "left": {"cause": "screenshot"},
    "show": {"item": "desk"},
    "answers": {"text": "an answer"},
    "submit": {"idempotency_key": "late", "files": FILES},
    "aux_show": {"item": "room"},
    "aux_stop": {"cause": "accident"},
    "aux_flag": {"cause": "screenshot"},
    "aux_submit": {"idempotency_key": "late", "files": FILES},
    "face": portrait(),
    "account_face": portrait(),
    "identity_side": portrait(),
    "photo": picture(),
    "upload_bytes": b"more",
}
"""A body for each operation that would be read, so that only whose the thing is decides."""
HEADERS: Mapping[str, Mapping[str, str]] = {
    "upload_bytes": {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "20"},
    "upload_create": {"Upload-Length": "9"},
}
ADDRESSES = [*ROWS, Row("PATCH", "/uploads/{upload}", "upload_bytes", ROWS[0].handler, "either")]
USUAL = {
    "major": "composition",
    "task": "notice",
    "page": "1",
    "part": "1",
    "side": "portrait",
    "app": "main",
}


@dataclass(frozen=True)
class Phone:
    """Who asks: a phone's name and its token."""

    name: str
    token: str


ON_A_DATABASE = pytest.param("uploading, on a database", marks=pytest.mark.needs_postgres)


@pytest.fixture(scope="module", params=["answering", "uploading", ON_A_DATABASE])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    season: Season = load("zjcm-2023")
    database = request.param.endswith("database")
    store = request.getfixturevalue("postgres").database() if database else None
    submitted = request.param != "answering"
    with two(tmp_path_factory.mktemp("two"), season, submitted=submitted, store=store) as made:
        yield made


def phones(made: Two) -> list[Phone]:
    """The first candidate's: under their own names, and as if they were the second's."""
    tokens = [made.first.token, made.first.bindings["aux-1"][1]]
    return [Phone(name, token) for token in tokens for name in ("main-1", "aux-1", "main-2", "aux-2")]


def theirs(made: Two) -> dict[str, str]:
    """Everything by which the second candidate's things are named, or could be reached."""
    seat = made.second.seat
    digests = {row["detail"]["sha256"] for row in made.second.records("photo")}
    return {
        "sitting": seat.sitting,
        "code": seat.code,
        "code token": seat.code_token,
        "exam code": seat.exam_code,
        "account": OTHER,
        "id number": seat.id_number,
        "admission number": seat.admission_number,
        "token": made.second.token,
        "device": made.second.device,
        **{f"upload {name}": upload for name, upload in made.uploads.items() if not name.startswith("own")},
        **{f"binding of {name}": binding for name, (binding, _) in made.second.bindings.items()},
        **{f"token of {name}": token for name, (_, token) in made.second.bindings.items()},
        **{f"photo {digest[:6]}": digest for digest in digests},
    }


def own_of_another_phone(made: Two) -> dict[str, str]:
    """What is the first candidate's, and not this auxiliary phone's: its sibling's binding, and another exam."""
    seats = made.first.platform.sittings_of(ACCOUNT)
    elsewhere = next(seat for seat in seats if seat.sitting != made.first.seat.sitting)
    return {"binding": made.first.bindings["second-aux-1"][0], "sitting": elsewhere.sitting}


def unheard_of(identifier: str) -> str:
    """The same form, and nobody's."""
    return identifier[:1] + identifier[:0:-1]


def ask(made: Two, row: Row, phone: Phone, places: Mapping[str, str]) -> Reply:
    body = BODIES.get(row.operation, b"")
    return made.first.http(
        row.method,
        row.path.format_map({**USUAL, **places}),
        body if isinstance(body, bytes) else encoded(body),
        {
            "Authorization": f"Bearer {phone.token}",
            "X-Device": phone.name,
            "Tus-Resumable": "1.0.0",
            **HEADERS.get(row.operation, {}),
        },
    )


def encoded(body: Any) -> bytes:
    return json.dumps(body).encode()


def slots(row: Row) -> list[str]:
    return [name for name in ("sitting", "binding", "upload", *USUAL) if f"{{{name}}}" in row.path]


CROSSINGS = [(row, slot) for row in ADDRESSES for slot in slots(row) if row.phone != "none"]


@pytest.mark.parametrize(("row", "slot"), CROSSINGS, ids=lambda one: getattr(one, "operation", one))
def test_what_is_anothers_is_as_if_it_did_not_exist(pair: Two, row: Row, slot: str) -> None:
    mine = {"sitting": pair.first.seat.sitting, "binding": pair.first.bindings["aux-1"][0], "upload": "u"}
    before, journal = pair.kept(), len(pair.second.records())
    for phone in phones(pair):
        for what, identifier in theirs(pair).items():
            told = ask(pair, row, phone, {**mine, slot: identifier})
            never = ask(pair, row, phone, {**mine, slot: unheard_of(identifier)})
            assert told == never, f"{phone} at {row.path} with the second's {what}"
            assert told.status in (403, 404), f"{phone} at {row.path} with the second's {what}: {told}"
    assert pair.kept() == before
    assert len(pair.second.records()) == journal


@pytest.mark.parametrize(("row", "slot"), CROSSINGS, ids=lambda one: getattr(one, "operation", one))
def test_an_auxiliary_phone_has_its_own_binding_and_its_own_exam_only(pair: Two, row: Row, slot: str) -> None:
    identifier = own_of_another_phone(pair).get(slot) or pair.uploads.get("own")
    if identifier is None or slot in USUAL:
        return
    phone = Phone("aux-1", pair.first.bindings["aux-1"][1])
    before = pair.kept()
    told = ask(pair, row, phone, {slot: identifier})
    assert told == ask(pair, row, phone, {slot: unheard_of(identifier)})
    assert told.status in (403, 404)
    assert pair.kept() == before


def carried(made: Two) -> dict[str, tuple[str, str, Any, dict[str, str]]]:
    """Requests that name what is the second's in a body or a header: method, path, body, headers."""
    seat, own = made.second.seat, made.first.seat
    metadata = {"name": "active.mp4", "sha256": a_file("", b"x")["sha256"], "kind": "video"}
    upload = {"Upload-Metadata": tus_metadata(sitting=seat.sitting, **metadata), "Upload-Length": "1"}
    return {
        "an upload for the sitting": ("POST", "/uploads", b"", {**upload, "Tus-Resumable": "1.0.0"}),
        "the sitting with a code of one's own": (
            "POST", "/pair", {"code": f"XYB1:{seat.sitting}:{own.code_token}"}, {},
        ),
        "one's sitting with the code": ("POST", "/pair", {"code": f"XYB1:{own.sitting}:{seat.code_token}"}, {}),
        "the exam code with one's account": (
            "POST", "/pair", {"exam_code": seat.exam_code, "account": ACCOUNT}, {},
        ),
        "one's exam code with the account": ("POST", "/pair", {"exam_code": own.exam_code, "account": OTHER}, {}),
        "the account with one's password": ("POST", "/login", {"account": OTHER, "password": PASSWORD}, {}),
        "one's account with the password": ("POST", "/login", {"account": ACCOUNT, "password": WORD}, {}),
        "the ID number with one's password": (
            "POST", "/login", {"account": seat.id_number, "password": PASSWORD}, {},
        ),
        "the number for a new account": (
            "POST", "/accounts", {"phone": OTHER, "code": "000000", "password": "secret-1"}, {},
        ),
        "the number for a code": ("POST", "/accounts/code", {"phone": OTHER}, {}),
        "the ID number as one's own": (
            "POST", "/identity", {"method": "manual", "name": "李强", "id_number": seat.id_number}, {},
        ),
        "a token of the second's for the first": (
            "GET", f"/sittings/{own.sitting}", b"", {"Authorization": f"Bearer {made.second.token}"},
        ),
        "an aux token of the second's for the first": (
            "GET", f"/bindings/{made.first.bindings['aux-1'][0]}", b"",
            {"Authorization": f"Bearer {made.second.bindings['aux-2'][1]}"},
        ),
        "a digest of the token": (
            "GET", f"/sittings/{seat.sitting}", b"",
            {"Authorization": f"Bearer {hashlib.sha256(made.second.token.encode()).hexdigest()}"},
        ),
    }  # fmt: skip


def test_what_is_anothers_does_nothing_in_a_body_or_a_header(pair: Two) -> None:
    names = theirs(pair)
    for what, (method, path, body, headers) in carried(pair).items():
        before, journal = pair.kept(), len(pair.second.records())
        told = {"Authorization": f"Bearer {pair.first.token}", "X-Device": "stranger", **headers}
        reply = pair.first.http(method, path, body if isinstance(body, bytes) else encoded(body), told)
        assert 400 <= reply.status < 500, what
        assert pair.kept() == before, what
        assert len(pair.second.records()) == journal, what
        assert not [name for name, value in names.items() if value.encode() in reply.body], what


def test_what_one_is_told_of_ones_own_names_nothing_of_anothers(pair: Two) -> None:
    names = theirs(pair)
    own = {"sitting": pair.first.seat.sitting, "binding": pair.first.bindings["aux-1"][0]}
    for row in ADDRESSES:
        if row.method == "GET" and row.phone != "none":
            phone = phones(pair)[0 if row.phone in ("main", "either") else 5]
            reply = ask(pair, row, phone, own)
            assert reply.status == (409 if row.operation == "resources" and pair.uploads else 200), row.path
            assert not [name for name, value in names.items() if value.encode() in reply.body], row.path


@pytest.mark.parametrize("row", dict(CROSSINGS), ids=lambda row: row.operation)
def test_the_same_request_with_ones_own_is_read(row: Row, tmp_path: Path) -> None:
    """The witness: what was refused above was refused for whose it is, not for how it was asked."""
    with two(tmp_path, load("zjcm-2023"), submitted="{upload}" in row.path) as made:
        aux = made.first.bindings["aux-1"]
        phone = Phone("aux-1", aux[1]) if row.phone == "aux" else Phone("main-1", made.first.token)
        own = {"sitting": made.first.seat.sitting, "binding": aux[0], "upload": made.uploads.get("own", "")}
        reply = ask(made, row, phone, own)
        assert reply.status not in (400, 401, 403, 404, 410, 412, 413, 415), reply
