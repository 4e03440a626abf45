"""The post office and the school's mail room: what it finds of a bag, and that the stamp and not the arrival decides."""

from typing import Any

import pytest

from tests.bench.client import Client

LABEL = {"recipient": "浙江音乐学院招生办", "mailing": "浙江省杭州市西湖区转塘街道浙音路1号"}
BOTH = ["song", "harmony"]
RIGHT = {"carrier": "EMS", "subjects": BOTH, "label": LABEL}


def posted(bench: Client, at: str, subject: str = "song", **wish: Any) -> Any:
    """What the mail room says of a bag posted at an instant."""
    account = bench.world("enrolled", subject=subject)["candidates"][0]["account"]
    bench.post("/clock", to=at)
    bench.post("/post/parcels", account=account, **{**RIGHT, **wish})
    assert bench.get("/post/mail-room")["mail"] == []
    bench.post("/clock", by_ms=2 * 24 * 3600 * 1000)
    (mail,) = bench.get("/post/mail-room")["mail"]
    return mail


@pytest.mark.parametrize(
    ("at", "grain", "said"),
    [
        ("2023-01-12T16:59:59.999+08:00", "minute", "in_time"),
        ("2023-01-12T17:00:00.000+08:00", "minute", "late"),
        ("2023-01-12T17:00:00.001+08:00", "minute", "late"),
        ("2023-01-12T16:59:00.000+08:00", "date", "undecided"),
        ("2023-01-11T23:59:00.000+08:00", "date", "in_time"),
    ],
)
def test_the_stamp_decides_however_late_the_bag_arrives(
    bench: Client, at: str, grain: str, said: str
) -> None:
    mail = posted(bench, at, stamp=grain)
    assert mail["timeliness"] == said
    assert mail["findings"] == []


def test_the_stamp_is_that_of_the_seasons_zone(bench: Client) -> None:
    assert posted(bench, "2023-01-11T16:30:00+00:00", stamp="date")["stamp"] == "2023.01.12"


@pytest.mark.parametrize(
    ("subject", "wish", "findings"),
    [
        ("song", {"carrier": "顺丰"}, [{"finding": "another_carrier"}]),
        ("song", {"bagged": False}, [{"finding": "not_bagged"}]),
        ("song", {"label": {**LABEL, "mailing": "杭州市"}}, [{"finding": "another_address"}]),
        ("song", {"label": {**LABEL, "recipient": "教务处"}}, [{"finding": "another_address"}]),
        ("song", {"subjects": ["song"]}, [{"finding": "subject_missing", "subject": "harmony"}]),
        ("song", {"subjects": [*BOTH, "painting"]}, [{"finding": "nothing_due", "subject": "painting"}]),
        ("design-general", {"subjects": []}, []),
        (
            "design-general",
            {"subjects": ["design-general"]},
            [{"finding": "nothing_due", "subject": "design-general"}],
        ),
    ],
)
def test_the_mail_room_names_what_is_not_as_it_should_be(
    bench: Client, subject: str, wish: Any, findings: Any
) -> None:
    assert posted(bench, "2023-01-12T16:00:00+08:00", subject, **wish)["findings"] == findings
