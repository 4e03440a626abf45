"""ID cards: drawn on one side of the wall and read on the other, by contracts/id-card.md and through a camera."""

from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulators.core.chance import Chance
from simulators.phone import id_card
from simulators.phone.camera import Camera, Desk, IdCard, Scene, Sheet, Subject
from simulators.phone.id_card import LONGEST_ADDRESS, LONGEST_NAME, PROVINCES, Side
from simulators.platform import idcards
from simulators.platform.idcards import Emblem, Portrait
from tests.camera.codes import code

NUMBER = "33010620050317123X"
PRINTABLE = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=LONGEST_NAME)
DIGITS = st.text("0123456789", min_size=17, max_size=17)


def card(side: Side, name: str = "王芳", number: str = NUMBER) -> IdCard:
    return IdCard(side, name, number)


def photo(subject: Subject, seed: int = 1, **figures: Any) -> bytes:
    camera = Camera(Chance(seed))
    camera.scene = Scene(subject, **figures)
    return camera.photo("back")


@pytest.mark.parametrize("seed", range(6))
def test_a_card_held_as_usual_is_read(seed: int) -> None:
    assert idcards.read(photo(card("portrait"), seed)) == Portrait("王芳", NUMBER, "浙江省")
    assert idcards.read(photo(card("emblem"), seed)) == Emblem("浙江省公安机关", "2021.03.17-2031.03.17")


SPOILT = [
    {"darkness": 0.95},
    {"blur": 0.4},
    {"overexposure": 1.0},
    {"noise": 1.0},
    {"distance_cm": 60},
    {"tilt_deg": 85},
]
SOUND = [
    {"darkness": 0.3},
    {"blur": 0.08},
    {"overexposure": 0.1},
    {"noise": 0.1},
    {"distance_cm": 15},
    {"tilt_deg": 20},
]


@pytest.mark.parametrize("figures", SPOILT, ids=str)
@pytest.mark.parametrize("side", ["portrait", "emblem"])
def test_a_spoilt_photo_says_nothing(side: Side, figures: dict[str, float]) -> None:
    assert idcards.read(photo(card(side), 1, **figures)) is None


@pytest.mark.parametrize("figures", SOUND, ids=str)
@pytest.mark.parametrize("side", ["portrait", "emblem"])
def test_a_little_of_it_is_survived(side: Side, figures: dict[str, float]) -> None:
    assert idcards.read(photo(card(side), 1, **figures)) is not None


@pytest.mark.parametrize("subject", [Desk(), Sheet(1)])
def test_where_there_is_no_card_there_is_no_data(subject: Subject) -> None:
    assert idcards.read(photo(subject)) is None


OTHER_CODES = [
    "XYB1:s-000123:7Q2M9KXAPLRT",
    "SIMID2\tportrait\t王芳\t33010620050317123X\t浙江省",
    "SIMID1\tportrait\t王芳\t33010620050317123X",
    "SIMID1\tportrait\t\t33010620050317123X\t浙江省",
    "SIMID1\temblem\ta\tb\tc",
    "SIMID1\tback\ta\tb",
    "SIMID1",
]


@pytest.mark.parametrize("payload", OTHER_CODES)
def test_another_code_is_no_card(payload: str) -> None:
    _, file = cv2.imencode(".png", code(payload))
    assert idcards.read(file.tobytes()) is None


@pytest.mark.parametrize("file", [b"", b"text", b"\xff\xd8\xff\xd9", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_says_nothing(file: bytes) -> None:
    assert idcards.read(file) is None


@settings(max_examples=40, deadline=None)
@example(name="欧阳娜娜", digits=NUMBER[:17], last="X", side="portrait")
@given(
    name=PRINTABLE,
    digits=DIGITS,
    last=st.sampled_from("0123456789X"),
    side=st.sampled_from(["portrait", "emblem"]),
)
def test_whatever_stands_on_a_card_its_face_says_the_same(
    name: str, digits: str, last: str, side: Side
) -> None:
    held = IdCard(side, name, digits + last)
    _, file = cv2.imencode(".png", id_card.face(held))
    read = idcards.read(file.tobytes())
    assert read is not None
    assert ("\t".join(("SIMID1", side, *(getattr(read, field) for field in read.__slots__)))) == held.payload


def test_every_province_is_the_address_that_is_not_given() -> None:
    assert len(PROVINCES) == 34
    for digits, province in PROVINCES.items():
        assert IdCard("portrait", "王芳", digits + NUMBER[2:]).lives_at == province
    assert IdCard("portrait", "王芳", "99" + NUMBER[2:]).lives_at == "地址不详"


def test_the_face_is_marked_and_differs_from_person_to_person() -> None:
    one, other = (id_card.face(card("portrait", number=number)) for number in (NUMBER, "110101200606066666"))
    assert not np.array_equal(one, other)
    assert not one.flags.writeable


BAD = [
    ({"name": ""}, "name"),
    ({"name": "王" * (LONGEST_NAME + 1)}, "name"),
    ({"name": "王\t芳"}, "name"),
    ({"id_number": "123"}, "123"),
    ({"id_number": "٣" * 17 + "X"}, "17 digits"),
    ({"address": "省" * (LONGEST_ADDRESS + 1)}, "address"),
]


@pytest.mark.parametrize(("words", "named"), BAD)
def test_what_no_card_could_carry_is_refused(words: dict[str, str], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        IdCard("portrait", **{"name": "王芳", "id_number": NUMBER, **words})
