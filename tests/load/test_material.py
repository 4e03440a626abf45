"""What load phones send: pictures that a platform takes, files that keep their digest however they are cut."""

import hashlib

import pytest

from conformance.load.content import BLOCK, File
from conformance.load.pictures import picture
from simulators.platform import images, quality


@pytest.mark.parametrize(("kind", "measures"), [("sheet", quality.sheet), ("face", quality.face)])
@pytest.mark.parametrize("size", [0, 20_000, 300_000])
def test_a_picture_is_sound_good_and_as_large_as_asked(kind: str, measures: object, size: int) -> None:
    made = picture(kind, "k000001/1", size)
    assert images.look(made).fault == ""
    assert len(made) >= size
    assert len(made) - size < 40 or size == 0
    assert callable(measures)
    assert all(measure.good for measure in measures(made).values())


def test_no_two_phones_send_the_same_picture() -> None:
    assert picture("face", "k000001/1") != picture("face", "k000002/1")
    assert picture("face", "k000001/1") == picture("face", "k000001/1")


@pytest.mark.parametrize("length", [1, 63, 64, 65, 5000, BLOCK + 200])
def test_a_file_read_in_pieces_is_the_announced_one(length: int) -> None:
    file = File("main.mp4", "video", "k1/main.mp4", length, 10)
    whole = b"".join(file.read(place, 999) for place in range(0, length, 999))
    assert len(whole) == length
    assert hashlib.sha256(whole).hexdigest() == file.sha256() == file.announced()["sha256"]


def test_files_of_different_phones_differ() -> None:
    one, other = (File("main.mp4", "video", mark, 64 + 9, 10) for mark in ("a", "b"))
    assert one.sha256() != other.sha256()
