"""Sixteen ways in which a picture of a code is spoilt, each by a severity from 0 (hardly) to 1 (beyond what anybody tries).

A frame is what a phone's camera hands over: a code on a page, grey, about 480 pixels wide.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
import segno
from numpy.typing import NDArray

Frame = NDArray[np.uint8]
Spoil = Callable[[Frame, float, np.random.Generator], Frame]

PAGE = 480
PAPER, INK, DESK = 235, 20, 90


@dataclass(frozen=True, slots=True)
class Code:
    """What is special about the code itself: its version (None: the least that holds it), its quiet zone, its colours."""

    version: int | None = None
    margin: int = 4
    inverted: bool = False


def frame_of(number: int, code: Code) -> Frame:
    """Pairing code `number` in the middle of a page."""
    png = io.BytesIO()
    made = segno.make(_text(number, code.version), error="m", micro=False, version=code.version)
    colours = {"dark": "white", "light": "black"} if code.inverted else {"dark": "black", "light": "white"}
    made.save(png, kind="png", scale=8, border=code.margin, **colours)
    drawn = cv2.imdecode(np.frombuffer(png.getvalue(), np.uint8), cv2.IMREAD_GRAYSCALE)
    assert drawn is not None
    side = round(PAGE * (0.65 if code.version is None else 0.9))
    page = np.full((PAGE, PAGE), INK if code.inverted else PAPER, np.uint8)
    edge = (PAGE - side) // 2
    page[edge : edge + side, edge : edge + side] = cv2.resize(
        drawn, (side, side), interpolation=cv2.INTER_AREA
    )
    return page


def _text(number: int, version: int | None) -> str:
    return f"XYB1:s-{number:06d}:{number * 7919 % 65536:04X}2M9KXAPL" * (1 if version is None else 8)


def whole(of: object) -> Frame:
    """Light as a sensor counts it."""
    counted: Frame = np.clip(np.asarray(of, np.float32), 0, 255).astype(np.uint8)
    return counted


def nominal(frame: Frame, _severity: float, chance: np.random.Generator) -> Frame:
    return whole(frame + chance.normal(0, 3, frame.shape))


def blur(frame: Frame, severity: float, _: np.random.Generator) -> Frame:
    return whole(cv2.GaussianBlur(frame, (0, 0), 0.5 + 7.5 * severity))


def motion(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    length = 2 + round(34 * severity)
    smear = np.zeros((length, length), np.float32)
    smear[length // 2] = 1 / length
    turned = cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), chance.uniform(0, 180), 1)
    smear = np.asarray(cv2.warpAffine(smear, turned, (length, length)), np.float32)
    return whole(cv2.filter2D(frame, -1, smear / smear.sum()))


def perspective(frame: Frame, severity: float, _: np.random.Generator) -> Frame:
    inset, last = 0.44 * severity * PAGE, PAGE - 1
    flat = np.array([[0, 0], [last, 0], [last, last], [0, last]], np.float32)
    seen = np.array([[inset, inset / 2], [last - inset, inset / 2], [last, last], [0, last]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, seen)
    return whole(cv2.warpPerspective(frame, matrix, (PAGE, PAGE), borderValue=PAPER))


def rotation(frame: Frame, severity: float, _: np.random.Generator) -> Frame:
    turned = cv2.getRotationMatrix2D((PAGE / 2, PAGE / 2), 180 * severity, 1)
    return whole(cv2.warpAffine(frame, turned, (PAGE, PAGE), borderValue=PAPER))


def glare(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    y, x = np.mgrid[0:PAGE, 0:PAGE]
    across, down = chance.uniform(0.3, 0.7, 2) * PAGE
    reach = (0.1 + 0.35 * severity) * PAGE
    lamp = np.exp(-((x - across) ** 2 + (y - down) ** 2) / (2 * reach**2))
    return whole(frame + 330 * severity * lamp)


def shadow(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    y, x = np.mgrid[0:PAGE, 0:PAGE]
    angle = chance.uniform(0, 2 * np.pi)
    beyond = (x - PAGE / 2) * np.cos(angle) + (y - PAGE / 2) * np.sin(angle)
    lit = 1 / (1 + np.exp(beyond / 6))
    return whole(frame * (1 - 0.93 * severity * (1 - lit)) + chance.normal(0, 3, frame.shape))


def low_light(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    return whole(frame * (1 - 0.97 * severity) + chance.normal(0, 2 + 5 * severity, frame.shape))


def damage(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    spoilt = frame.copy()
    for _ in range(round(30 * severity)):
        x, y = (int(v) for v in chance.integers(PAGE // 5, 4 * PAGE // 5, 2))
        cv2.circle(spoilt, (x, y), int(chance.integers(4, 16)), int(chance.integers(0, 255)), -1)
    return spoilt


def small(frame: Frame, severity: float, _: np.random.Generator) -> Frame:
    side = round(PAGE * (1 - 0.85 * severity))
    page = np.full((PAGE, PAGE), PAPER, np.uint8)
    page[:side, :side] = cv2.resize(frame, (side, side), interpolation=cv2.INTER_AREA)
    return page


def jpeg(frame: Frame, severity: float, _: np.random.Generator) -> Frame:
    quality = [cv2.IMWRITE_JPEG_QUALITY, max(1, round(40 * (1 - severity)))]
    return whole(cv2.imdecode(cv2.imencode(".jpg", frame, quality)[1], cv2.IMREAD_GRAYSCALE))


def curved(frame: Frame, severity: float, _: np.random.Generator) -> Frame:
    y, x = np.mgrid[0:PAGE, 0:PAGE].astype(np.float32)
    bent = np.arcsin(np.clip((x / (PAGE - 1) * 2 - 1) * (0.2 + 0.78 * severity), -1, 1))
    across = (bent / np.abs(bent).max() + 1) / 2 * (PAGE - 1)
    lifted = y + 60 * severity * (1 - np.cos(bent))
    return whole(cv2.remap(frame, across.astype(np.float32), lifted, cv2.INTER_LINEAR, borderValue=PAPER))


def moire(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    y, x = np.mgrid[0:PAGE, 0:PAGE]
    angle, period = chance.uniform(0, np.pi), chance.uniform(4, 14)
    waves = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / period)
    return whole(frame + 110 * severity * waves)


def as_it_is(frame: Frame, severity: float, chance: np.random.Generator) -> Frame:
    """A little of everything that a hand does; what is special about the frame is the code itself."""
    turned = rotation(frame, 0.12 * severity, chance)
    return whole(cv2.GaussianBlur(turned, (0, 0), 0.4 + 1.2 * severity) + chance.normal(0, 4, frame.shape))


CATEGORIES: Mapping[str, Spoil] = {
    "nominal": nominal,
    "blur": blur,
    "motion": motion,
    "perspective": perspective,
    "rotation": rotation,
    "glare": glare,
    "shadow": shadow,
    "low light": low_light,
    "damage": damage,
    "small": small,
    "jpeg": jpeg,
    "curved": curved,
    "moiré": moire,
    "inverted": as_it_is,
    "no quiet zone": as_it_is,
    "high version": as_it_is,
}
CODES: Mapping[str, Code] = {
    "inverted": Code(inverted=True),
    "no quiet zone": Code(margin=0),
    "high version": Code(version=15),
}
USUAL = Code()


def spoilt(category: str, number: int, severity: float) -> Frame:
    """Code `number`, spoilt in one way; the same numbers give the same frame."""
    code = CODES.get(category, USUAL)
    frame = frame_of(number, code)
    if not code.margin:
        frame = whole(np.where(frame == PAPER, DESK, frame))  # dark all around, up to the code's own edge
    return CATEGORIES[category](frame, severity, np.random.default_rng(number))


def text_of(category: str, number: int) -> str:
    """What that code says."""
    return _text(number, CODES.get(category, USUAL).version)
