"""The readers, one by one and as a chain."""

import sys

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.phone import scanner
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
