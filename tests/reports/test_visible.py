"""Strings from outside: harmless afterwards, and nothing in them is lost."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.visible import all_visible, one_line, visible

SPELT = {
    "\x00": "⟨U+0000⟩",
    "\x1b[31m": "⟨U+001B⟩[31m",
    "\x7f": "⟨U+007F⟩",
    "\x9b": "⟨U+009B⟩",
    "\u202e": "⟨U+202E⟩",
    "\u2066": "⟨U+2066⟩",
    "\ud800": "⟨U+D800⟩",
    "\uffff": "⟨U+FFFF⟩",
    "a\r\nb": "a\nb",
    "姓名\t\n": "姓名\t\n",
    "עברית": "עברית",
}


@pytest.mark.parametrize(("raw", "spelt"), SPELT.items(), ids=[ascii(raw) for raw in SPELT])
def test_each_kind_is_spelt_out(raw: str, spelt: str) -> None:
    assert visible(raw) == spelt


@given(st.text(alphabet=st.characters(codec=None)))
def test_afterwards_any_string_is_xml_and_utf8_and_stays_as_it_is(raw: str) -> None:
    shown = visible(raw)
    element = ET.Element("x")
    element.text = shown
    assert (ET.fromstring(ET.tostring(element, "utf-8")).text or "") == shown
    assert visible(shown) == shown


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_one_line_is_one_line_and_says_how_much_it_left_out(raw: str, limit: int) -> None:
    line = one_line(raw, limit)
    assert "\n" not in line
    whole = " ".join(visible(raw).split())
    assert line == whole if len(whole) <= limit else line.endswith(f"({len(whole)})")


def test_data_is_made_visible_to_its_depths() -> None:
    assert all_visible({"\x00": [{"a": "\x1b"}, 1, None, True]}) == {
        "⟨U+0000⟩": [{"a": "⟨U+001B⟩"}, 1, None, True]
    }
