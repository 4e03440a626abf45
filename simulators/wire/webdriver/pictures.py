"""Screenshots cut to size."""

import cv2

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.glass import Box, Pixels


def cut(pixels: Pixels, box: Box) -> bytes:
    """The part of a picture that `box` covers, as PNG; `unable to capture screen` where it covers nothing."""
    part = pixels[max(box.y, 0) : max(box.y + box.height, 0), max(box.x, 0) : max(box.x + box.width, 0)]
    if not part.size:
        raise WireError("unable to capture screen", "the element has no part on the screen")
    return cv2.imencode(".png", part)[1].tobytes()
