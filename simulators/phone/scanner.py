"""Reading a QR code from a picture: three readers in turn, the most able first, and then a second look.

zxing-cpp carries everything with it; zbar wins on damaged codes but needs a system library, and where that
is missing the chain is one reader shorter; OpenCV's own reader is the last. Where none of them reads anything, the
two quick ones look at the picture again as `darkroom` brings it out. All three check the code's error correction, so
an answer is the payload or nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from simulators.phone import darkroom

Frame = NDArray[np.uint8]
"""A picture: (height, width, 3) in blue, green, red, or (height, width) in grey."""

ReadCode = Callable[[Frame], str | None]
Readers = tuple[tuple[str, ReadCode], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The payload of a code, and which reader got it."""

    text: str
    reader: str


def read(frame: Frame) -> Reading | None:
    """The QR code in `frame`, or None where no reader finds one that holds text."""
    grey = frame if frame.ndim == 2 else np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    for picture, asked in _looks(grey):
        for name, reader in asked:
            if text := reader(picture):
                return Reading(text, name)
    return None


def _looks(grey: Frame) -> Iterator[tuple[Frame, Readers]]:
    """The picture as it is, to all readers; then as it can be brought out, to the quick ones."""
    yield grey, readers()
    for way in darkroom.WAYS:
        yield way(grey), readers()[:-1]


@cache
def readers() -> Readers:
    """The readers of this machine, in the order in which they are asked."""
    zbar = _zbar()
    middle = () if zbar is None else (("pyzbar", zbar),)
    return (("zxing-cpp", _zxing), *middle, ("opencv", _opencv))


def _zxing(grey: Frame) -> str | None:
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return next((code.text for code in found if code.valid and code.text), None)


def _zbar() -> ReadCode | None:
    """zbar's reader, or None where its Python package or its system library is missing."""
    try:
        from pyzbar.pyzbar import ZBarSymbol, decode
    except (ImportError, OSError):
        return None

    def scan(grey: Frame) -> str | None:
        found = decode(grey, symbols=[ZBarSymbol.QRCODE])
        return next((text for code in found if (text := _utf8(code.data))), None)

    return scan


def _opencv(grey: Frame) -> str | None:
    try:
        text, _, _ = cv2.QRCodeDetector().detectAndDecode(grey)
    except (cv2.error, UnicodeDecodeError):
        return None  # its detector asserts on some glare, and its binding on payloads that are no UTF-8
    return text or None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
