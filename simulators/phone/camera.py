"""The camera: it sees pixels, never payloads, so what it cannot resolve it cannot scan."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from simulators.core.chance import Chance
from simulators.phone import camera_optics, camera_room, scanner
from simulators.phone.camera_subject import Card, Desk, Picture, Screen, Subject, card
from simulators.phone.scanner import Frame

__all__ = ["Camera", "Desk", "Frame", "Lens", "Picture", "Scene", "Screen", "Subject"]

Lens = Literal["back", "front"]

LIMITS: dict[str, tuple[float, float]] = {
    "distance_cm": (3.0, 300.0),
    "tilt_deg": (-89.0, 89.0),
    "turn_deg": (-89.0, 89.0),
    "blur": (0.0, 1.0),
    "noise": (0.0, 1.0),
    "glare": (0.0, 1.0),
    "darkness": (0.0, 1.0),
}
DESK = Desk()
SWAY_DEG = 2.0
SPARE = 64
"""The noise is drawn once, this much larger than a frame; each frame takes it from another corner."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the back lens is pointed at, and how well. ValueError for a figure outside LIMITS.

    Degrees lean the thing away from the lens; blur, noise, glare and darkness go from 0 (none) to 1 (nothing
    to be seen). Nearer than 9 cm the lens finds no focus.
    """

    pointed_at: Subject = DESK
    distance_cm: float = 25.0
    tilt_deg: float = 0.0
    turn_deg: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    glare: float = 0.0
    darkness: float = 0.0

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
                raise ValueError(f"camera {name} is {value!r}; give a number from {least:g} to {most:g}")


class Camera:
    """One phone's camera. The hand that holds it sways a little; how, follows from `chance`."""

    def __init__(self, chance: Chance) -> None:
        self.scene = Scene()
        self.lens: Lens = "back"
        self.last_reader: str | None = None
        self._chance = chance
        self._taken = 0

    def frame(self) -> Frame:
        """What the lens in use sees now: (960, 720, 3) in blue, green, red."""
        self._taken += 1
        hand = self._chance.child(f"frame {self._taken}").random
        roll = hand.uniform(-SWAY_DEG, SWAY_DEG)
        grain = self._grain(hand.randrange(SPARE), hand.randrange(SPARE))
        return self._seen(roll, grain)

    def scan(self) -> str | None:
        """The text of the QR code in view, or None; `last_reader` names who read it."""
        reading = scanner.read(self.frame())
        self.last_reader = reading.reader if reading else None
        return reading.text if reading else None

    def switch_lens(self) -> Lens:
        """Turn to the other lens; the one now in use."""
        self.lens = "front" if self.lens == "back" else "back"
        return self.lens

    def _seen(self, roll: float, grain: NDArray[np.float32]) -> Frame:
        scene = self.scene
        thing = card(scene.pointed_at) if self.lens == "back" else None
        view, reach = self._view(thing, roll)
        view = camera_optics.glared(view, scene.glare, (camera_room.WIDTH / 2, camera_room.HEIGHT / 2), reach)
        view = camera_optics.darkened(view, scene.darkness)
        view = camera_optics.defocused(view, scene.blur, scene.distance_cm if thing else np.inf)
        return camera_optics.noisy(view, scene.noise, scene.darkness, grain)

    def _view(self, thing: Card | None, roll: float) -> tuple[Frame, float]:
        """The place with the thing in it, and how far a lamp's reflection reaches over it, in pixels."""
        place = self._desk if self.lens == "back" else camera_room.candidate()
        if thing is None:
            return place, camera_room.WIDTH / 4
        scene = self.scene
        where = camera_optics.corners(thing, scene.distance_cm, scene.tilt_deg, scene.turn_deg, roll)
        return camera_optics.lay(place, thing, where), float(np.ptp(where[:, 0])) / 2

    def _grain(self, top: int, left: int) -> NDArray[np.float32]:
        return self._field[top : top + camera_room.HEIGHT, left : left + camera_room.WIDTH]

    @cached_property
    def _field(self) -> NDArray[np.float32]:
        size = (camera_room.HEIGHT + SPARE, camera_room.WIDTH + SPARE)
        return self._draws("noise").standard_normal(size, dtype=np.float32)

    @cached_property
    def _desk(self) -> Frame:
        return camera_room.desk(self._draws("desk"))

    def _draws(self, name: str) -> np.random.Generator:
        return np.random.default_rng(self._chance.child(name).random.getrandbits(64))
