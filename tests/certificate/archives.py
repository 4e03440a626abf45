"""Android packages made by hand: an archive, and what stands in its signing block."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile, ZipInfo

Pair = tuple[int, bytes]
V2, V3, CHANNEL = 0x7109871A, 0xF05368C0, 0x71777777
END = b"PK\x05\x06"


def archive(content: bytes, comment: bytes = b"") -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as bag:
        bag.writestr(ZipInfo("classes.dex"), content)
        bag.comment = comment
    return made.getvalue()


def with_block(plain: bytes, pairs: Sequence[Pair]) -> bytes:
    """The archive with a signing block ahead of its central directory."""
    end = plain.rindex(END)
    (directory,) = struct.unpack_from("<I", plain, end + 16)
    inside = b"".join(struct.pack("<QI", len(value) + 4, key) + value for key, value in pairs)
    size = struct.pack("<Q", len(inside) + 24)
    block = size + inside + size + b"APK Sig Block 42"
    moved = struct.pack("<I", directory + len(block))
    return plain[:directory] + block + plain[directory : end + 16] + moved + plain[end + 20 :]
