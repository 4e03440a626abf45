"""What a photo of an ID card says: contracts/id-card.md, read from the pixels and from nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import zxingcpp

from simulators.platform import images

VERSION = "SIMID1"
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class Portrait:
    """Whom the card is of."""

    name: str
    id_number: str
    address: str


@dataclass(frozen=True, slots=True)
class Emblem:
    """Who issued the card, and until when it is valid."""

    issuer: str
    valid: str


Side = Portrait | Emblem
SIDES: Mapping[tuple[str, int], Callable[..., Side]] = {("portrait", 3): Portrait, ("emblem", 2): Emblem}
"""By the code's second field, and how many fields follow it."""


def read(photo: bytes) -> Side | None:
    """The side that a JPEG or PNG shows, or None: no picture, no card in it, or too dark or blurred to be read."""
    pixels = images.look(photo).grey
    if pixels is None:
        return None
    texts = (code.text for code in zxingcpp.read_barcodes(pixels, formats=QR) if code.valid)
    return next((side for side in map(_side, texts) if side is not None), None)


def _side(text: str) -> Side | None:
    version, _, rest = text.partition("\t")
    kind, *fields = rest.split("\t")
    made = SIDES.get((kind, len(fields)))
    return made(*fields) if made and version == VERSION and all(fields) else None
