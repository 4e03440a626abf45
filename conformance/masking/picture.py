"""Masks a screenshot: pictures become too coarse to know a face in, to read a code or a sheet; masked words are covered.

Where they are is told by the element tree of the same moment. What cannot be opened as a picture is not kept at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from conformance.masking.text import Mask

Tree = Mapping[str, Any]
Pixels = NDArray[np.uint8]
Box = tuple[int, int, int, int]

PICTURE = re.compile(r"Image(View|Button)?$|(Surface|Texture|Preview|Video|Camera)View$")
"""Classes that show what a camera sees or has seen, in the words of both drivers."""
ICON = 0.12
"""Smaller than this share of the screen's width in either direction is an icon."""
BLOCKS = 8
"""Blocks across the shorter side: a face has neither eyes nor mouth any more."""
GREY = 200


def masked(png: bytes, tree: Tree, mask: Mask) -> bytes | None:
    """The screenshot as it may be kept; None where it is no picture that can be opened."""
    if mask.off:
        return png
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR) if png else None
    if pixels is None:
        return None
    canvas: Pixels = np.asarray(pixels, np.uint8)
    scale = _scale(canvas, tree)
    for node in _walk(tree):
        area = canvas[_slices(node["bounds"], scale)]
        if area.size and _is_picture(node, tree):
            area[:] = _coarse(area)
        elif area.size and mask.text(str(node["text"])) != node["text"]:
            area[:] = GREY
    _, file = cv2.imencode(".png", canvas)
    return file.tobytes()


def coarse(png: bytes) -> bytes | None:
    """A picture of which nobody knows what is on it: too coarse to tell, and another one for each; None where it is no picture."""
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR) if png else None
    if pixels is None:
        return None
    whole = _coarse(np.asarray(pixels, np.uint8))
    mark = np.frombuffer(sha256(png).digest()[: whole.shape[1]], np.uint8)
    whole[0, : len(mark)] = mark[:, None]
    _, file = cv2.imencode(".png", whole)
    return file.tobytes()


def _scale(canvas: Pixels, tree: Tree) -> float:
    """Pixels of the screenshot for one unit of the tree: an iPhone's driver measures in points."""
    wide = tree["bounds"][2] - tree["bounds"][0]
    return float(canvas.shape[1] / wide) if wide > 0 else 1.0


def _slices(bounds: Box, scale: float) -> tuple[slice, slice]:
    left, top, right, bottom = (max(0, round(value * scale)) for value in bounds)
    return slice(top, bottom), slice(left, right)


def _is_picture(node: Tree, screen: Tree) -> bool:
    left, top, right, bottom = node["bounds"]
    smallest = ICON * (screen["bounds"][2] - screen["bounds"][0])
    return bool(PICTURE.search(node["class"])) and min(right - left, bottom - top) >= smallest


def _coarse(area: Pixels) -> Pixels:
    height, width = area.shape[:2]
    block = max(1, min(height, width) // BLOCKS)
    small = cv2.resize(area, (max(1, width // block), max(1, height // block)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _walk(tree: Tree) -> Iterator[Tree]:
    yield tree
    for child in tree["children"]:
        yield from _walk(child)
