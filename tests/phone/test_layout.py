"""The layout's law: children inside their parent, siblings apart, whatever the texts are."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from simulators.phone.draw import draw
from simulators.phone.element import Bounds, Element
from simulators.phone.layout import lay_out
from simulators.phone.lettering import lines_of, width_of
from simulators.phone.look import PLAIN
from simulators.phone.styles import STYLES

WORDS = st.text(max_size=200) | st.sampled_from(
    ["考" * 10_000, "<b>&amp;</b>" * 900, "\u202eabc\u202c", "😀" * 300, ""]
)
LEAVES = st.builds(
    Element,
    kind=st.sampled_from(["text", "button", "field", "checkbox", "image"]),
    text=WORDS,
    tap=st.sampled_from(["", "go"]),
    style=st.sampled_from(["", "title", "small", "notice", "wide", "small_button", "card", "line"]),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Element,
        kind=st.just("group"),
        style=st.sampled_from(
            ["", "row", "card", "card_row", "body", "footer", "stretch", "header", "whole"]
        ),
        children=st.lists(inner, min_size=1, max_size=5).map(tuple),
    ),
    max_leaves=14,
)


def assert_lawful(page: Element) -> None:
    for _, element in page.walk():
        for child in element.children:
            assert element.bounds.contains(child.bounds), (element.bounds, child)
        for one, other in combinations(element.children, 2):
            assert not one.bounds.overlaps(other.bounds), (one, other)


@given(TREES, st.sampled_from([(720, 1600), (1080, 2340), (320, 240)]))
def test_children_lie_inside_their_parent_and_siblings_apart(tree: Element, size: tuple[int, int]) -> None:
    assert_lawful(lay_out(Element("screen", children=(tree,)), *size))


@given(st.text(max_size=300), st.integers(40, 700), st.integers(1, 6))
def test_no_line_is_wider_than_its_room(words: str, room: int, most: int) -> None:
    lines = lines_of(words, 30.0, float(room), most)
    assert len(lines) <= most
    assert all(width_of(line, 30.0) <= room for line in lines if len(line) > 2)


def test_what_closes_never_begins_a_line() -> None:
    lines = lines_of("一二三，四五六，七八九，" * 20, 30.0, 33.0 * 3.2, 30)
    assert not [line for line in lines[1:] if line.startswith("，")]


def test_a_long_text_ends_with_an_ellipsis() -> None:
    assert lines_of("考" * 10_000, 30.0, 300.0, 2)[-1].endswith("…")


@given(WORDS)
def test_any_text_can_be_drawn_and_stays_inside_its_element(words: str) -> None:
    children = (Element("text", text=words, style="paragraph"), Element("group", "below", style="space"))
    root = Element("screen", children=children)
    page, pixels = lay_out(root, 360, 640), draw(root, 360, 640)
    below = page.find("below")
    assert below is not None
    area = pixels[below.bounds.y : below.bounds.bottom]
    assert (area == area[0, 0]).all()


def test_every_style_can_be_drawn() -> None:
    for name in STYLES:
        image = draw(Element("screen", children=(Element("button", text="样式", style=name),)), 360, 640)
        assert image.shape == (640, 360, 3)


def test_a_point_belongs_to_what_is_topmost_there() -> None:
    inner = Element("button", "inner", bounds=Bounds(10, 10, 10, 10))
    outer = Element("group", "outer", children=(inner,), bounds=Bounds(0, 0, 40, 40))
    assert [element.id for element in outer.at(12, 12)] == ["outer", "inner"]
    assert [element.id for element in outer.at(30, 30)] == ["outer"]
    assert outer.at(50, 50) == ()


def test_what_has_a_fixed_width_grows_with_its_letters() -> None:
    root = Element(
        "group", style="row", children=(Element("button", "go", "确认考试", style="small_button"),)
    )
    page = Element("screen", children=(root,))
    plain, large = (lay_out(page, 360, 640, look).find("go") for look in (PLAIN, replace(PLAIN, text=1.5)))
    assert plain is not None
    assert large is not None
    assert (plain.bounds.width, large.bounds.width) == (84, 126)
