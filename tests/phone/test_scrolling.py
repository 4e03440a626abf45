"""What is longer than its room scrolls: nothing is lost, nothing is touched that cannot be seen."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.phone.draw import draw
from simulators.phone.element import Bounds, Element
from simulators.phone.layout import lay_out
from simulators.phone.phone import Phone
from tests.phone.kit import PACKAGE, SmallApp, phone
from tests.phone.test_layout import LEAVES, assert_lawful

SIZE = (360, 640)


def page(*children: Element, offset: int = 0) -> Element:
    body = Element("group", "body", children=children, style="body", offset=offset)
    foot = Element("group", "footer", children=(Element("button", "send", "提交"),), style="footer")
    return Element("screen", "page", children=(body, foot))


def rows(number: int) -> tuple[Element, ...]:
    return tuple(Element("button", f"row_{n}", f"第 {n} 行", tap=f"row_{n}") for n in range(number))


@given(st.lists(LEAVES, max_size=30), st.integers(-50, 5_000))
def test_a_scrolled_page_is_lawful_and_every_part_comes_into_view(leaves: list[Element], offset: int) -> None:
    laid = lay_out(page(*leaves, offset=offset), *SIZE)
    assert_lawful(laid)
    body = laid.children[0]
    assert 0 <= body.offset <= body.reach
    for number in range(len(body.children)):
        frame = body.children[number].frame
        wanted = body.offset + frame.y - body.bounds.y
        seen = lay_out(page(*leaves, offset=wanted), *SIZE).children[0].children[number]
        assert seen.bounds.height == min(frame.height, body.bounds.height)


def test_what_fits_does_not_scroll() -> None:
    laid = lay_out(page(*rows(5), offset=99), *SIZE)
    assert (laid.children[0].offset, laid.children[0].reach) == (0, 0)
    assert all(element.bounds == element.frame for _, element in laid.walk())


def test_the_footer_stays_where_it_is() -> None:
    short, long = lay_out(page(*rows(2)), *SIZE), lay_out(page(*rows(40), offset=300), *SIZE)
    assert short.find("send") == long.find("send")


def test_a_part_that_is_cut_off_is_drawn_as_the_whole_would_be() -> None:
    at_top, moved = page(*rows(40)), page(*rows(40), offset=37)
    above, below = draw(at_top, *SIZE), draw(moved, *SIZE)
    height, bar = lay_out(at_top, *SIZE).children[0].bounds.height, 8
    assert (above[37:height, :-bar] == below[: height - 37, :-bar]).all()


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [
        (Bounds(0, 0, 10, 10), Bounds(2, 3, 4, 5), Bounds(2, 3, 4, 5)),
        (Bounds(0, 20, 10, 10), Bounds(0, 0, 10, 10), Bounds(0, 10, 10, 0)),
        (Bounds(0, -20, 10, 10), Bounds(0, 0, 10, 10), Bounds(0, 0, 10, 0)),
        (Bounds(0, 5, 10, 10), Bounds(0, 0, 10, 10), Bounds(0, 5, 10, 5)),
    ],
)
def test_what_lies_within(one: Bounds, other: Bounds, left: Bounds) -> None:
    assert one.within(other) == left


class LongApp(SmallApp):
    """Forty buttons on a page, and another page behind the last of them."""

    def screen(self, now: datetime) -> Element:
        opened = self.state.get("page", "one")
        foot = Element(
            "group", "footer", children=(Element("button", "turn", "翻页", tap="turn"),), style="footer"
        )
        return Element("group", opened, children=(*page(*rows(40)).children[:1], foot), style="whole")

    def tap(self, action: str, element_id: str) -> None:
        super().tap(action, element_id)
        if action == "turn":
            self.state["page"] = "two"


@pytest.fixture
def long_page(tmp_path: Path) -> tuple[Phone, LongApp]:
    device, _, _ = phone(tmp_path)
    app = LongApp()
    device.install(app)
    device.launch(PACKAGE)
    return device, app


def see(device: Phone, element_id: str) -> Element:
    found = device.tree().find(element_id)
    assert found is not None, element_id
    return found


def test_a_finger_moves_the_page_and_no_farther_than_its_end(long_page: tuple[Phone, LongApp]) -> None:
    device, _ = long_page
    assert not device.drag(360, 400, 360, 900)
    assert device.drag(360, 900, 360, 400)
    assert see(device, "body").offset == 500
    while device.drag(360, 900, 360, 400):
        pass
    assert see(device, "body").offset == see(device, "body").reach
    assert see(device, "row_39").bounds == see(device, "row_39").frame


@pytest.mark.parametrize("to", [(100, 880), (360, 900)])
def test_a_finger_that_goes_sideways_or_nowhere_moves_nothing(
    long_page: tuple[Phone, LongApp], to: tuple[int, int]
) -> None:
    assert not long_page[0].drag(360, 900, *to)


def test_a_finger_on_what_stays_moves_nothing(long_page: tuple[Phone, LongApp]) -> None:
    device, _ = long_page
    box = see(device, "turn").bounds
    assert not device.drag(box.x + 5, box.y + 5, box.x + 5, 0)


@pytest.mark.parametrize("number", [0, 20, 39])
def test_what_is_asked_for_comes_into_view_and_can_be_tapped(
    long_page: tuple[Phone, LongApp], number: int
) -> None:
    device, app = long_page
    device.tap(see(device, f"row_{number}"))
    seen_at_first = bool(app.log[1:])
    device.tap(device.reveal(see(device, f"row_{number}")))
    assert app.log[-1] == f"tap row_{number} row_{number}"
    assert seen_at_first == (number == 0)


def test_another_page_begins_at_its_top(long_page: tuple[Phone, LongApp]) -> None:
    device, _ = long_page
    device.drag(360, 900, 360, 400)
    device.tap(see(device, "row_12"))
    assert see(device, "body").offset == 500
    device.tap(see(device, "turn"))
    assert see(device, "body").offset == 0
