"""What else there is to be seen and heard: each thing shows in its view and nowhere else, each sound is its own."""

from pathlib import Path

import cv2
import numpy as np
import pytest
import yaml

import contracts
from simulators.core.chance import Chance
from simulators.phone import film_noises, film_sound, props
from simulators.phone.camera import Around, Camera, Lens, Room, Scene
from simulators.phone.scanner import Frame

PEOPLE = ("330106200503171236", "330106200503171244", "330106200503171252")
ROOM_ONLY = {"open_door", "notes", "camera_on_tripod", "no_sheet"}
FRONT_ONLY = {"card_shown"}


def seen(lens: Lens, who: str = PEOPLE[0], *names: str, words: str = "") -> Frame:
    camera = Camera(Chance("1"))
    camera.person, camera.lens = who, lens
    camera.scene, camera.around = Scene(Room()), Around(names, words)
    return camera.steady(camera.scene, lens)


def apart(one: Frame, other: Frame) -> float:
    """The share of the picture that differs."""
    return float((np.abs(one.astype(np.int16) - other).max(axis=2) > 20).mean())


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("name", props.table())
def test_each_thing_is_seen_where_it_can_be(name: str, who: str) -> None:
    for lens, blind in (("front", ROOM_ONLY), ("back", FRONT_ONLY)):
        changed = apart(seen(lens, who), seen(lens, who, name))  # type: ignore[arg-type]  # a pair of words is no Literal
        assert (changed > 0.001) is (name not in blind), (lens, changed)


def test_no_two_things_look_the_same() -> None:
    names = list(props.table())
    pictures = [(seen("front", PEOPLE[0], name), seen("back", PEOPLE[0], name)) for name in names]
    for number, one in enumerate(pictures):
        for other, name in zip(pictures[number + 1 :], names[number + 1 :], strict=True):
            assert apart(one[0], other[0]) + apart(one[1], other[1]) > 0.002, (names[number], name)


def test_words_are_written_as_they_are_given() -> None:
    one, other = (seen("front", PEOPLE[0], "writing_on_wall", words=words) for words in ("王芳", "李静"))
    assert 0 < apart(one, other) < 0.02


@pytest.mark.parametrize(
    ("around", "said"),
    [
        ({"seen": ("a dragon",)}, "there are hat,"),
        ({"heard": "thunder"}, "there are talk,"),
        ({"words": "长" * 41}, "at most 40"),
    ],
)
def test_what_is_in_no_table_is_refused_with_what_is(around: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Around(**around)  # type: ignore[arg-type]  # that is what is tried


def test_the_contract_lists_the_very_tables() -> None:
    document = yaml.safe_load(contracts.text("bench.openapi.yaml"))
    schema = document["components"]["schemas"]["Surroundings"]["properties"]
    assert schema["seen"]["items"]["enum"] == list(props.table())
    assert schema["heard"]["enum"] == ["", *film_noises.SOUNDS]


def test_who_looks_otherwise_is_another_person_for_every_candidate() -> None:
    for who in PEOPLE:
        assert apart(seen("front", who), seen("front", who, "somebody_else")) > 0.05


def test_a_photo_shows_what_the_film_shows() -> None:
    camera = Camera(Chance("1"))
    plain = camera.photo("front")
    camera.around = Around(("hat",))
    one, other = (
        np.asarray(cv2.imdecode(np.frombuffer(photo, np.uint8), cv2.IMREAD_COLOR), np.uint8)
        for photo in (plain, camera.photo("front"))
    )
    assert apart(one, other) > 0.02


def test_whoever_watches_hears_that_something_came_and_went() -> None:
    camera, told = Camera(Chance("1")), []
    camera.watch(lambda: told.append(camera.around.seen))
    camera.around = Around(("book",))
    camera.around = Around()
    assert told == [("book",), ()]


@pytest.mark.parametrize("sound", film_noises.SOUNDS)
def test_each_sound_is_louder_than_the_room_or_fainter(sound: str) -> None:
    room = film_sound.noise("a")
    heard = film_noises.heard(room, sound, film_sound.RATE)
    assert heard.shape == room.shape
    assert heard.dtype == np.int16
    ratio = float(heard.astype(np.float64).std() / room.astype(np.float64).std())
    assert ratio < 0.3 if sound == "covered" else ratio > 10


def test_a_film_of_silence_has_no_sound_in_it_whatever_is_to_be_heard() -> None:
    assert film_sound.packets("a", False, 30_000, "talk") == film_sound.packets("a", False, 30_000)
    assert film_sound.packets("a", True, 30_000, "talk") != film_sound.packets("a", True, 30_000)


def test_the_table_is_data(request: pytest.FixtureRequest) -> None:
    """A thing is added by a table of the file alone."""
    file = Path(request.config.rootpath, "simulators/phone/props.toml").read_text(encoding="utf-8")
    assert all(f"[{name}]" in file for name in props.table())
