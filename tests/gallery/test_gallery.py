"""The gallery: every screen of both books is walked to, and the page shows what was seen."""

import base64
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from conformance.season import load as load_season
from simulators.gallery import __main__ as gallery
from simulators.gallery.hands import AstrayError, Walk
from simulators.gallery.page import page
from simulators.gallery.stills import Still
from simulators.gallery.tour import Route, tour
from simulators.gallery.walks import WALKS
from simulators.gallery.wall import BOOKS, Room, Screen, hang, missing
from simulators.phone.model import DEFAULT, load

SEASON = load_season("zjcm-2023")
PICTURE = re.compile(r'src="data:image/png;base64,([^"]+)"')


@pytest.fixture(scope="module")
def stills() -> list[Still]:
    return tour(WALKS, [DEFAULT], SEASON, lambda _: None)


@pytest.fixture(scope="module")
def rooms(stills: list[Still]) -> list[Room]:
    return hang(stills)


def test_every_screen_of_both_books_is_shown(rooms: list[Room]) -> None:
    """A screen that is new in a book wants a `shows` in simulators/gallery/walks/."""
    assert missing(rooms) == []


def test_the_phones_own_screens_are_shown(rooms: list[Room]) -> None:
    (system,) = (room for room in rooms if room.wing == "system")
    assert {"home", "lock", "ringing", "talking", "permission"} <= {screen.name for screen in system.screens}


def test_each_moment_looks_different_from_every_other(stills: list[Still]) -> None:
    """Within one app on one phone: both may refuse a tablet in the same words."""
    seen = [(still.wing, still.model.id, still.png) for still in stills]
    twins = [still for still, key in zip(stills, seen, strict=True) if seen.count(key) > 1]
    assert [f"{still.wing}/{still.screen} {still.caption.en}" for still in twins] == []


def test_the_page_holds_every_picture_name_and_basis(stills: list[Still], rooms: list[Room]) -> None:
    text = page(rooms, [load(DEFAULT)], SEASON, "en")
    held = PICTURE.findall(text)
    assert sorted(held) == sorted(base64.b64encode(still.png).decode() for still in stills)
    for wing, book in BOOKS.items():
        assert all(f'id="{wing}-{name}"' in text for name in book.screens)
    assert "http" not in PICTURE.sub("", text), "the page asks the network for nothing"
    for room in rooms:
        for screen in room.screens:
            assert f'<span class="zh">{screen.basis.zh}</span>' in text


def test_every_picture_is_a_phones_screen(stills: list[Still]) -> None:
    for still in stills:
        pixels = cv2.imdecode(np.frombuffer(still.png, np.uint8), cv2.IMREAD_COLOR)
        assert pixels is not None
        high, wide = pixels.shape[:2]
        assert abs(high / wide - still.model.height / still.model.width) < 0.01


def test_the_same_walks_give_the_same_page(rooms: list[Room]) -> None:
    again = hang(tour(WALKS, [DEFAULT], SEASON, lambda _: None))
    assert page(again, [load(DEFAULT)], SEASON, "zh") == page(rooms, [load(DEFAULT)], SEASON, "zh")


def test_a_screen_that_nobody_walked_to_is_named_and_keeps_its_place() -> None:
    rooms = hang([])
    assert "main/login" in missing(rooms)
    assert "aux/home" in missing(rooms)
    assert 'id="main-login"' in page(rooms, [load(DEFAULT)], SEASON, "en")


PROBE = """
const seen = (word) => document.querySelector(`h1 .${word}`).offsetWidth > 0;
document.querySelector(".glass").click();
document.title = [seen("en"), seen("zh"), document.getElementById("large").open].join();
"""


def lost(walk: Walk) -> None:
    walk.main.shows("waiting", "not here", "不在此处")


def blind(walk: Walk) -> None:
    walk.main.taps("no_such_thing")


@pytest.mark.parametrize(("way", "found"), [(lost, "login"), (blind, "no_such_thing")])
def test_a_walk_that_goes_astray_is_named_with_what_it_found(way: Callable[[Walk], None], found: str) -> None:
    with pytest.raises(AstrayError, match=rf"{way.__name__} on {DEFAULT}: .*{found}"):
        tour([Route("registered", way)], [DEFAULT], SEASON, lambda _: None)


def test_a_walk_through_what_the_season_does_not_have_is_left_out() -> None:
    on_paper = replace(SEASON, subjects=tuple(one for one in SEASON.subjects if one.has_sheet))
    assert tour([Route("registered", lost, sheet=False)], [DEFAULT], on_paper, lambda _: None) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--model", "no-such-phone"], DEFAULT),
        (["--model", "ipad-9"], "iphone-13"),
        (["--season", "no-such-season"], "no-such-season"),
        (["--season", "baotou-2022-dance"], "--season"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_cannot_be_made_is_3_with_a_sentence(
    words: list[str], said: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gallery.main([*words, "--out", str(tmp_path), "--lang", lang]) == 3
    assert said in capsys.readouterr().err


@pytest.mark.needs_chromium
def test_a_browser_shows_one_language_and_enlarges_a_picture(tmp_path: Path, rooms: list[Room]) -> None:
    shown = [Screen(s.name, s.from_text, s.basis, s.shots[:1]) for s in rooms[0].screens[:2]]
    few = [Room("main", rooms[0].title, tuple(shown))]
    file = tmp_path / "index.html"
    probe = f"<script>{PROBE}</script></body>"
    file.write_text(page(few, [load(DEFAULT)], SEASON, "zh").replace("</body>", probe), encoding="utf-8")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", file.as_uri()]
    seen = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    assert "<title>false,true,true</title>" in seen
