"""The answer sheet before the main phone's camera, as a photo: staves, notes, a page number."""

import cv2
import numpy as np

from simulators.core.chance import Chance
from simulators.phone.lettering import FONT

WIDTH, HEIGHT = 720, 1018
MARGIN = 60
STAVES = 9


def photo(page: int, chance: Chance) -> bytes:
    """A JPEG of page `page`; the notes on it, and the grain of the picture, follow from `chance`."""
    hand = chance.random
    image = np.full((HEIGHT, WIDTH, 3), (238, 244, 246), np.uint8)
    for staff in range(STAVES):
        top = 130 + staff * 92
        for line in range(5):
            cv2.line(
                image,
                (MARGIN, top + line * 9),
                (WIDTH - MARGIN, top + line * 9),
                (120, 110, 104),
                1,
                cv2.LINE_AA,
            )
        for left in range(MARGIN + 40, WIDTH - MARGIN - 20, 44):
            centre = (left + hand.randrange(12), top + hand.randrange(0, 9) * 4)
            cv2.ellipse(image, centre, (7, 5), -20, 0, 360, (38, 30, 28), -1, cv2.LINE_AA)
            cv2.line(
                image,
                (centre[0] + 6, centre[1]),
                (centre[0] + 6, centre[1] - 28),
                (38, 30, 28),
                2,
                cv2.LINE_AA,
            )
    cv2.putText(image, f"答题纸 第 {page} 页", (MARGIN, 82), (38, 30, 28), FONT, 30, 700)
    grain = np.random.default_rng(hand.getrandbits(64)).integers(-3, 4, (HEIGHT, WIDTH, 1))
    noisy = np.clip(image.astype(np.int16) + grain, 0, 255).astype(np.uint8)
    return cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, 82])[1].tobytes()
