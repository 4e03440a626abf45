"""The camera: it sees pixels, never payloads, so what it cannot resolve it cannot scan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from simulators.core.chance import Chance
from simulators.phone import camera_optics, camera_room, scanner
from simulators.phone.camera_room import SPARE
from simulators.phone.camera_subject import (
    USUAL_CM,
    Card,
    Desk,
    Picture,
    Room,
    Screen,
    Sheet,
    Subject,
    card,
)
from simulators.phone.film_picture import Still, still
from simulators.phone.id_card import IdCard
from simulators.phone.portrait import WORN, Worn
from simulators.phone.props import Around
from simulators.phone.scanner import Frame

__all__ = [
    "Around",
    "Camera",
    "Desk",
    "Frame",
    "IdCard",
    "Lens",
    "Picture",
    "Room",
    "Scene",
    "Screen",
    "Sheet",
    "Subject",
]

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
    "backlight": (0.0, 1.0),
}
DESK = Desk()
HELD_CM = 46.0
"""Where a candidate holds a sheet for the phone that films her: all of it is seen, and takes half of the picture."""
SWAY_DEG = 2.0
QUALITY = 85
"""Of the JPEG that a photo is."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the back lens is pointed at, and how well. ValueError for a figure outside LIMITS.

    Degrees lean the thing away from the lens; blur, noise, glare, darkness, overexposure and backlight go from 0
    (none) to 1 (nothing to be seen). Without a distance the thing is where such a thing is usually held; nearer than
    9 cm the lens finds no focus. The front lens looks at the candidate in the same light, however far the thing is,
    and at the sheet that she holds before it; `worn` is what she wears on her face.
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
    backlight: float = 0.0
    held: Sheet | None = None
    worn: Worn = "none"

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if value is None and name == "distance_cm":
                continue
            if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
                raise ValueError(f"camera {name} is {value!r}; give a number from {least:g} to {most:g}")
        if self.worn not in WORN:
            raise ValueError(f"camera worn is {self.worn!r}; expected one of {', '.join(WORN)}")

    @property
    def away(self) -> float:
        """Centimetres from the lens to the thing."""
        return USUAL_CM[type(self.pointed_at)] if self.distance_cm is None else self.distance_cm

    def before(self, lens: Lens) -> tuple[Subject | None, float]:
        """What is before this lens, and how many centimetres away; None where it sees the candidate alone."""
        return (self.pointed_at, self.away) if lens == "back" else (self.held, HELD_CM)


class Camera:
    """One phone's camera. The hand that holds it sways a little; how, follows from `chance`.

    `person` names who sits before the front lens.
    """

    def __init__(self, chance: Chance) -> None:
        self.person = ""
        self.last_reader: str | None = None
        self._scene, self._around = Scene(), camera_room.ALONE
        self._lens: Lens = "back"
        self._chance = chance
        self._taken = 0
        self._watchers: list[Callable[[], None]] = []

    @property
    def scene(self) -> Scene:
        """What the back lens is pointed at, and the light for both."""
        return self._scene

    @scene.setter
    def scene(self, scene: Scene) -> None:
        self._scene = scene
        self._changed()

    @property
    def around(self) -> Around:
        """What else there is to be seen and heard, whatever the lens is pointed at."""
        return self._around

    @around.setter
    def around(self, around: Around) -> None:
        self._around = around
        self._changed()

    @property
    def lens(self) -> Lens:
        """The lens in use."""
        return self._lens

    @lens.setter
    def lens(self, lens: Lens) -> None:
        self._lens = lens
        self._changed()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` whenever the camera is turned to something else."""
        self._watchers.append(watcher)

    def frame(self) -> Frame:
        """What the lens in use sees now: (960, 720, 3) in blue, green, red."""
        return self._taken_of(self._scene, self._lens)

    def photo(self, lens: Lens, asked: Subject = DESK) -> bytes:
        """A JPEG of what `lens` sees; on a bare desk the candidate lays what is `asked` for."""
        scene = self._scene
        if lens == "back" and scene.pointed_at == DESK:
            scene = replace(scene, pointed_at=asked)
        self._taken += 1
        lit = lens == "back" and isinstance(scene.pointed_at, Screen)  # what is shown there may change
        develop = _developed if lit else _photo
        return develop(
            self._chance.seed, self._taken, scene, lens, self.person, replace(self._around, heard="")
        )

    def scan(self) -> str | None:
        """The text of the QR code in view, or None; `last_reader` names who read it."""
        reading = scanner.read(self.frame())
        self.last_reader = reading.reader if reading else None
        return reading.text if reading else None

    def switch_lens(self) -> Lens:
        """Turn to the other lens; the one now in use."""
        self.lens = "front" if self.lens == "back" else "back"
        return self.lens

    def look(self) -> Callable[[], Still]:
        """What a film has of the present view; drawn when it is called for, but a screen's pixels are taken now."""
        scene, lens, seed = self._scene, self._lens, self._chance.seed
        before = (self.person, replace(self._around, heard=""))
        if lens == "back" and isinstance(scene.pointed_at, Screen):
            shown = scene.pointed_at.of()
            scene = replace(scene, pointed_at=Screen(lambda: shown))
            return cache(lambda: _film_view(seed, scene, lens, *before))
        return lambda: _filmed(seed, scene, lens, *before)

    def steady(self, scene: Scene, lens: Lens) -> Frame:
        """A frame from a stand: no hand sways, and the sensor's noise is the same each time."""
        return self._seen(scene, lens, 0.0, self._grain(0, 0))

    def taken(self, number: int, scene: Scene, lens: Lens) -> Frame:
        """The frame that this camera takes after `number` - 1 others."""
        hand = self._chance.child(f"frame {number}").random
        roll = hand.uniform(-SWAY_DEG, SWAY_DEG)
        return self._seen(scene, lens, roll, self._grain(hand.randrange(SPARE), hand.randrange(SPARE)))

    def _changed(self) -> None:
        for watcher in self._watchers:
            watcher()

    def _taken_of(self, scene: Scene, lens: Lens) -> Frame:
        self._taken += 1
        return self.taken(self._taken, scene, lens)

    def _seen(self, scene: Scene, lens: Lens, roll: float, grain: NDArray[np.float32]) -> Frame:
        subject, away = scene.before(lens)
        thing = card(subject) if subject else None
        view, reach = self._view(scene, lens, thing, roll)
        view = camera_optics.backlit(view, scene.backlight if lens == "front" else 0.0)
        view = camera_optics.glared(view, scene.glare, (camera_room.WIDTH / 2, camera_room.HEIGHT / 2), reach)
        view = camera_optics.exposed(view, scene.darkness, scene.overexposure)
        view = camera_optics.defocused(view, scene.blur, away if thing else np.inf)
        return camera_optics.noisy(view, scene.noise, scene.darkness, grain)

    def _view(self, scene: Scene, lens: Lens, thing: Card | None, roll: float) -> tuple[Frame, float]:
        """The place with the thing in it, and how far a lamp's reflection reaches over it, in pixels."""
        subject, away = scene.before(lens)
        place = self._place(scene, subject, lens)
        if thing is None:
            return place, camera_room.WIDTH / 4
        where = camera_optics.corners(thing, away, scene.tilt_deg, scene.turn_deg, roll)
        return camera_optics.lay(place, thing, where), float(np.ptp(where[:, 0])) / 2

    def _place(self, scene: Scene, subject: Subject | None, lens: Lens) -> Frame:
        """What lies behind the thing, if there is one."""
        desk = self._draws("desk")
        if lens == "front":
            return camera_room.candidate(self.person, self._around, scene.worn)
        if isinstance(subject, Room):
            return camera_room.room(desk, self.person, self._around)
        return camera_room.bare_desk(desk) if isinstance(subject, Sheet) else camera_room.desk(desk)

    def _grain(self, top: int, left: int) -> NDArray[np.float32]:
        field = camera_room.grain(self._draws("noise"))
        return field[top : top + camera_room.HEIGHT, left : left + camera_room.WIDTH]

    def _draws(self, name: str) -> int:
        return self._chance.child(name).random.getrandbits(64)


def _like(seed: str, person: str, around: Around) -> Camera:
    camera = Camera(Chance(seed))
    camera.person, camera.around = person, around
    return camera


def _film_view(seed: str, scene: Scene, lens: Lens, person: str, around: Around) -> Still:
    camera = _like(seed, person, around)
    return still(camera.steady(scene, lens))


def _developed(seed: str, number: int, scene: Scene, lens: Lens, person: str, around: Around) -> bytes:
    frame = _like(seed, person, around).taken(number, scene, lens)
    return cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()


_filmed = lru_cache(maxsize=128)(_film_view)
_photo = lru_cache(maxsize=128)(_developed)
"""A view is the same for every camera of a seed, so that it is drawn once; so is a photo, of about 100 kB."""
