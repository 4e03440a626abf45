"""An upload that is left for the home screen: Android's service carries it on, an iPhone's system while the app lies still (C03)."""

from typing import Any

import pytest

from simulators.phone.phone import Phone
from tests.bench.client import Client

SLOW = 20_000_000
"""Nominal bytes a second: a film of a quarter of an hour takes longer than an iPhone lets an app go on."""


def tap(phone: Phone, element_id: str) -> None:
    found = phone.tree().find(element_id)
    assert found is not None, element_id
    phone.tap(found)


def handed_in(bench: Client, model: str) -> tuple[str, Phone]:
    """A main phone of that model whose candidate has just handed in and gone to the home screen."""
    world = bench.world("photos", candidates=[{"models": {"main": model}}])
    udid = world["candidates"][0]["phones"]["main"]
    phone = bench.there.handsets[udid].phone
    while (sheet := phone.tree().find("photo")) is not None and not uploads(bench, udid):
        phone.tap(sheet)
        tap(phone, "submit")
    bench.put(f"/phones/{udid}/network", bytes_per_second=SLOW)
    phone.press("home")
    return udid, phone


def uploads(bench: Client, udid: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = bench.there.handsets[udid].app.state["uploads"]
    return found


def done(bench: Client, udid: str) -> bool:
    return all(item["status"] == "done" for item in uploads(bench, udid))


@pytest.mark.parametrize(("model", "stands"), [("oppo-a55-5g", "background"), ("iphone-13", "suspended")])
def test_an_upload_goes_on_away_from_the_front_however_the_app_stands(
    bench: Client, model: str, stands: str
) -> None:
    udid, phone = handed_in(bench, model)
    package = bench.there.handsets[udid].app.package
    assert uploads(bench, udid)
    assert not done(bench, udid)
    bench.post("/clock", by_ms=1_800_000)
    assert done(bench, udid)
    assert phone.standing(package) == stands
