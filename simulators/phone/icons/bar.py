"""Icons of the bar at the top. Each is told its tone: what the bar's letters are drawn in."""

import cv2

from simulators.phone.icons.pen import TONES, Pen, Pixels
from simulators.phone.styles import GREEN, RED


def wifi(area: Pixels, tone: str) -> None:
    pen, colour = Pen(area), TONES[tone]
    for radius in (0.48, 0.3, 0.12):
        size = (max(1, round(radius * pen.unit)),) * 2
        thick = max(1, round(0.1 * pen.unit)) if radius > 0.2 else -1
        cv2.ellipse(area, pen.at((0.5, 0.78)), size, 0, 225, 315, colour, thick, cv2.LINE_AA)


def cellular(area: Pixels, tone: str) -> None:
    pen = Pen(area)
    for step in range(4):
        left, top = 0.06 + step * 0.24, 0.66 - step * 0.18
        pen.shape((left, top), (left + 0.15, top), (left + 0.15, 0.9), (left, 0.9), colour=TONES[tone])


def airplane(area: Pixels, tone: str) -> None:
    pen, colour = Pen(area), TONES[tone]
    pen.line((0.5, 0.06), (0.5, 0.92), colour=colour, thick=0.12)
    pen.shape((0.5, 0.32), (0.98, 0.62), (0.98, 0.72), (0.5, 0.56), (0.02, 0.72), (0.02, 0.62), colour=colour)
    pen.shape((0.5, 0.74), (0.7, 0.92), (0.5, 0.88), (0.3, 0.92), colour=colour)


def cut_off(area: Pixels, tone: str) -> None:
    """No network."""
    cellular(area, tone)
    pen = Pen(area)
    pen.line((0.62, 0.06), (0.98, 0.42), colour=RED, thick=0.1)
    pen.line((0.98, 0.06), (0.62, 0.42), colour=RED, thick=0.1)


def moon(area: Pixels, tone: str) -> None:
    """Do not disturb."""
    pen = Pen(area)
    behind = tuple(int(value) for value in area[0, 0])
    pen.disc((0.46, 0.5), 0.38, TONES[tone])
    pen.disc((0.64, 0.4), 0.32, (behind[0], behind[1], behind[2]))


def alarm(area: Pixels, tone: str) -> None:
    pen, colour = Pen(area), TONES[tone]
    pen.disc((0.5, 0.55), 0.34, colour, 0.1)
    pen.line((0.5, 0.36), (0.5, 0.56), (0.64, 0.62), colour=colour, thick=0.09)
    pen.line((0.12, 0.28), (0.28, 0.12), colour=colour, thick=0.1)
    pen.line((0.72, 0.12), (0.88, 0.28), colour=colour, thick=0.1)


def mute(area: Pixels, tone: str) -> None:
    """The ringer is silent, or only vibrates."""
    pen, colour = Pen(area), TONES[tone]
    pen.shape((0.1, 0.38), (0.3, 0.38), (0.55, 0.16), (0.55, 0.84), (0.3, 0.62), (0.1, 0.62), colour=colour)
    pen.line((0.66, 0.36), (0.94, 0.64), colour=colour, thick=0.1)
    pen.line((0.94, 0.36), (0.66, 0.64), colour=colour, thick=0.1)


def dot(area: Pixels, _: str) -> None:
    """The screen is being recorded or shown elsewhere."""
    Pen(area).disc((0.5, 0.5), 0.36, RED)


def battery(area: Pixels, state: str) -> None:
    """`state` is the tone, the percent, and whether it is charging: `dark 87 charging`."""
    tone, percent, charging = state.split(" ")
    high, wide = area.shape[:2]
    top, bottom, right = round(high * 0.14), round(high * 0.86), round(wide * 0.9)
    thick = max(1, high // 14)
    cv2.rectangle(area, (0, top), (right, bottom), TONES[tone], thick, cv2.LINE_AA)
    cv2.rectangle(area, (right, round(high * 0.36)), (wide - 1, round(high * 0.64)), TONES[tone], -1)
    level = int(percent)
    colour = GREEN if charging == "charging" else RED if level <= 20 else TONES[tone]
    gap = 2 * thick
    full = right - 2 * gap
    cv2.rectangle(area, (gap, top + gap), (gap + max(1, full * level // 100), bottom - gap), colour, -1)
