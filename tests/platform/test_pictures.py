"""Broken pictures: refused with a cause, recorded, and never decoded where they promise too much. Sound ones are measured."""

import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import av
import cv2
import numpy as np
import pytest
from av.video.codeccontext import VideoCodecContext
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.core.chance import Chance
from simulators.phone.camera import Camera, Scene, Sheet
from simulators.platform import images
from simulators.platform.images import JPEG_TAIL, MOST_PIXELS
from tests.platform.exam import World, picture


def photo(**figures: Any) -> bytes:
    camera = Camera(Chance(1))
    camera.scene = Scene(Sheet(1), **figures)
    return camera.photo("back")


JPEG = photo()
PNG = cv2.imencode(".png", np.random.default_rng(1).integers(0, 255, (60, 40), np.uint8))[1].tobytes()
TAIL = PNG[-12:]


def stated_png(width: int, height: int) -> bytes:
    """A small PNG that states a size of its own."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    begin = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return PNG[:8] + begin + PNG[33:]


def stated_jpeg(width: int, height: int) -> bytes:
    """A JPEG that states another size in its frame header."""
    place = JPEG.index(b"\xff\xc0") + 5
    return JPEG[:place] + struct.pack(">HH", height, width) + JPEG[place + 4 :]


def damaged(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


BROKEN: Mapping[str, tuple[str, bytes]] = {
    "empty": ("not_an_image", b""),
    "text": ("not_an_image", b"this is no picture"),
    "another format": ("not_an_image", b"GIF89a" + b"\0" * 60),
    "wrong magic": ("not_an_image", b"\x88PNG" + PNG[4:]),
    "jpeg called png": ("not_an_image", PNG[:8] + JPEG[8:]),
    "png cut off": ("not_an_image", PNG[: len(PNG) // 2]),
    "jpeg cut off": ("not_an_image", JPEG[: len(JPEG) // 2]),
    "png cut off and closed": ("not_an_image", PNG[: len(PNG) // 2] + TAIL),
    "jpeg cut off and closed": ("not_an_image", JPEG[: len(JPEG) // 2] + JPEG_TAIL),
    "png with a damaged stream": ("not_an_image", damaged(PNG, 45)),
    "png of no size": ("not_an_image", stated_png(0, 0)),
    "png of half a size": ("not_an_image", stated_png(40, 0)),
    "png bomb": ("picture_too_large", stated_png(50_000, 50_000)),
    "png of 4 GB by 4 GB": ("picture_too_large", stated_png(2**32 - 1, 2**32 - 1)),
    "jpeg bomb": ("picture_too_large", stated_jpeg(65_535, 65_535)),
    "only ends": ("not_an_image", b"\xff\xd8\xff\xd9"),
    "endless segments": ("not_an_image", b"\xff\xd8" + b"\xff\xe0\0\0" * 500 + JPEG_TAIL),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_wrong_is_told(what: str) -> None:
    cause, data = BROKEN[what]
    found = images.look(data)
    assert found.fault == cause
    assert found.grey is None


def test_what_promises_too_much_is_never_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "_decoded", lambda _: pytest.fail("decoded"))
    for _, data in (case for case in BROKEN.values() if case[0] == "picture_too_large"):
        images.look(data)
    edge = int(MOST_PIXELS**0.5)
    assert images.look(stated_png(edge + 100, edge)).fault == "picture_too_large"


def to_photos(world: World) -> Callable[[bytes], Any]:
    world.to_photos()
    return lambda data: world.photo(1, data)


def to_face(world: World) -> Callable[[bytes], Any]:
    world.to_face_check()
    return lambda data: world.main("face", body=data)


@pytest.mark.parametrize("what", BROKEN)
@pytest.mark.parametrize(("way", "operation"), [(to_photos, "photo"), (to_face, "face")])
def test_a_broken_picture_is_refused_recorded_and_changes_nothing(
    world: World, way: Callable[[World], Callable[[bytes], Any]], operation: str, what: str
) -> None:
    send = way(world)
    cause, data = BROKEN[what]
    before = world.view()
    reply = send(data)
    assert (reply.status, reply.cause) == (409, cause)
    assert world.records()[-1]["detail"] == {"operation": operation, "cause": cause}
    assert world.records()[-1]["what"] == "refused"
    assert world.view() == before
    assert send(JPEG).status == 200


def test_the_record_and_the_view_tell_how_good_a_photo_is(world: World) -> None:
    world.to_photos()
    assert world.photo(1, photo(blur=0.6)).json["pages"]["quality"]["1"]["poor"] == ["sharpness"]
    recorded = world.records("photo")[-1]["detail"]["quality"]
    assert recorded == world.view()["pages"]["quality"]["1"]
    assert set(recorded) == {"sharpness", "exposure", "corners", "poor"}
    assert world.photo(1, JPEG).json["pages"]["quality"]["1"]["poor"] == []
    world.reopen()
    assert list(world.view()["pages"]["quality"]) == ["1"]


def test_a_face_in_the_dark_fails_and_is_told_to_be_dark(world: World) -> None:
    world.to_face_check()
    camera = Camera(Chance(1))
    camera.scene = Scene(darkness=0.8)
    assert world.main("face", body=camera.photo("front")).json["passed"] is False
    assert world.records("face_failed")[-1]["detail"]["quality"]["poor"] == ["exposure"]


@pytest.mark.parametrize("width", [1, 7, 40])
@pytest.mark.parametrize("height", [1, 3])
def test_small_pictures_are_pictures(width: int, height: int) -> None:
    found = images.look(picture(width, height, 200))
    assert (found.fault, found.size) == ("", (width, height))
    assert found.grey is not None
    assert found.grey.shape == (height, width)
    assert (found.grey == 200).all()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([JPEG, PNG]), st.integers(0), st.integers(0, 255), st.integers(0))
def test_whatever_is_damaged_there_is_an_answer(data: bytes, place: int, value: int, cut: int) -> None:
    place %= len(data)
    spoilt = data[:place] + bytes([value]) + data[place + 1 :]
    for bad in (spoilt, spoilt[: cut % len(data)], spoilt[cut % len(data) :]):
        found = images.look(bad)
        assert found.fault in ("", *images.FAULTS)
        assert (found.grey is None) == bool(found.fault)


@pytest.mark.parametrize("sampling", ["411", "420", "422", "440", "444", "grey"])
def test_the_grey_levels_of_a_jpeg_are_those_that_a_conversion_gives(sampling: str) -> None:
    """Widths beside the multiples that decoders like, and colours that say something."""
    noise = np.random.default_rng(7).integers(
        0, 255, (37, 61) if sampling == "grey" else (37, 61, 3), dtype=np.uint8
    )
    how = (
        []
        if sampling == "grey"
        else [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, getattr(cv2, f"IMWRITE_JPEG_SAMPLING_FACTOR_{sampling}")]
    )
    data = cv2.imencode(".jpg", noise, how)[1].tobytes()
    codec = av.CodecContext.create("mjpeg", "r")
    assert isinstance(codec, VideoCodecContext)
    converted = codec.decode(av.Packet(data))[0].to_ndarray(format="gray")
    grey = images.look(data).grey
    assert grey is not None
    assert np.array_equal(grey, converted)
