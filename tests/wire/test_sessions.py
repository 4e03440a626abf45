"""Sessions: one client a phone, said plainly; nothing stays busy for ever."""

import pytest

from simulators.core.turns import Turns
from simulators.wire.webdriver import Endpoint
from tests.wire.client import Wire, assert_error, assert_success
from tests.wire.conftest import Wall
from tests.wire.small_phone import PACKAGE, SmallPhone


@pytest.fixture
def free(endpoint: Endpoint) -> Wire:
    return Wire(endpoint)


def test_a_new_session_tells_what_it_is_and_starts_the_app(free: Wire, phone: SmallPhone) -> None:
    value = assert_success(free.new(udid="phone-1", appPackage=PACKAGE, automationName="UIAutomator2"))
    assert value["capabilities"]["platformName"] == "Android"
    assert value["capabilities"]["appium:udid"] == "phone-1"
    assert value["capabilities"]["appium:automationName"] == "UiAutomator2"
    assert phone.foreground == PACKAGE
    assert free.ask("GET", f"/session/{value['sessionId']}") == value["capabilities"]


def test_an_app_that_runs_in_front_is_left_as_it_is(free: Wire, phone: SmallPhone) -> None:
    phone.launch(PACKAGE)
    phone.screen = "exams"
    free.begin(udid="phone-1", appPackage=PACKAGE, appActivity="com.example.exam.MainActivity")
    assert phone.screen == "exams"


def test_without_an_app_the_phone_stays_at_home(free: Wire, phone: SmallPhone) -> None:
    free.begin(udid="phone-1")
    free.begin(udid="phone-2", appPackage=PACKAGE, autoLaunch=False)
    assert phone.foreground is None


def test_any_free_phone_is_given_and_then_none(free: Wire) -> None:
    given = [assert_success(free.new())["capabilities"]["appium:udid"] for _ in range(2)]
    assert given == ["phone-1", "phone-2"]
    message = assert_error(free.new(), "session not created")
    assert "phone-1" in message
    assert "phone-2" in message


def test_a_busy_phone_says_who_holds_it_since_when_and_how_to_free_it(free: Wire, wall: Wall) -> None:
    holder = free.begin(udid="phone-1", sessionName="王芳的测试")
    wall.seconds = 42
    message = assert_error(free.new(udid="phone-1"), "session not created")
    for fact in (
        "phone-1",
        holder.session,
        "王芳的测试",
        "42 s ago",
        "60 s",
        f"DELETE /session/{holder.session}",
    ):
        assert fact in message
    assert free.ask("POST", "/session/release/phone-1") == {"released": [holder.session]}
    assert_error(holder.send("GET", "source"), "invalid session id")
    free.begin(udid="phone-1")
    assert free.ask("POST", "/session/release/phone-2", {}) == {"released": []}


def test_a_session_without_commands_expires_by_the_wall(free: Wire, wall: Wall) -> None:
    short, long = (
        free.begin(udid="phone-1", newCommandTimeout=10),
        free.begin(udid="phone-2", newCommandTimeout=0),
    )
    wall.seconds = 10
    short.ask("GET", "source")
    wall.seconds = 20.001
    assert_error(short.send("GET", "source"), "invalid session id")
    wall.seconds = 1_000_000
    long.ask("GET", "source")
    assert assert_success(free.new())["capabilities"]["appium:udid"] == "phone-1"


def test_a_phone_that_is_off_has_no_session(free: Wire, phone: SmallPhone) -> None:
    phone.on = False
    assert "switch it on" in assert_error(free.new(udid="phone-1"), "session not created")
    assert assert_success(free.new())["capabilities"]["appium:udid"] == "phone-2"
    message = assert_error(free.new(), "session not created")
    assert "phone-1 is off" in message
    assert "phone-2 is held" in message


def test_ending_a_session_twice_is_no_fault(free: Wire, phone: SmallPhone) -> None:
    session = free.begin(udid="phone-1", appPackage=PACKAGE)
    for _ in range(2):
        assert session.ask("DELETE", "") is None
    assert phone.foreground == PACKAGE
    free.begin(udid="phone-1", appPackage=PACKAGE, shouldTerminateApp=True).ask("DELETE", "")
    assert phone.foreground is None


def test_a_session_ends_with_its_world(wall: Wall) -> None:
    worlds = [{"phone-1": SmallPhone()}, {"phone-1": SmallPhone()}]
    free = Wire(Endpoint(lambda: worlds[0], Turns(), wall))
    old = free.begin(udid="phone-1")
    worlds.reverse()
    assert_error(old.send("GET", "source"), "invalid session id")
    free.begin(udid="phone-1")


def test_the_list_of_sessions_and_the_status(free: Wire) -> None:
    assert free.ask("GET", "/sessions") == []
    one = free.begin(udid="phone-1")
    assert [session["id"] for session in free.ask("GET", "/sessions")] == [one.session]
    assert free.ask("GET", "/status")["ready"] is True


def test_a_session_that_could_not_start_its_app_holds_nothing(free: Wire) -> None:
    message = assert_error(free.new(udid="phone-1", appPackage="com.example.none"), "session not created")
    assert PACKAGE in message
    assert_error(free.new(udid="phone-1", appPackage=PACKAGE, appActivity=".Other"), "session not created")
    free.begin(udid="phone-1")


NOT_GIVEN = [
    ({"alwaysMatch": {"platformName": "iOS"}}, "session not created"),
    ({"alwaysMatch": {"appium:automationName": "Espresso"}}, "session not created"),
    ({"alwaysMatch": {"browserName": "chrome"}}, "session not created"),
    ({"alwaysMatch": {"appium:udid": "phone-9"}}, "session not created"),
    ({"firstMatch": [{"platformName": "iOS"}, {"platformName": "tvOS"}]}, "session not created"),
    ({"alwaysMatch": {"udid": "phone-1"}}, "invalid argument"),
    ({"alwaysMatch": {"appium:udid": 7}}, "invalid argument"),
    ({"alwaysMatch": {"appium:newCommandTimeout": "60"}}, "invalid argument"),
    ({"alwaysMatch": {"appium:newCommandTimeout": -1}}, "invalid argument"),
    ({"alwaysMatch": {"appium:newCommandTimeout": True}}, "invalid argument"),
    ({"alwaysMatch": {"appium:autoLaunch": "yes", "appium:appPackage": PACKAGE}}, "invalid argument"),
    (
        {"alwaysMatch": {"platformName": "Android"}, "firstMatch": [{"platformName": "Android"}]},
        "invalid argument",
    ),
    ({"alwaysMatch": {"timeouts": {"implicit": -1}}}, "invalid argument"),
    ({"alwaysMatch": {"timeouts": 5}}, "invalid argument"),
    ({"alwaysMatch": []}, "invalid argument"),
    ({"firstMatch": []}, "invalid argument"),
    ({"firstMatch": [7]}, "invalid argument"),
    (None, "invalid argument"),
    ("Android", "invalid argument"),
]


@pytest.mark.parametrize(("asked", "code"), NOT_GIVEN)
def test_capabilities_that_cannot_be_given(free: Wire, asked: object, code: str) -> None:
    assert_error(free.send("POST", "/session", {"capabilities": asked}), code)
    assert free.ask("GET", "/sessions") == []


def test_time_outs_may_be_asked_for_at_the_beginning(free: Wire) -> None:
    value = free.ask("POST", "/session", {"capabilities": {"alwaysMatch": {"timeouts": {"implicit": 5.0}}}})
    assert value["capabilities"]["timeouts"] == free.ask("GET", f"/session/{value['sessionId']}/timeouts")
    assert value["capabilities"]["timeouts"]["implicit"] == 5


def test_the_first_set_that_fits_is_taken(free: Wire) -> None:
    asked = {
        "firstMatch": [
            {"platformName": "iOS"},
            {"platformName": "android", "appium:udid": "phone-2", "proxy": None},
        ]
    }
    value = free.ask("POST", "/session", {"capabilities": asked})
    assert value["capabilities"]["appium:udid"] == "phone-2"
