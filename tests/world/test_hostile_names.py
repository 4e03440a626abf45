"""A name that means harm is only a name: on both phones, in what WebDriver says of them, and in the records."""

import cv2
import numpy as np
import pytest

from conformance.phone import screentree
from simulators.serve import Simulation
from tests.bench.client import Client
from tests.world.test_whole_exam import Handset, driven

NAMES = {
    "markup": "<b>王芳</b> & \"'/><script>alert(1)</script>]]>",
    "ten thousand characters": "很" * 10_000,
    "one word without end": "x" * 10_000,
    "right to left": "\u202e王芳\u2066 \u200f עברית",
    "emoji": "王👩‍🎓芳🎼",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("role", ["main", "aux"])
def test_it_is_shown_as_it_is_and_hides_no_control(
    simulation: Simulation, bench: Client, name: str, role: str
) -> None:
    world = bench.world("confirmed" if role == "main" else "paired", candidates=[{"name": name}])
    person = world["candidates"][0]
    assert person["name"] == name
    with driven(simulation, person["phones"][role], role) as phone:
        tree = screentree.parse(phone.driver.page_source)
        width, height = tree["bounds"][2:]
        controls = [node for node in screentree.walk(tree) if node["clickable"]]
        assert controls
        for control in controls:
            left, top, right, bottom = control["bounds"]
            assert 0 <= left < right <= width
            assert 0 <= top <= bottom <= height
        if role == "main":
            assert any(name in text for text in screentree.texts(tree))
        png = np.frombuffer(phone.driver.get_screenshot_as_png(), np.uint8)
        picture = cv2.imdecode(png, cv2.IMREAD_COLOR)
        assert picture is not None
        assert picture.shape[:2] == (height, width)
        open_exam(phone, role)


def open_exam(phone: Handset, role: str) -> None:
    """The control that matters on that screen still works."""
    phone.tap("open_song_formal" if role == "main" else "finish")
    assert not phone.driver.find_elements("id", f"{phone.driver.current_package}:id/open_song_formal")


def test_a_name_longer_than_any_page_is_refused_with_its_limit(bench: Client) -> None:
    status, answer = bench.ask("POST", "/worlds", candidates=[{"name": "x" * 20_001}])
    assert status == 400
    assert "20000" in str(answer)
