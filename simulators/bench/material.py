"""What a probe hands in: a picture of an answer sheet, and the bytes of a recording. The same for the same names."""

import hashlib

import cv2
import numpy as np

from simulators.core.chance import Chance

WIDTH, HEIGHT = 420, 594
STAVES = range(90, 540, 60)
INK = (40, 30, 30)


def sheet(account: str, page: int) -> bytes:
    """A JPEG of page `page`: staves, the account, the page's number."""
    paper = np.full((HEIGHT, WIDTH, 3), 245, np.uint8)
    for top in STAVES:
        for line in range(5):
            cv2.line(paper, (30, top + 6 * line), (WIDTH - 30, top + 6 * line), INK, 1)
    cv2.putText(paper, f"{account}  p. {page}", (30, 50), cv2.FONT_HERSHEY_SIMPLEX, 0.7, INK, 2)
    _, jpeg = cv2.imencode(".jpg", paper)
    return bytes(jpeg.tobytes())


def recording(device: str, name: str, length: int) -> bytes:
    """`length` bytes that stand for the video `name` of that phone."""
    return Chance(f"probe/{device}/{name}").bytes(length)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
