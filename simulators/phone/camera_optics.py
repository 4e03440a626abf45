"""Optics as pure functions: a flat card seen through a pinhole, and what spoils a picture.

The lens is a pinhole of focal length FOCAL pixels; the card's centre lies on its axis. Tilt turns the card
about its horizontal axis and turn about its vertical one, so the projection is a homography.
"""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.phone.camera_room import HEIGHT, WIDTH
from simulators.phone.camera_subject import Card
from simulators.phone.scanner import Frame

Matrix = NDArray[np.float64]

FOCAL = 755.0
"""Pixels; a frame 720 pixels wide then sees 51 degrees, as phone cameras held upright do."""
NEAREST_CM = 1.0
FOCUS_FROM_CM = 9.0
"""Nearer than this a phone's lens finds no focus."""

BLUR_SIGMA = 9.0
NOISE_SIGMA = 130.0
RESTING_NOISE = 1.5
DARK_NOISE = 10.0
OVERDRIVE = 3.0
BACKLIT_DARK, BACKLIT_BRIGHT = 0.85, 1.5
"""At its strongest, what stands before a window keeps so much less of its light, and the window has so much more."""
GLOW = 255.0
"""How much brighter an overexposed picture is, and how much light strays over its dark places."""


def corners(card: Card, distance_cm: float, tilt_deg: float, turn_deg: float, roll_deg: float) -> Matrix:
    """Where the card's four corners fall in the frame, (4, 2) pixels, clockwise from the upper left."""
    half_width, half_height = card.width_cm / 2, card.height_cm / 2
    flat = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]]) * (half_width, half_height, 1)
    space = flat @ (_about_x(tilt_deg) @ _about_y(turn_deg) @ _about_z(roll_deg)).T
    depth = np.maximum(space[:, 2] + distance_cm, NEAREST_CM)
    seen = FOCAL * space[:, :2] / depth[:, np.newaxis] + (WIDTH / 2, HEIGHT / 2)
    return np.asarray(seen, dtype=np.float64)


def lay(place: Frame, card: Card, where: Matrix) -> Frame:
    """A copy of `place` with the card laid over it so that its corners fall on `where`."""
    face, mask = _with_rim(card, math.dist(where[0], where[1]), math.dist(where[1], where[2]))
    height, width = mask.shape
    rim = round(card.rim * width / (1 + 2 * card.rim))
    inner = np.array(
        [[rim, rim], [width - rim, rim], [width - rim, height - rim], [rim, height - rim]], np.float32
    )
    homography = cv2.getPerspectiveTransform(inner, where.astype(np.float32))
    seen = cv2.warpPerspective(face, homography, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    covers = cv2.warpPerspective(mask, homography, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
    frame = place.copy()
    cv2.copyTo(seen, np.where(covers > 127, np.uint8(255), np.uint8(0)), frame)
    return frame


def _with_rim(card: Card, across: float, down: float) -> tuple[Frame, Frame]:
    """The card's face shrunk to about the size at which it is seen, in its rim, and its rounded outline."""
    width = int(min(max(across * 1.25, 8), card.face.shape[1]))
    height = int(min(max(down * 1.25, 8), card.face.shape[0]))
    small = cv2.resize(card.face, (width, height), interpolation=cv2.INTER_AREA)
    rim = max(1, round(card.rim * width))
    framed = cv2.copyMakeBorder(small, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=card.rim_colour)
    outline = np.zeros(framed.shape[:2], np.uint8)
    radius = int(card.corner * width)
    last_y, last_x = outline.shape[0] - 1, outline.shape[1] - 1
    cv2.rectangle(outline, (radius, 0), (last_x - radius, last_y), 255, -1)
    cv2.rectangle(outline, (0, radius), (last_x, last_y - radius), 255, -1)
    for x in (radius, last_x - radius):
        for y in (radius, last_y - radius):
            cv2.circle(outline, (x, y), radius, 255, -1)
    return np.asarray(framed, dtype=np.uint8), outline


def backlit(frame: Frame, strength: float) -> Frame:
    """A window behind the middle of the picture: it dazzles all around, and what stands before it is dark."""
    if strength <= 0:
        return frame
    y, x = np.mgrid[-1.0 : 1.0 : HEIGHT * 1j, -1.0 : 1.0 : WIDTH * 1j]
    around = np.clip((np.hypot(x / 0.85, np.minimum(y, 0) / 0.8) - 0.85) / 0.3, 0, 1)[..., np.newaxis]
    light = (1 - BACKLIT_DARK * strength) * (1 - around) + (1 + BACKLIT_BRIGHT * strength) * around
    return np.asarray(np.clip(frame * light, 0, 255), dtype=np.uint8)


def glared(frame: Frame, strength: float, centre: tuple[float, float], reach: float) -> Frame:
    """A lamp's reflection around `centre`; at strength 1 it hides all within `reach` pixels."""
    if strength <= 0:
        return frame
    spread = 2 * (reach * (0.3 + 0.7 * strength)) ** 2
    across = np.exp(-((np.arange(WIDTH, dtype=np.float32) - centre[0]) ** 2) / spread)
    down = np.exp(-((np.arange(HEIGHT, dtype=np.float32) - centre[1]) ** 2) / spread)
    lamp = np.asarray(np.outer(down, across) * (480 * strength), dtype=np.float32)
    return _added(frame, lamp)


def exposed(frame: Frame, darkness: float, overexposure: float) -> Frame:
    """Less light reaches the sensor, at darkness 1 none; or more, at overexposure 1 so much that all is white."""
    if darkness <= 0 and overexposure <= 0:
        return frame
    gain, glow = (1 - darkness) ** 2 * (1 + OVERDRIVE * overexposure), GLOW * overexposure**2
    return np.asarray(cv2.convertScaleAbs(frame, alpha=gain, beta=glow * (1 - darkness)), dtype=np.uint8)


def defocused(frame: Frame, blur: float, distance_cm: float) -> Frame:
    """Out of focus by `blur`, and more where the thing is nearer than the lens can focus."""
    sigma = BLUR_SIGMA * blur + max(0.0, FOCUS_FROM_CM - distance_cm) * 1.2
    return frame if sigma < 0.2 else np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma), dtype=np.uint8)


def noisy(frame: Frame, noise: float, darkness: float, field: NDArray[np.float32]) -> Frame:
    """Sensor noise: `field` is standard normal, (HEIGHT, WIDTH); a dark scene is amplified with its noise."""
    return _added(frame, field * np.float32(RESTING_NOISE + DARK_NOISE * darkness + NOISE_SIGMA * noise**1.5))


def _added(frame: Frame, light: NDArray[np.float32]) -> Frame:
    spread = cv2.cvtColor(light, cv2.COLOR_GRAY2BGR)
    return np.asarray(cv2.add(frame, spread, dtype=cv2.CV_8U), dtype=np.uint8)


def _about_x(degrees: float) -> Matrix:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]])


def _about_y(degrees: float) -> Matrix:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]])


def _about_z(degrees: float) -> Matrix:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]])
