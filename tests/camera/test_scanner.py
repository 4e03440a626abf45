"""The readers, one by one and as a chain."""

import sys
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.phone import darkroom, scanner
from simulators.phone.scanner import Frame, Reading
from tests.camera.codes import PAYLOAD, code

READERS = ("zxing-cpp", "pyzbar", "opencv")
BLANK: Frame = np.full((200, 200), 255, np.uint8)


def reader(name: str) -> scanner.ReadCode:
    found = dict(scanner.readers())
    if name not in found:
        pytest.skip(f"{name} is not on this machine")
    return found[name]


@pytest.mark.parametrize("payload", [PAYLOAD, "小艺助手考试码：王芳"])
@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.needs_zbar if n == "pyzbar" else ()) for n in READERS]
)
def test_each_reader_reads_a_clean_code(name: str, payload: str) -> None:
    assert reader(name)(code(payload)) == payload


@pytest.mark.parametrize("name", READERS)
def test_no_reader_finds_a_code_on_a_blank_page(name: str) -> None:
    assert reader(name)(BLANK) is None


def test_colour_and_grey_read_alike() -> None:
    grey = code(PAYLOAD)
    colour = np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), dtype=np.uint8)
    assert scanner.read(grey) == scanner.read(colour) == Reading(PAYLOAD, "zxing-cpp")


def silent(_: Frame) -> str | None:
    return None


@pytest.mark.parametrize("first", range(len(READERS)))
def test_the_next_reader_is_asked_where_one_finds_nothing(
    monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    chain = [(name, silent if place < first else lambda _: "text") for place, name in enumerate(READERS)]
    monkeypatch.setattr(scanner, "readers", lambda: tuple(chain))
    assert scanner.read(BLANK) == Reading("text", READERS[first])


SPOILT: dict[str, Callable[[Frame, np.random.Generator], Any]] = {
    "levelled": lambda frame, chance: frame * 0.04 + chance.normal(0, 7, frame.shape),
    "refocused": lambda frame, _: cv2.GaussianBlur(frame, (0, 0), 6.0),
}


@pytest.mark.parametrize("way", darkroom.WAYS, ids=lambda way: way.__name__)
def test_what_no_reader_sees_is_read_once_it_is_brought_out(way: Callable[[Frame], Frame]) -> None:
    page = np.pad(code(PAYLOAD, 330), 80, constant_values=235)
    frame = np.clip(SPOILT[way.__name__](page, np.random.default_rng(1)), 0, 255).astype(np.uint8)
    assert [name for name, read in scanner.readers() if read(frame)] == []
    assert reader("zxing-cpp")(way(frame)) == PAYLOAD
    assert scanner.read(frame) == Reading(PAYLOAD, "zxing-cpp")


def test_the_second_look_is_for_the_quick_readers_and_only_where_the_first_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    chain = tuple((name, lambda _, name=name: asked.append(name)) for name in READERS)
    monkeypatch.setattr(scanner, "readers", lambda: chain)
    assert scanner.read(BLANK) is None
    assert asked == [*READERS, *READERS[:-1] * len(darkroom.WAYS)]


@pytest.mark.parametrize("shape", [(1, 1), (1, 400), (7, 3), (960, 720)])
@pytest.mark.parametrize("way", darkroom.WAYS, ids=lambda way: way.__name__)
def test_a_picture_of_any_size_is_brought_out_at_half_of_it(
    way: Callable[[Frame], Frame], shape: tuple[int, int]
) -> None:
    out = way(np.full(shape, 200, np.uint8))
    assert out.dtype == np.uint8
    assert out.shape == tuple(max(1, side // 2) for side in shape)


def test_an_empty_payload_is_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "readers", lambda: (("zxing-cpp", lambda _: ""), ("opencv", silent)))
    assert scanner.read(BLANK) is None


def test_a_machine_without_zbar_has_a_chain_one_shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyzbar.pyzbar", None)
    assert [name for name, _ in scanner.readers.__wrapped__()] == ["zxing-cpp", "opencv"]


def test_an_opencv_that_raises_is_a_reader_that_found_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Asserting:
        def detectAndDecode(self, _: Frame) -> None:  # noqa: N802 - OpenCV's name
            raise cv2.error("assertion failed")

    opencv = reader("opencv")
    monkeypatch.setattr(cv2, "QRCodeDetector", Asserting)
    assert opencv(BLANK) is None


@settings(max_examples=25, deadline=None)
@given(st.binary(min_size=64 * 64, max_size=64 * 64))
def test_noise_is_never_read_as_a_text(pixels: bytes) -> None:
    noise = np.frombuffer(pixels, np.uint8).reshape(64, 64)
    assert scanner.read(np.asarray(cv2.resize(noise, (256, 256)), dtype=np.uint8)) is None
