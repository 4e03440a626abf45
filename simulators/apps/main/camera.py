"""What the main app takes pictures of."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

import cv2

from simulators.phone import sheet
from simulators.phone.phone import Phone

EPOCH = (2023, 1, 1, 0, 0, 0)


def face(phone: Phone) -> bytes:
    """A JPEG of what the front lens sees."""
    before = phone.camera.lens
    phone.camera.lens = "front"
    frame = phone.camera.frame()
    phone.camera.lens = before
    return cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, 85])[1].tobytes()


def answer_sheet(phone: Phone, sitting: str, page: int, take: int) -> bytes:
    """A JPEG of page `page`, photographed for the `take`-th time."""
    return sheet.photo(page, phone.chance.child(f"sheet {sitting} {page} {take}"))


def photo_set(pages: Mapping[str, bytes]) -> bytes:
    """The photos in one file, in the order of their names, the same bytes every time."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(pages):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), pages[name])
    return packed.getvalue()
