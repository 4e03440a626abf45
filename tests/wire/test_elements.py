"""Elements: asked about, acted on, gone."""

import base64

import cv2
import numpy as np
import pytest

from tests.wire.client import Wire, assert_error
from tests.wire.small_phone import SECOND, SmallPhone


def test_a_click_taps_and_the_screen_changes(wire: Wire, phone: SmallPhone) -> None:
    wire.click(wire.find("id", "login"))
    assert phone.log == [("tap", "login")]
    assert phone.screen == "exams"


def test_typing_appends_and_clearing_empties(wire: Wire, phone: SmallPhone) -> None:
    account = wire.find("id", "account")
    for text in ("王芳", "123"):
        wire.ask("POST", f"element/{account}/value", {"text": text, "value": list(text)})
    assert wire.text(account) == "王芳123"
    wire.ask("POST", f"element/{account}/value", {"text": "\ue003\ue00345\ue007"})
    assert phone.typed["account"] == "王芳145"
    wire.ask("POST", f"element/{account}/clear", {})
    assert wire.text(account) == ""


def test_a_secret_is_typed_but_shown_as_bullets(wire: Wire, phone: SmallPhone) -> None:
    password = wire.find("id", "password")
    wire.ask("POST", f"element/{password}/value", {"value": ["a", "b", "c"]})
    assert phone.typed["password"] == "abc"
    assert wire.text(password) == "•••"
    assert "abc" not in wire.ask("GET", "source")
    assert wire.attribute(password, "password") == "true"


@pytest.mark.parametrize(("name", "act"), [("login", "value"), ("title", "clear"), ("later", "value")])
def test_what_is_no_field_cannot_be_written_into(wire: Wire, name: str, act: str) -> None:
    answer = wire.send("POST", f"element/{wire.find('id', name)}/{act}", {"text": "x"})
    assert name in assert_error(answer, "invalid element state")


def test_a_disabled_button_is_there_and_does_nothing(wire: Wire, phone: SmallPhone) -> None:
    later = wire.find("id", "later")
    assert wire.ask("GET", f"element/{later}/enabled") is False
    wire.click(later)
    assert phone.screen == "login"


def test_a_checkbox_tells_whether_it_is_checked(wire: Wire) -> None:
    agree = wire.find("id", "agree")
    assert wire.attribute(agree, "checkable") == "true"
    assert wire.attribute(agree, "checked") == "false"
    wire.click(agree)
    assert wire.attribute(agree, "checked") == "true"
    assert wire.ask("GET", f"element/{agree}/selected") is True


def test_an_element_outlives_a_change_of_its_text(wire: Wire, phone: SmallPhone) -> None:
    clock = wire.find("id", "clock")
    assert wire.text(clock) == "09:45:00"
    phone.clock.time += SECOND
    assert wire.text(clock) == "09:45:01"
    assert wire.find("id", "clock") == clock


def test_an_element_of_a_screen_that_is_gone_is_stale_until_the_screen_is_back(
    wire: Wire, phone: SmallPhone
) -> None:
    title = wire.find("id", "title")
    phone.screen = "exams"
    for method, path in (("GET", "text"), ("POST", "click"), ("POST", "elements")):
        answer = wire.send(
            method, f"element/{title}/{path}", {"using": "id", "value": "x"} if method == "POST" else None
        )
        assert "title" in assert_error(answer, "stale element reference")
    phone.screen = "login"
    assert wire.text(title) == "小艺帮 login"


def test_an_id_that_was_never_given_is_no_such_element(wire: Wire) -> None:
    assert_error(wire.send("GET", "element/00000000-0000-0000-ffff-ffff00000001/text"), "no such element")


def test_children_that_look_alike_are_told_apart(wire: Wire, phone: SmallPhone) -> None:
    phone.screen = "exams"
    groups = wire.find_all("class name", "android.widget.LinearLayout")
    assert len(set(groups)) == 3
    assert [wire.text(wire.find("xpath", ".//android.widget.TextView", one)) for one in groups] == [
        "exam 0",
        "exam 1",
        "exam 2",
    ]


def test_what_a_view_tells_about_itself(wire: Wire) -> None:
    login = wire.find("accessibility id", "log in")
    assert wire.ask("GET", f"element/{login}/name") == "android.widget.Button"
    assert wire.ask("GET", f"element/{login}/displayed") is True
    assert wire.ask("GET", f"element/{login}/rect") == {"x": 40, "y": 700, "width": 1000, "height": 100}
    assert wire.ask("GET", f"element/{login}/location_in_view") == {"x": 40, "y": 700}
    spellings = {"resource-id", "resourceId", "RESOURCEID"}
    assert {wire.attribute(login, name) for name in spellings} == {"com.example.exam:id/login"}
    assert wire.attribute(login, "contentDescription") == wire.attribute(login, "name") == "log in"
    assert wire.attribute(login, "bounds") == "[40,700][1040,800]"
    assert wire.attribute(login, "nonsense") is None


def test_the_field_that_was_clicked_has_the_keyboard(wire: Wire, phone: SmallPhone) -> None:
    assert_error(wire.send("GET", "element/active"), "no such element")
    account = wire.find("id", "account")
    wire.click(account)
    assert wire.attribute(account, "focused") == "true"
    assert account in wire.ask("GET", "element/active").values()
    phone.screen = "exams"
    assert_error(wire.send("GET", "element/active"), "no such element")


def test_an_element_is_cut_out_of_the_picture(wire: Wire) -> None:
    def size(path: str) -> object:
        png = np.frombuffer(base64.b64decode(wire.ask("GET", path)), np.uint8)
        pixels = cv2.imdecode(png, cv2.IMREAD_COLOR)
        assert pixels is not None
        return pixels.shape

    assert size("screenshot") == (2340, 1080, 3)
    assert size(f"element/{wire.find('id', 'login')}/screenshot") == (100, 1000, 3)
