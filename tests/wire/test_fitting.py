"""Which phone a session is given: by driver, by udid, by the hints of its capabilities."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from simulators.core.turns import Turns
from simulators.wire.webdriver import Endpoint
from tests.wire.client import Wire, assert_error, assert_success
from tests.wire.small_phone import IPHONE, PACKAGE, PURE_HARMONY, Kind, SmallPhone

OLD = Kind("Android", "Old", "Android", "10")


@pytest.fixture
def shelf() -> dict[str, SmallPhone]:
    models = {"android": Kind(), "old": OLD, "iphone": IPHONE, "mate": PURE_HARMONY}
    return {name: SmallPhone(name, model) for name, model in models.items()}


@pytest.fixture
def free(shelf: dict[str, SmallPhone]) -> Wire:
    return Wire(Endpoint(lambda: shelf, Turns()))


def given(free: Wire, *first: dict[str, object], **always: object) -> str:
    asked = {"alwaysMatch": always, "firstMatch": list(first) or [{}]}
    value = free.ask("POST", "/session", {"capabilities": asked})
    free.ask("DELETE", f"/session/{value['sessionId']}")
    return str(value["capabilities"]["appium:udid"])


GIVEN = [
    ({}, "android"),
    ({"platformName": "iOS"}, "iphone"),
    ({"platformName": "ios", "appium:automationName": "xcuitest"}, "iphone"),
    ({"appium:automationName": "XCUITest"}, "iphone"),
    ({"appium:udid": "old"}, "old"),
    ({"platformName": "Android", "appium:platformVersion": "10"}, "old"),
    ({"appium:platformVersion": "15"}, "iphone"),
    ({"appium:platformVersion": "15.1.0"}, "iphone"),
    ({"appium:deviceName": "Old"}, "old"),
    ({"appium:deviceName": "iphone"}, "iphone"),
    ({"appium:deviceName": "Android Emulator"}, "android"),
    ({"platformName": "Android", "appium:udid": "old", "appium:platformVersion": "14"}, "old"),
]


@pytest.mark.parametrize(("asked", "udid"), GIVEN)
def test_a_phone_that_fits_is_given(free: Wire, asked: dict[str, object], udid: str) -> None:
    assert given(free, **asked) == udid


def test_the_first_set_for_which_there_is_a_phone_is_taken(free: Wire) -> None:
    assert (
        given(free, {"appium:udid": "nobody"}, {"appium:platformVersion": "9"}, {"platformName": "iOS"})
        == "iphone"
    )


REFUSED = [
    ({"appium:udid": "mate"}, "HarmonyOS 5.0, for which there is no driver"),
    ({"appium:udid": "mate", "platformName": "Android"}, "HarmonyOS 5.0"),
    ({"appium:udid": "iphone", "platformName": "Android"}, "ask for iOS with XCUITest"),
    ({"appium:udid": "old", "platformName": "iOS"}, "ask for Android with UiAutomator2"),
    ({"appium:platformVersion": "9"}, "phone old reports version 10, not 9"),
    ({"appium:platformVersion": "1"}, "phone android reports version 14, not 1"),
    ({"platformName": "HarmonyOS"}, "there are Android with UiAutomator2 and iOS with XCUITest"),
    ({"platformName": "iOS", "appium:automationName": "UiAutomator2"}, "'iOS' with appium:automationName"),
    ({"appium:udid": "nobody"}, "there are: android, old, iphone, mate"),
]


@pytest.mark.parametrize(("asked", "sentence"), REFUSED)
def test_why_no_phone_is_given(free: Wire, asked: dict[str, object], sentence: str) -> None:
    answer = free.send("POST", "/session", {"capabilities": {"alwaysMatch": asked}})
    assert sentence in assert_error(answer, "session not created")


def test_of_many_who_race_for_a_phone_one_wins_and_all_others_are_told_who(free: Wire) -> None:
    with ThreadPoolExecutor(8) as clients:
        answers = list(clients.map(lambda n: free.new("iOS", sessionName=f"client {n}"), range(8)))
    (won,) = [answer for answer in answers if answer.status == 200]
    winner = won.payload["value"]["sessionId"]
    lost = [assert_error(answer, "session not created") for answer in answers if answer is not won]
    assert len(lost) == 7
    assert all(f"phone iphone is held by session {winner} (client " in message for message in lost)


def test_what_an_iphones_session_tells(free: Wire) -> None:
    value = assert_success(free.new("iOS", bundleId=PACKAGE, language="zh"))
    told = {name.removeprefix("appium:"): fact for name, fact in value["capabilities"].items()}
    assert told["platformName"] == "iOS"
    assert (told["automationName"], told["udid"], told["deviceName"]) == (
        "XCUITest",
        "iphone",
        "Small iPhone",
    )
    assert (told["platformVersion"], told["pixelRatio"], told["language"]) == ("15.1", 3, "zh")
    assert told["viewportRect"] == {"left": 0, "top": 0, "width": 1080, "height": 2340}


def test_an_iphones_app_is_started_anew_unless_it_may_not_be_reset(
    free: Wire, shelf: dict[str, SmallPhone]
) -> None:
    phone, ended = shelf["iphone"], []
    phone.launch(PACKAGE)
    phone.terminate = lambda package: ended.append(package)  # type: ignore[method-assign]
    free.begin("iOS", bundleId=PACKAGE, noReset=True).ask("DELETE", "")
    free.begin("iOS", bundleId=PACKAGE, forceAppLaunch=False, shouldTerminateApp=False).ask("DELETE", "")
    assert ended == []
    free.begin("iOS", bundleId=PACKAGE).ask("DELETE", "")
    assert ended == [PACKAGE, PACKAGE]
