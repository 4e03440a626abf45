"""A session's app: installed from its file, reset or kept, started and ended, on real simulated phones."""

from pathlib import Path

import pytest

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.webdriver import Endpoint
from tests.phone.kit import NOON, PACKAGE, SmallApp
from tests.wire.client import Wire, assert_error, assert_success

MODELS = {"Android": "oppo-a55-5g", "iOS": "iphone-15"}
APP = {"Android": "appPackage", "iOS": "bundleId"}


class Shop:
    """A phone with an app that has written something down, and a market that has it anew."""

    def __init__(self, platform: str, folder: Path) -> None:
        self.platform = platform
        self.phone = Phone("p", DrivenClock(NOON), Chance(1), folder, MODELS[platform])
        self.phone.shelf[PACKAGE] = SmallApp
        self.phone.get(PACKAGE, granted=True)
        self.app.state = {"name": "王芳"}
        self.wire = Wire(Endpoint(lambda: {"p": self.phone}, Turns()))

    @property
    def app(self) -> SmallApp:
        app = self.phone.apps[PACKAGE]
        assert isinstance(app, SmallApp)
        return app

    def begin(self, **capabilities: object) -> Wire:
        return self.wire.begin(self.platform, **{APP[self.platform]: PACKAGE}, **capabilities)


@pytest.fixture(params=sorted(MODELS))
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Shop:
    return Shop(request.param, tmp_path)


KEPT: list[tuple[dict[str, object], set[str]]] = [
    ({}, {"Android", "iOS"}),
    ({"noReset": True}, {"Android", "iOS"}),
    ({"noReset": False}, {"iOS"}),
    ({"fullReset": True}, set()),
]


@pytest.mark.parametrize(("asked", "keeps"), KEPT)
def test_what_an_app_has_written_is_kept_or_not(
    shop: Shop, asked: dict[str, object], keeps: set[str]
) -> None:
    shop.begin(**asked)
    assert shop.phone.foreground == PACKAGE
    assert bool(shop.app.state) is (shop.platform in keeps)
    assert shop.phone.permissions.allows(PACKAGE, "camera") is (shop.platform in keeps)


def test_both_resets_at_once_are_refused(shop: Shop) -> None:
    both = {f"appium:{name}": True for name in ("noReset", "fullReset")}
    answer = shop.wire.send("POST", "/session", {"capabilities": {"alwaysMatch": both}})
    assert "exclude each other" in assert_error(answer, "invalid argument")


def test_an_app_is_installed_by_the_name_of_its_file(shop: Shop) -> None:
    shop.phone.uninstall(PACKAGE)
    value = assert_success(shop.wire.new(shop.platform, app=f"/downloads/{PACKAGE}.apk"))
    assert shop.phone.foreground == PACKAGE
    shop.wire.ask("DELETE", f"/session/{value['sessionId']}")
    message = assert_error(
        shop.wire.new(shop.platform, app="/downloads/com.example.none.ipa"), "session not created"
    )
    assert "com.example.none is not to be had" in message
    assert shop.wire.ask("GET", "/sessions") == []


def test_a_screen_is_held_upright(shop: Shop) -> None:
    assert_success(shop.wire.new(shop.platform, orientation="portrait"))
    shop.wire.ask("POST", "/session/release/p")
    assert "locked to portrait" in assert_error(
        shop.wire.new(shop.platform, orientation="LANDSCAPE"), "session not created"
    )
    assert_error(shop.wire.new(shop.platform, orientation="ASKEW"), "invalid argument")


def test_an_iphones_app_is_ended_with_its_session_and_androids_is_not(shop: Shop) -> None:
    shop.begin().ask("DELETE", "")
    assert (PACKAGE in shop.phone.running) is (shop.platform == "Android")
