"""The camera reads what a phone's camera would, and nothing that it would not."""

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.core.chance import Chance
from simulators.phone.camera import (
    LIMITS,
    Camera,
    Desk,
    Frame,
    IdCard,
    Picture,
    Room,
    Scene,
    Screen,
    Sheet,
    Subject,
)
from simulators.phone.camera_subject import USUAL_CM
from tests.camera.codes import PAYLOAD, code, code_page

PAGE = code_page(PAYLOAD)
LENGTH, DEGREES, PART = st.floats(3, 300), st.floats(-89, 89), st.floats(0, 1)
SCENES = st.builds(
    Scene,
    pointed_at=st.just(Screen(lambda: PAGE)),
    distance_cm=LENGTH,
    tilt_deg=DEGREES,
    turn_deg=DEGREES,
    blur=PART,
    noise=PART,
    glare=PART,
    darkness=PART,
    overexposure=PART,
)


def aimed(scene: Scene, seed: int = 1) -> Camera:
    camera = Camera(Chance(seed))
    camera.scene = scene
    return camera


def scene_of(page: Frame, **figures: Any) -> Scene:
    return Scene(Screen(lambda: page), **figures)


@pytest.mark.parametrize("seed", range(8))
def test_a_code_page_held_as_usual_is_read_every_time(page: Frame, seed: int) -> None:
    camera = aimed(scene_of(page), seed)
    assert [camera.scan() for _ in range(3)] == [PAYLOAD] * 3
    assert camera.last_reader == "zxing-cpp"


GENTLE = {
    "distance_cm": 40,
    "tilt_deg": 35,
    "turn_deg": -35,
    "blur": 0.1,
    "noise": 0.15,
    "glare": 0.2,
    "darkness": 0.3,
    "overexposure": 0.1,
}
SEVERE = {
    "distance_cm": 150,
    "tilt_deg": 85,
    "turn_deg": -85,
    "blur": 0.8,
    "noise": 1,
    "glare": 1,
    "darkness": 0.95,
    "overexposure": 1,
}


@pytest.mark.parametrize("figure", sorted(set(LIMITS) - {"backlight"}))
def test_a_gentle_fault_is_survived_and_a_severe_one_is_not(page: Frame, figure: str) -> None:
    severe = aimed(scene_of(page, **{figure: SEVERE[figure]}))
    assert [severe.scan() for _ in range(3)] == [None] * 3
    assert severe.last_reader is None
    assert aimed(scene_of(page, **{figure: GENTLE[figure]})).scan() == PAYLOAD


def test_a_lens_too_near_finds_no_focus(page: Frame) -> None:
    assert aimed(scene_of(page, distance_cm=3)).scan() is None


def test_adjusting_the_phone_helps(page: Frame) -> None:
    camera = aimed(scene_of(page, distance_cm=120, darkness=0.9))
    assert camera.scan() is None
    camera.scene = scene_of(page, distance_cm=25, darkness=0.1)
    assert camera.scan() == PAYLOAD


def test_the_frame_follows_the_screen(page: Frame) -> None:
    shown = [page, code_page("XYB1:s-000124:AAAAAAAAAAAA")]
    camera = aimed(Scene(Screen(lambda: shown[0])))
    assert camera.scan() == PAYLOAD
    shown.reverse()
    assert camera.scan() == "XYB1:s-000124:AAAAAAAAAAAA"


@pytest.mark.parametrize("place", [Desk(), Screen(lambda: None)])
def test_no_code_in_view_is_no_reading(place: Desk | Screen) -> None:
    assert aimed(Scene(place)).scan() is None


def test_the_front_lens_sees_the_candidate_and_not_the_code(page: Frame) -> None:
    camera = aimed(scene_of(page))
    assert camera.switch_lens() == "front"
    assert camera.scan() is None
    assert camera.switch_lens() == "back"
    assert camera.scan() == PAYLOAD


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_a_printed_code_is_read_like_a_shown_one(suffix: str) -> None:
    _, file = cv2.imencode(suffix, code(PAYLOAD))
    assert aimed(Scene(Picture(file.tobytes()), distance_cm=30)).scan() == PAYLOAD


@pytest.mark.parametrize("file", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n"])
def test_bytes_that_are_no_picture_are_refused_at_once(file: bytes) -> None:
    with pytest.raises(ValueError, match="PNG or JPEG"):
        Picture(file)


@pytest.mark.parametrize("figure", LIMITS)
@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -1000.0, 1000.0, True, "1"])
def test_a_figure_outside_its_range_is_refused_by_name(figure: str, wrong: Any) -> None:
    with pytest.raises(ValueError, match=figure):
        Scene(Desk(), **{figure: wrong})


def test_the_same_seed_takes_the_same_frames(page: Frame) -> None:
    scene = scene_of(page, noise=0.2)
    one, other, different = aimed(scene, 5), aimed(scene, 5), aimed(scene, 6)
    frames: list[Callable[[], Frame]] = [one.frame, other.frame]
    first, second = ([take() for _ in range(2)] for take in frames)
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
    assert not np.array_equal(first[0], first[1])
    assert not np.array_equal(first[0], different.frame())


def test_a_frame_is_the_callers_own(page: Frame) -> None:
    for camera in (aimed(scene_of(page)), aimed(Scene())):
        assert camera.frame().shape == (960, 720, 3)
        camera.frame().fill(0)
        assert camera.frame().any()


@settings(max_examples=40, deadline=None)
@given(scene=SCENES, seed=st.integers(0, 99))
def test_whatever_the_scene_a_reading_is_the_payload_or_nothing(scene: Scene, seed: int) -> None:
    assert aimed(scene, seed).scan() in {PAYLOAD, None}


def pixels(photo: bytes) -> Frame:
    seen = cv2.imdecode(np.frombuffer(photo, np.uint8), cv2.IMREAD_COLOR)
    assert seen is not None
    return np.asarray(seen, dtype=np.uint8)


def likeness(one: Frame, other: Frame) -> float:
    """How far two pictures differ, in grey levels a pixel."""
    return float(np.abs(one.astype(np.int16) - other).mean())


def test_on_the_desk_lies_what_is_asked_for_and_elsewhere_what_is_there() -> None:
    page = {number: pixels(aimed(Scene(Sheet(number))).photo("back")) for number in (1, 2)}
    asked = pixels(aimed(Scene()).photo("back", Sheet(1)))
    other = pixels(aimed(Scene(Sheet(2))).photo("back", Sheet(1)))
    assert likeness(asked, page[1]) < 1 < likeness(asked, page[2])
    assert likeness(other, page[2]) < 1


def test_a_photo_leaves_the_lens_in_use_and_the_next_one_is_another() -> None:
    camera = aimed(Scene(Sheet(1)))
    photos = [camera.photo("front"), camera.photo("back"), camera.photo("back")]
    assert camera.lens == "back"
    assert len(set(photos)) == 3


@pytest.mark.parametrize("figure", ["blur", "darkness", "overexposure"])
def test_both_lenses_take_what_the_scene_is(figure: str) -> None:
    def taken(lens: Any, amount: float) -> Frame:
        faults: dict[str, Any] = {figure: amount}
        return pixels(aimed(Scene(Sheet(1), **faults)).photo(lens))

    for lens in ("back", "front"):
        assert likeness(taken(lens, 0.5), taken(lens, 0)) > 1.5


def test_a_person_has_a_face_of_their_own() -> None:
    def seen(who: str) -> bytes:
        camera = aimed(Scene())
        camera.person = who
        return camera.photo("front")

    assert seen("330106200503171236") == seen("330106200503171236")
    assert len({seen(f"3301062005031712{number}") for number in range(10, 20)}) == 10


THINGS: list[Subject] = [Sheet(1), IdCard("portrait", "王芳", "330106200503171236")]


@pytest.mark.parametrize("thing", THINGS, ids=["sheet", "card"])
@pytest.mark.parametrize("seed", range(4))
def test_as_a_thing_is_usually_held_all_of_it_is_in_the_picture(thing: Subject, seed: int) -> None:
    edge = aimed(Scene(thing), seed).frame()
    desk = aimed(Scene(Desk()), seed).frame()
    rim = np.ones(edge.shape[:2], bool)
    rim[6:-6, 6:-6] = False
    rim[:400, 460:] = False  # there the desk alone shows the corner of another sheet
    assert np.abs(edge.astype(np.int16) - desk)[rim].mean() < 3


def test_every_thing_has_a_usual_distance_within_the_limits() -> None:
    least, most = LIMITS["distance_cm"]
    assert set(USUAL_CM) == {Desk, Room, Screen, Picture, Sheet, IdCard}
    assert all(least <= away <= most for away in USUAL_CM.values())
    assert Scene(Sheet(1), distance_cm=40).away == 40
