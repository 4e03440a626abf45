"""Acting on an iPhone: the keyboard, the way back, what lies over an element, the source in its forms."""

from dataclasses import replace

import pytest

from simulators.core.turns import Turns
from simulators.wire.webdriver import Endpoint
from simulators.wire.webdriver.commands.screen import way_back
from simulators.wire.webdriver.dialect import XCUITEST
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import Scene
from tests.wire.client import Wire, assert_error, assert_success
from tests.wire.small_phone import IPHONE, PACKAGE, Bounds, Item, SmallPhone


def typed(wire: Wire, name: str, text: str) -> None:
    wire.ask("POST", f"element/{wire.find('id', name)}/value", {"text": text})


def test_typing_appends_and_a_line_ends_the_edit(wire: Wire, phone: SmallPhone) -> None:
    typed(wire, "account", "王")
    typed(wire, "account", "芳\b方\n")
    assert phone.typed["account"] == "王方"
    assert_error(wire.send("GET", "element/active"), "no such element")
    assert assert_success(wire.mobile("isKeyboardShown")) is False


def test_a_tab_goes_on_to_the_next_field_and_no_further(wire: Wire, phone: SmallPhone) -> None:
    typed(wire, "account", "a\tb\tc")
    assert phone.typed == {"account": "a", "password": "bc"}
    active = wire.ask("GET", "element/active")
    assert wire.find("id", "password") in active.values()


def test_keys_without_a_focus_go_nowhere(wire: Wire, phone: SmallPhone) -> None:
    keys = {
        "type": "key",
        "id": "k",
        "actions": [{"type": "keyDown", "value": "x"}, {"type": "keyUp", "value": "x"}],
    }
    wire.ask("POST", "actions", {"actions": [keys]})
    assert phone.typed == {}
    wire.click(wire.find("id", "account"))
    wire.ask("POST", "actions", {"actions": [keys]})
    assert phone.typed == {"account": "x"}


@pytest.mark.parametrize(("name", "act"), [("login", "value"), ("title", "clear"), ("later", "value")])
def test_what_is_no_field_cannot_be_written_into(wire: Wire, name: str, act: str) -> None:
    answer = wire.send("POST", f"element/{wire.find('id', name)}/{act}", {"text": "x"})
    assert name in assert_error(answer, "invalid element state")


def test_clearing_leaves_the_placeholder(wire: Wire) -> None:
    typed(wire, "account", "王芳")
    account = wire.find("id", "account")
    wire.ask("POST", f"element/{account}/clear", {})
    assert (wire.attribute(account, "value"), wire.text(account)) == ("账号", "账号")


def bar(*buttons: Item) -> Snapshot:
    header = Item("group", "header", style="header", children=(Item("text", "", "题"), *buttons))
    return Snapshot(Scene(Item("screen", "s", children=(Item("button", "other"), header)), PACKAGE), XCUITEST)


WAYS = [
    (bar(Item("button", "a", "取消"), Item("button", "b", "Back")), "b"),
    (bar(Item("button", "a", "〈", "返回"), Item("button", "b", "完成")), "a"),
    (bar(), None),
    (Snapshot(Scene(Item("screen", "s", children=(Item("button", "b", "Back"),)), PACKAGE), XCUITEST), None),
]


@pytest.mark.parametrize(("snapshot", "name"), WAYS)
def test_the_way_back_is_in_the_navigation_bar(snapshot: Snapshot, name: str | None) -> None:
    found = way_back(snapshot)
    assert (found and found.element.id) == name


def test_there_being_no_way_back_is_no_fault(wire: Wire, phone: SmallPhone) -> None:
    assert wire.ask("POST", "back", {}) is None
    assert phone.log == []


class Covered(SmallPhone):
    """A banner lies over the middle of the screen's upper part, as high as `banner` says."""

    banner = 300

    def tree(self) -> Item:
        root = super().tree()
        box = Bounds(0, 100, 1080, self.banner)
        over = Item("group", "com.apple.springboard:id/heads_up", bounds=box, children=(
            Item("text", "banner_text", "10086", bounds=box),
        ))  # fmt: skip
        return replace(root, children=(*root.children, over))


def test_what_a_banner_lies_over_cannot_be_clicked() -> None:
    phone = Covered("iphone-1", IPHONE, foreground=PACKAGE)
    wire = Wire(Endpoint(lambda: {"iphone-1": phone}, Turns())).begin("iOS")
    message = assert_error(
        wire.send("POST", f"element/{wire.find('id', 'account')}/click", {}), "element click intercepted"
    )
    assert message == "heads_up of com.apple.springboard lies over account"
    wire.click(wire.find("id", "agree"))
    assert phone.agreed


def test_the_source_is_told_in_the_form_that_is_asked_for(wire: Wire) -> None:
    assert assert_success(wire.mobile("source")) == wire.ask("GET", "source")
    assert assert_success(wire.mobile("source", format="json"))["type"] == "Application"
    assert assert_success(wire.mobile("source", format="description")).startswith(
        "Application, {{0, 0}, {360, 780}}"
    )
    without = assert_success(wire.mobile("source", format="xml", excludedAttributes="visible, LABEL"))
    assert "visible=" not in without
    assert "label=" not in without
    assert "enabled=" in without
    assert_error(wire.mobile("source", format="yaml"), "invalid argument")
