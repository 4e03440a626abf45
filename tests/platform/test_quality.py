"""The quality of photos: the scenes that chose the limits, and the laws that the measures keep.

The photos are taken by the simulated camera, so that what is asked here is asked of pixels.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.core.chance import Chance
from simulators.phone.camera import Camera, Desk, Scene, Sheet
from simulators.platform import quality
from simulators.platform.quality import LEAST, Kind, Measure

PART = st.floats(0, 1)
LENS: Mapping[Kind, Literal["back", "front"]] = {"sheet": "back", "face": "front"}


def photo(kind: Kind, seed: int = 1, **figures: Any) -> bytes:
    camera = Camera(Chance(seed))
    camera.person = f"person {seed}"
    camera.scene = Scene(**{"pointed_at": Sheet(1 + seed % 4, f"hand {seed}"), **figures})
    return camera.photo(LENS[kind])


@cache
def measured(kind: Kind, seed: int = 1, **figures: Any) -> Mapping[str, Measure]:
    found = {"sheet": quality.sheet, "face": quality.face}[kind](photo(kind, seed, **figures))
    assert found is not None
    return found


def poor(measures: Mapping[str, Measure]) -> list[str]:
    found: list[str] = quality.told(measures)["poor"]
    return found


# what a candidate who takes care may hand in

FAULTS: list[dict[str, float]] = [
    {},
    {"blur": 0.1},
    {"darkness": 0.3},
    {"overexposure": 0.05},
    {"noise": 0.1},
    {"glare": 0.1},
]
HELD: list[dict[str, float]] = [
    {},
    {"distance_cm": 32},
    {"distance_cm": 40},
    {"tilt_deg": 8},
    {"turn_deg": -8},
    {"tilt_deg": -6, "turn_deg": 6},
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
@pytest.mark.parametrize("held", HELD, ids=str)
def test_a_sheet_photographed_with_care_is_good(held: dict[str, float], fault: dict[str, float]) -> None:
    for seed in range(2):
        assert poor(measured("sheet", seed, **held, **fault)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_face_in_usual_light_is_good(fault: dict[str, float]) -> None:
    for seed in range(8):
        assert poor(measured("face", seed, **fault)) == []


# what must be noticed

SPOILT: list[tuple[str, dict[str, Any]]] = [
    *(("sharpness", {"blur": blur}) for blur in (0.2, 0.3, 0.5, 0.8, 1)),
    *(("exposure", {"darkness": darkness}) for darkness in (0.6, 0.7, 0.8, 0.9, 1)),
    *(("exposure", {"overexposure": light}) for light in (0.15, 0.2, 0.3, 0.5, 0.8, 1)),
]
CUT: list[dict[str, Any]] = [
    {"distance_cm": 22},
    {"distance_cm": 18},
    {"distance_cm": 10},
    {"tilt_deg": 35},
    {"turn_deg": 35},
    {"pointed_at": Desk()},
]


@pytest.mark.parametrize(("measure", "figures"), SPOILT, ids=str)
@pytest.mark.parametrize("kind", LENS)
def test_a_spoilt_picture_is_poor_in_what_spoils_it(
    kind: Kind, measure: str, figures: dict[str, Any]
) -> None:
    for seed in range(4):
        assert measure in poor(measured(kind, seed, **figures))


@pytest.mark.parametrize("figures", CUT, ids=str)
def test_a_sheet_that_is_cut_off_lacks_corners_and_nothing_else(figures: dict[str, Any]) -> None:
    for seed in range(3):
        assert poor(measured("sheet", seed, **figures)) == ["corners"]


EDGES: list[tuple[str, dict[str, float], dict[str, float]]] = [
    ("sharpness", {"blur": 0.1}, {"blur": 0.2}),
    ("exposure", {"darkness": 0.3}, {"darkness": 0.6}),
    ("exposure", {"overexposure": 0.05}, {"overexposure": 0.15}),
]


@pytest.mark.parametrize(("measure", "good", "bad"), EDGES)
@pytest.mark.parametrize("kind", LENS)
def test_each_limit_lies_well_between_the_worst_good_frame_and_the_best_bad_one(
    kind: Kind, measure: str, good: dict[str, float], bad: dict[str, float]
) -> None:
    worst = min(measured(kind, seed, **good)[measure].figure for seed in range(6))
    best = max(measured(kind, seed, **bad)[measure].figure for seed in range(6))
    assert best + 0.07 < LEAST[kind, measure] < worst - 0.07


# the laws


@settings(max_examples=25, deadline=None)
@given(one=PART, more=PART, kind=st.sampled_from(list(LENS)))
def test_more_blur_is_never_sharper(one: float, more: float, kind: Kind) -> None:
    less, blurred = sorted((one, more))
    assert (
        measured(kind, blur=blurred)["sharpness"].figure
        <= measured(kind, blur=less)["sharpness"].figure + 0.01
    )


@settings(max_examples=25, deadline=None)
@given(one=PART, more=PART, kind=st.sampled_from(list(LENS)))
def test_less_light_never_exposes_better(one: float, more: float, kind: Kind) -> None:
    less, darker = sorted((one, more))
    assert (
        measured(kind, darkness=darker)["exposure"].figure
        <= measured(kind, darkness=less)["exposure"].figure + 0.02
    )


@settings(max_examples=20, deadline=None)
@given(
    st.fixed_dictionaries(dict.fromkeys(("blur", "noise", "glare", "darkness", "overexposure"), PART)),
    st.floats(10, 80),
    st.sampled_from(list(LENS)),
)
def test_every_figure_is_a_part_of_one(faults: dict[str, float], away: float, kind: Kind) -> None:
    found = measured(kind, distance_cm=away, **faults)
    assert all(0 <= measure.figure <= 1 for measure in found.values())
    assert set(found) == {name for of, name in LEAST if of == kind}


@pytest.mark.parametrize("scale", [1.5, 3])
@pytest.mark.parametrize("kind", LENS)
def test_a_larger_picture_of_the_same_measures_the_same(kind: Kind, scale: float) -> None:
    small = cv2.imdecode(np.frombuffer(photo(kind), np.uint8), cv2.IMREAD_COLOR)
    assert small is not None
    large = cv2.resize(small, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    file = cv2.imencode(".png", large)[1].tobytes()
    found = {"sheet": quality.sheet, "face": quality.face}[kind](file)
    assert found is not None
    for name, measure in measured(kind).items():
        assert found[name].figure == pytest.approx(measure.figure, abs=0.05)


def test_a_page_of_one_colour_has_no_quality_to_speak_of() -> None:
    for level in (0, 128, 255):
        file = cv2.imencode(".png", np.full((400, 300), level, np.uint8))[1].tobytes()
        found = quality.sheet(file)
        assert found is not None
        assert found["sharpness"].figure == 0
        assert found["corners"].figure == 0
        assert found["exposure"].good == (level == 128)


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 2)])
def test_a_picture_of_any_shape_can_be_measured(size: tuple[int, int]) -> None:
    file = cv2.imencode(".png", np.full(size, 128, np.uint8))[1].tobytes()
    for found in (quality.sheet(file), quality.face(file)):
        assert found is not None
        assert all(0 <= measure.figure <= 1 for measure in found.values())


@pytest.mark.parametrize("file", [b"", b"no picture", b"\xff\xd8\xff\xd9"])
def test_bytes_that_are_no_picture_have_none(file: bytes) -> None:
    assert quality.sheet(file) is quality.face(file) is None
