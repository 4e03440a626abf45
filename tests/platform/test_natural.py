"""Heavy make-up and coloured lenses are seen in the pixels of a face, and nowhere else."""

from functools import cache
from typing import Any

import cv2
import numpy as np
import pytest

from simulators.core.chance import Chance
from simulators.phone.camera import Camera, Scene
from simulators.phone.portrait import WORN, Worn
from simulators.platform import images, natural
from simulators.platform.natural import HUES, LEAST
from simulators.platform.quality import Measure
from tests.platform.exam import World, picture

PEOPLE = [f"person {number}" for number in range(12)]
GENTLE: list[dict[str, Any]] = [{}, {"darkness": 0.3}, {"blur": 0.1}, {"overexposure": 0.05}, {"noise": 0.2}]


@cache
def photo(person: str, worn: Worn, **scene: Any) -> bytes:
    camera = Camera(Chance(person))
    camera.person, camera.scene = person, Scene(worn=worn, **scene)
    return camera.photo("front")


def measured(person: str, worn: Worn, **scene: Any) -> dict[str, Measure]:
    frame = images.colours(photo(person, worn, **scene))
    assert frame is not None
    return dict(natural.of(frame))


@pytest.mark.parametrize("scene", GENTLE, ids=str)
@pytest.mark.parametrize("worn", WORN)
def test_what_is_worn_is_what_is_poor(worn: Worn, scene: dict[str, Any]) -> None:
    for person in PEOPLE:
        poor = [name for name, measure in measured(person, worn, **scene).items() if not measure.good]
        assert poor == ([] if worn == "none" else [worn]), person


@pytest.mark.parametrize("name", HUES)
def test_the_limit_lies_well_between_the_plainest_face_and_the_most_adorned(name: Any) -> None:
    plain = min(measured(person, "none")[name].figure for person in PEOPLE)
    adorned = max(measured(person, name)[name].figure for person in PEOPLE)
    assert adorned + 0.1 < LEAST < plain - 0.2


def test_the_size_of_a_picture_tells_nothing() -> None:
    frame = images.colours(photo(PEOPLE[0], "lenses"))
    assert frame is not None
    for width in (360, 1440):
        other = cv2.resize(frame, (width, width * frame.shape[0] // frame.shape[1]))
        assert not natural.of(np.asarray(other, dtype=np.uint8))["lenses"].good


@pytest.mark.parametrize("worn", ["make_up", "lenses"])
def test_a_face_check_fails_and_says_why(world: World, worn: Worn) -> None:
    reply = world.to_face_check().main("face", body=photo(PEOPLE[0], worn)).json
    assert (reply["passed"], reply["poor"]) == (False, [worn])
    assert world.records("face_failed")[0]["detail"]["quality"]["poor"] == [worn]
    assert world.main("face", body=photo(PEOPLE[0], "none")).json["passed"] is True


def test_what_is_no_picture_is_not_measured() -> None:
    body = picture()[:-1]
    assert natural.poor(body, images.look(body)) == ({}, [])
