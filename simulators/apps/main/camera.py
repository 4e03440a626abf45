"""What the main app takes pictures of."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from simulators.phone.camera import Sheet
from simulators.phone.phone import Phone

EPOCH = (2023, 1, 1, 0, 0, 0)


def face(phone: Phone) -> bytes:
    """A JPEG of what the front lens sees."""
    return phone.camera.photo("front")


def answer_sheet(phone: Phone, sitting: str, page: int) -> bytes:
    """A JPEG of what the back lens sees: page `page`, unless the camera is pointed at something else."""
    return phone.camera.photo("back", Sheet(page, f"{phone.udid} {sitting}"))


def photo_set(pages: Mapping[str, bytes]) -> bytes:
    """The photos in one file, in the order of their names, the same bytes every time."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(pages):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), pages[name])
    return packed.getvalue()
