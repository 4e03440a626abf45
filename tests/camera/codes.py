"""A main phone's screen, as its code page looks: 1080 x 2340 pixels with a code 660 pixels wide."""

import cv2
import numpy as np
import segno

from simulators.phone.scanner import Frame

PAYLOAD = "XYB1:s-000123:7Q2M9KXAPLRT"


def code(payload: str, side: int = 660) -> Frame:
    """The code of `payload`, (side, side) in grey."""
    rows = segno.make(payload, error="m", micro=False).matrix_iter(scale=1, border=4)
    dark = np.array([list(row) for row in rows], np.uint8)
    light = np.where(dark > 0, 0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(light, (side, side), interpolation=cv2.INTER_NEAREST), dtype=np.uint8)


def code_page(payload: str) -> Frame:
    page = np.full((2340, 1080, 3), 250, np.uint8)
    page[:90] = (230, 120, 40)
    page[700:1360, 210:870] = code(payload)[..., np.newaxis]
    for line in range(1500, 2200, 120):
        cv2.putText(page, "ABCD2345", (150, line), cv2.FONT_HERSHEY_SIMPLEX, 2, (40, 40, 40), 4)
    return page
