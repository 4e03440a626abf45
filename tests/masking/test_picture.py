"""A screenshot keeps its layout: pictures are too coarse to know a face in or to read a code, masked words are covered."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest
import segno
import zxingcpp
from numpy.typing import NDArray

from conformance.masking import Mask
from conformance.masking.picture import GREY, masked

WIDE, HIGH = 400, 800
Pixels = NDArray[np.uint8]


def node(
    kind: str, bounds: tuple[int, int, int, int], text: str = "", *children: dict[str, Any]
) -> dict[str, Any]:
    return {
        "class": kind,
        "id": "",
        "text": text,
        "desc": "",
        "bounds": list(bounds),
        "children": list(children),
    }


def screen(*children: dict[str, Any], scale: int = 1) -> dict[str, Any]:
    return node("android.widget.FrameLayout", (0, 0, WIDE // scale, HIGH // scale), "", *children)


def noise() -> Pixels:
    return np.random.default_rng(1).integers(0, 255, (HIGH, WIDE, 3), np.uint8)


def png(pixels: Pixels) -> bytes:
    return cv2.imencode(".png", pixels)[1].tobytes()


def shown(pixels: Pixels, tree: dict[str, Any], mask: Mask | None = None) -> Pixels:
    kept = masked(png(pixels), tree, mask or Mask())
    assert kept is not None
    return np.asarray(cv2.imdecode(np.frombuffer(kept, np.uint8), cv2.IMREAD_COLOR), np.uint8)


PICTURES = [
    "android.widget.ImageView",
    "XCUIElementTypeImage",
    "android.view.TextureView",
    "androidx.camera.view.PreviewView",
]


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_keeps_no_detail_and_its_surroundings_all(kind: str) -> None:
    pixels = noise()
    after = shown(pixels, screen(node(kind, (100, 100, 300, 300))))
    assert len(np.unique(after[100:300, 100:300].reshape(-1, 3), axis=0)) <= 64
    after[100:300, 100:300] = pixels[100:300, 100:300]
    assert np.array_equal(after, pixels)


def test_a_code_cannot_be_read_any_more() -> None:
    pixels: Pixels = np.full((HIGH, WIDE, 3), 255, np.uint8)
    code = np.array(
        [
            [0 if dark else 255 for dark in line]
            for line in segno.make("K7PQ2M", micro=False).matrix_iter(border=4)
        ],
        np.uint8,
    )
    pixels[100:390, 50:340] = cv2.resize(code, (290, 290), interpolation=cv2.INTER_NEAREST)[:, :, None]
    assert zxingcpp.read_barcodes(pixels)[0].text == "K7PQ2M"
    after = shown(pixels, screen(node("android.widget.ImageView", (50, 100, 340, 390))))
    assert zxingcpp.read_barcodes(after) == []


def test_masked_words_are_covered_and_others_are_not() -> None:
    pixels = noise()
    tree = screen(
        node("android.widget.TextView", (0, 0, 400, 50), "13812340007"),
        node("android.widget.TextView", (0, 50, 400, 100), "2023-01-12 09:50"),
    )
    after = shown(pixels, tree)
    assert (after[0:50] == GREY).all()
    assert np.array_equal(after[50:], pixels[50:])


def test_an_icon_stays() -> None:
    pixels = noise()
    assert np.array_equal(shown(pixels, screen(node("android.widget.ImageView", (0, 0, 40, 40)))), pixels)


def test_an_iphone_measures_in_points() -> None:
    pixels = noise()
    after = shown(pixels, screen(node("XCUIElementTypeStaticText", (0, 10, 200, 30), "13812340007"), scale=2))
    assert (after[20:60] == GREY).all()
    assert np.array_equal(after[60:], pixels[60:])


def test_what_lies_partly_off_the_screen_is_masked_as_far_as_it_is_seen() -> None:
    after = shown(noise(), screen(node("android.widget.TextView", (-50, 700, 900, 2000), "13812340007")))
    assert (after[700:] == GREY).all()


@pytest.mark.parametrize("content", [b"", b"no picture", png(noise())[:50]])
def test_what_is_no_picture_is_not_kept(content: bytes) -> None:
    assert masked(content, screen(), Mask()) is None


def test_unmasked_is_byte_for_byte_what_the_phone_gave() -> None:
    content = png(noise())
    assert (
        masked(content, screen(node("android.widget.ImageView", (0, 0, 400, 400))), Mask(off=True)) == content
    )
