"""Reading a QR code from a picture: three readers in turn, the most able first.

zxing-cpp carries everything with it; zbar wins on damaged codes but needs a system library, and where that
is missing the chain is one reader shorter; OpenCV's own reader is the last. All three check the code's
error correction, so an answer is the payload or nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

Frame = NDArray[np.uint8]
"""A picture: (height, width, 3) in blue, green, red, or (height, width) in grey."""

ReadCode = Callable[[Frame], str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """The payload of a code, and which reader got it."""

    text: str
    reader: str


def read(frame: Frame) -> Reading | None:
    """The QR code in `frame`, or None where no reader finds one that holds text."""
    grey = frame if frame.ndim == 2 else np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    for name, reader in readers():
        if text := reader(grey):
            return Reading(text, name)
    return None


@cache
def readers() -> tuple[tuple[str, ReadCode], ...]:
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
