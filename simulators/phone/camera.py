"""The camera: it sees pixels, never payloads, so what it cannot resolve it cannot scan."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.core.chance import Chance
from simulators.phone import camera_optics, camera_room, scanner
from simulators.phone.camera_subject import (
    USUAL_CM,
    Card,
    Desk,
    Picture,
    Screen,
    Sheet,
    Subject,
    card,
)
from simulators.phone.id_card import IdCard
from simulators.phone.scanner import Frame

__all__ = ["Camera", "Desk", "Frame", "IdCard", "Lens", "Picture", "Scene", "Screen", "Sheet", "Subject"]

Lens = Literal["back", "front"]

LIMITS: dict[str, tuple[float, float]] = {
    "distance_cm": (3.0, 300.0),
    "tilt_deg": (-89.0, 89.0),
    "turn_deg": (-89.0, 89.0),
    "blur": (0.0, 1.0),
    "noise": (0.0, 1.0),
    "glare": (0.0, 1.0),
    "darkness": (0.0, 1.0),
    "overexposure": (0.0, 1.0),
}
DESK = Desk()
SWAY_DEG = 2.0
SPARE = 64
"""The noise is drawn once, this much larger than a frame; each frame takes it from another corner."""
QUALITY = 85
"""Of the JPEG that a photo is."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the back lens is pointed at, and how well. ValueError for a figure outside LIMITS.

    Degrees lean the thing away from the lens; blur, noise, glare, darkness and overexposure go from 0 (none) to
    1 (nothing to be seen). Without a distance the thing is where such a thing is usually held; nearer than 9 cm the
    lens finds no focus. The front lens looks at the candidate in the same light, however far the thing is.
    """

    pointed_at: Subject = DESK
    distance_cm: float | None = None
    tilt_deg: float = 0.0
    turn_deg: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    glare: float = 0.0
    darkness: float = 0.0
    overexposure: float = 0.0

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if value is None and name == "distance_cm":
                continue
            if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
                raise ValueError(f"camera {name} is {value!r}; give a number from {least:g} to {most:g}")

    @property
    def away(self) -> float:
        """Centimetres from the lens to the thing."""
        return USUAL_CM[type(self.pointed_at)] if self.distance_cm is None else self.distance_cm


class Camera:
    """One phone's camera. The hand that holds it sways a little; how, follows from `chance`.

    `person` names who sits before the front lens.
    """

    def __init__(self, chance: Chance) -> None:
        self.scene = Scene()
        self.lens: Lens = "back"
        self.person = ""
        self.last_reader: str | None = None
        self._chance = chance
        self._taken = 0

    def frame(self) -> Frame:
        """What the lens in use sees now: (960, 720, 3) in blue, green, red."""
        return self._seen(self.scene, self.lens)

    def photo(self, lens: Lens, asked: Subject = DESK) -> bytes:
        """A JPEG of what `lens` sees; on a bare desk the candidate lays what is `asked` for."""
        scene = self.scene
        if lens == "back" and scene.pointed_at == DESK:
            scene = replace(scene, pointed_at=asked)
        return cv2.imencode(".jpg", self._seen(scene, lens), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()

    def scan(self) -> str | None:
        """The text of the QR code in view, or None; `last_reader` names who read it."""
        reading = scanner.read(self.frame())
        self.last_reader = reading.reader if reading else None
        return reading.text if reading else None

    def switch_lens(self) -> Lens:
        """Turn to the other lens; the one now in use."""
        self.lens = "front" if self.lens == "back" else "back"
        return self.lens

    def _seen(self, scene: Scene, lens: Lens) -> Frame:
        self._taken += 1
        hand = self._chance.child(f"frame {self._taken}").random
        roll = hand.uniform(-SWAY_DEG, SWAY_DEG)
        grain = self._grain(hand.randrange(SPARE), hand.randrange(SPARE))
        thing = card(scene.pointed_at) if lens == "back" else None
        view, reach = self._view(scene, lens, thing, roll)
        view = camera_optics.glared(view, scene.glare, (camera_room.WIDTH / 2, camera_room.HEIGHT / 2), reach)
        view = camera_optics.exposed(view, scene.darkness, scene.overexposure)
        view = camera_optics.defocused(view, scene.blur, scene.away if thing else np.inf)
        return camera_optics.noisy(view, scene.noise, scene.darkness, grain)

    def _view(self, scene: Scene, lens: Lens, thing: Card | None, roll: float) -> tuple[Frame, float]:
        """The place with the thing in it, and how far a lamp's reflection reaches over it, in pixels."""
        if thing is None:
            place = self._desk if lens == "back" else camera_room.candidate(self.person)
            return place, camera_room.WIDTH / 4
        place = self._bare_desk if isinstance(scene.pointed_at, Sheet) else self._desk
        where = camera_optics.corners(thing, scene.away, scene.tilt_deg, scene.turn_deg, roll)
        return camera_optics.lay(place, thing, where), float(np.ptp(where[:, 0])) / 2

    def _grain(self, top: int, left: int) -> NDArray[np.float32]:
        return self._field[top : top + camera_room.HEIGHT, left : left + camera_room.WIDTH]

    @cached_property
    def _field(self) -> NDArray[np.float32]:
        size = (camera_room.HEIGHT + SPARE, camera_room.WIDTH + SPARE)
        return self._draws("noise").standard_normal(size, dtype=np.float32)

    @cached_property
    def _wood(self) -> Frame:
        return camera_room.wood(self._draws("desk"))

    @cached_property
    def _desk(self) -> Frame:
        return camera_room.desk(self._wood)

    @cached_property
    def _bare_desk(self) -> Frame:
        return camera_room.lit(self._wood)

    def _draws(self, name: str) -> np.random.Generator:
        return np.random.default_rng(self._chance.child(name).random.getrandbits(64))
