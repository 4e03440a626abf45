"""A photo that the same camera takes again is the same, and nothing else is taken for it."""

import numpy as np
import pytest

from simulators.core.chance import Chance
from simulators.phone.camera import Camera, Scene, Screen, Sheet
from simulators.phone.scanner import Frame


def camera(seed: str = "7/camera", person: str = "王芳") -> Camera:
    made = Camera(Chance(seed))
    made.person = person
    return made


def test_the_same_camera_in_another_world_takes_the_same_photos() -> None:
    one, other = camera(), camera()
    assert [one.photo("back", Sheet(1)), one.photo("back", Sheet(1))] == [
        other.photo("back", Sheet(1)),
        other.photo("back", Sheet(1)),
    ]


def test_no_two_photos_of_a_camera_are_the_same() -> None:
    one = camera()
    assert one.photo("back", Sheet(1)) != one.photo("back", Sheet(1)), "the hand sways"


@pytest.mark.parametrize("other", [camera("8/camera"), camera(person="李静")], ids=["seed", "person"])
def test_another_camera_and_another_person_give_another_photo(other: Camera) -> None:
    assert camera().photo("front") != other.photo("front")


def test_another_scene_gives_another_photo() -> None:
    dark = camera()
    dark.scene = Scene(darkness=0.8)
    assert camera().photo("back", Sheet(1)) != dark.photo("back", Sheet(1))
    assert camera().photo("back", Sheet(1)) != camera().photo("back", Sheet(2))


def test_a_screen_is_photographed_as_it_is_now() -> None:
    pixels: Frame = np.zeros((2340, 1080, 3), np.uint8)
    scene = Scene(pointed_at=Screen(lambda: pixels))
    photos = []
    for grey in (0, 255):
        pixels[:] = grey
        one = camera()
        one.scene = scene
        photos.append(one.photo("back"))
    assert photos[0] != photos[1]
