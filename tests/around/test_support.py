"""When the support desk answers, and what: each edge of its hours, each way to it, each topic."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from conformance.season import Support, load
from simulators.around.support import answers_at
from tests.bench.client import Client

DESK = load("zjcm-2023").support
DAY = datetime.fromisoformat("2023-01-12T00:00:00+08:00")
MS = timedelta(milliseconds=1)
EIGHT, MIDNIGHT = DAY + timedelta(hours=8), DAY + timedelta(days=1)
MENU = ["答疑解惑", "客服"]


@pytest.mark.parametrize(
    ("received", "answered"),
    [
        (DAY, EIGHT),
        (EIGHT - MS, EIGHT),
        (EIGHT, EIGHT),
        (EIGHT + MS, EIGHT + MS),
        (MIDNIGHT - MS, MIDNIGHT - MS),
        (MIDNIGHT, EIGHT + timedelta(days=1)),
        (MIDNIGHT + MS, EIGHT + timedelta(days=1)),
    ],
)
def test_what_comes_at_night_is_answered_at_eight_of_that_day(received: datetime, answered: datetime) -> None:
    assert answers_at(DESK, received) == answered


def test_a_desk_that_closes_earlier_answers_the_next_day_and_one_without_weekends_on_monday() -> None:
    early = replace(DESK, closes=18 * 60, days=(1, 2, 3, 4, 5))
    thursday_evening, friday_evening = DAY + timedelta(hours=19), DAY + timedelta(days=1, hours=18)
    assert answers_at(early, thursday_evening) == EIGHT + timedelta(days=1)
    assert answers_at(early, friday_evening) == EIGHT + timedelta(days=4)


def test_a_season_without_a_desk_has_no_answer() -> None:
    with pytest.raises(ValueError, match="no support desk"):
        answers_at(Support(), DAY)


@pytest.mark.parametrize(
    ("query", "reached"),
    [
        ({"channel": "qq", "to": "800180626"}, True),
        ({"channel": "qq", "to": "800180627"}, False),
        ({"channel": "qq", "to": "800180626", "menu": MENU}, False),
        ({"channel": "phone", "to": "4001668807"}, True),
        ({"channel": "phone", "to": "800180626"}, False),
        ({"channel": "wechat", "to": "小艺帮", "menu": MENU}, True),
        ({"channel": "wechat", "to": "小艺帮", "menu": MENU[:1]}, False),
        ({"channel": "wechat", "to": "小艺帮"}, False),
    ],
)
def test_only_the_published_ways_lead_to_the_desk(bench: Client, query: Any, reached: bool) -> None:
    bench.world("enrolled")
    assert bench.ask("POST", "/support/queries", **query, topic="operation")[0] == (201 if reached else 404)


@pytest.mark.parametrize(
    ("topic", "referred"),
    [("operation", None), ("technical", None), ("registration", "school"), ("other", "school")],
)
def test_what_is_not_about_the_apps_is_referred(bench: Client, topic: str, referred: str | None) -> None:
    bench.world("enrolled")
    said = bench.post("/support/queries", channel="qq", to="800180626", topic=topic)
    assert said["answer"] is not None
    assert said["referred_to"] == referred


def test_a_query_at_night_waits_until_the_desk_opens(bench: Client) -> None:
    bench.world("enrolled")
    bench.post("/clock", to="2023-01-09T00:00:00+08:00")
    asked = bench.post("/support/queries", channel="qq", to="800180626", topic="technical")
    path = f"/support/queries/{asked['query']}"
    bench.post("/clock", to="2023-01-09T07:59:59.999+08:00")
    assert bench.get(path)["answered_at"] is None
    bench.post("/clock", to="2023-01-09T08:00:00+08:00")
    assert bench.get(path)["answered_at"] == "2023-01-09T08:00:00.000+08:00"
    assert bench.ask("GET", "/support/queries/99")[0] == 404
    assert bench.ask("GET", "/support/queries/one")[0] == 404
