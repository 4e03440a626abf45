"""Every body is checked; what is wrong is named with its field, what was found and what is expected."""

import pytest

from simulators.bench import bodies
from simulators.door import reading
from simulators.door.errors import BadBody, BenchError

WRONG = [
    (b"[", bodies.Power, "body", "a JSON document"),
    (b"\xff", bodies.Power, "body", "a JSON document"),
    (b"[]", bodies.Power, "body", "object"),
    (b"{}", bodies.Power, "on", "required"),
    (b'{"on": 1}', bodies.Power, "on", "bool"),
    (b'{"on": true, "off": 1}', bodies.Power, "off", "no such field; there are on"),
    (b'{"seed": "x"}', bodies.WorldWish, "seed", "int"),
    (b'{"stage": "over"}', bodies.WorldWish, "stage", "one of answering, confirmed"),
    (b'{"candidates": [{}, {"name": 3}]}', bodies.WorldWish, "candidates[1].name", "str"),
    (b'{"candidates": [{"stage": "x"}]}', bodies.WorldWish, "candidates[0].stage", "one of answering"),
    (b'{"candidates": [{"nom": "x"}]}', bodies.WorldWish, "candidates[0].nom", "no such field"),
    (b'{"by_ms": -1}', bodies.ClockMove, "by_ms", ">= 0"),
    (b'{"account": "a", "results": ["pass", "x"]}', bodies.FaceScript, "results[1]", "one of fail, pass"),
    (b'{"free_bytes": null}', bodies.Storage, "free_bytes", "int"),
    (b'{"percent": 101}', bodies.Battery, "percent", "<= 100"),
    (b'{"udid": "p", "kind": "answer", "status": 200}', bodies.Fault, "status", "one of 401, 423, 429, 503"),
    (b'{"pointed_at": "sky"}', bodies.Camera, "pointed_at", "one of desk"),
    (
        b'{"pointed_at": {"id_card": {"side": "top"}}}',
        bodies.Camera,
        "pointed_at.id_card.side",
        "one of emblem, portrait",
    ),
    (b'{"ringer": null}', bodies.Settings, "(a value)", "bool"),
]


@pytest.mark.parametrize(("raw", "shape", "field", "expected"), WRONG)
def test_a_wrong_body_is_named(raw: bytes, shape: type, field: str, expected: str) -> None:
    with pytest.raises(BadBody) as caught:
        reading.read(raw, shape)
    facts = caught.value.payload()["error"]
    assert facts["field"] == field
    assert expected in facts["expected"]
    assert facts["message"].startswith(f"{field}: found ")
    assert caught.value.status == 400


def test_what_was_found_is_told() -> None:
    with pytest.raises(BadBody) as caught:
        reading.read(b'{"candidates": [{"name": 3}]}', bodies.WorldWish)
    assert caught.value.facts["found"] == 3


def test_exactly_one_field_where_one_is_meant() -> None:
    assert reading.one_of(bodies.ClockMove(by_ms=1)) == ("by_ms", 1)
    for body in (bodies.ClockMove(), bodies.ClockMove(to="x", by_ms=1)):
        with pytest.raises(BadBody, match="exactly one of to, by_ms"):
            reading.one_of(body)


def test_at_least_one_field_where_some_are_meant() -> None:
    assert reading.some_of(bodies.Network(up=False)) == {"up": False}
    with pytest.raises(BadBody, match="at least one of up, kind"):
        reading.some_of(bodies.Network())


@pytest.mark.parametrize(
    "text", ["soon", "2023-01-12T09:45:00", "2023-01-12T09:45:00.0001+08:00", "2023-13-01T00:00:00+08:00"]
)
def test_an_instant_names_its_offset_and_whole_milliseconds(text: str) -> None:
    with pytest.raises(BenchError, match="expected an instant such as"):
        reading.instant(text, "to")


def test_an_instant_in_another_zone_is_the_same_instant() -> None:
    assert reading.instant("2023-01-12T01:45:00Z", "to") == reading.instant(
        "2023-01-12T09:45:00.000+08:00", "to"
    )
