"""What the apps record is handed in as films: whole on the platform, each phone's own, with what happened in it."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest

from simulators.phone.film_picture import EVERY
from tests.apps.stand import Hand, Stand
from tests.phone.films import Seen, watch


def arrived(exam: Stand, device: str) -> Seen:
    """The film of a phone, from the bytes that the platform keeps."""
    done = [
        row for row in exam.platform.records(0) if row["what"] == "upload_done" and row["device"] == device
    ]
    (upload,) = (row["detail"]["upload"] for row in done if row["detail"]["name"].endswith(".mp4"))
    return watch(exam.platform._house.disk.read(upload))


@pytest.fixture
def handed_in(exam: Stand) -> Stand:
    exam.to_photos()
    exam.main.tap("photo")
    exam.main.tap("photo")
    exam.main.tap("submit")
    exam.aux.tap("finish")
    exam.aux.tap("submit_song_formal")
    exam.pass_time(4 * 3600)
    return exam


def test_both_films_arrive_and_say_whose_they_are(handed_in: Stand) -> None:
    for hand, device in ((handed_in.main, "main-1"), (handed_in.aux, "aux-1")):
        seen = arrived(handed_in, device)
        (name,) = hand.phone.recorder.recordings
        assert (seen.label["device"], seen.label["app"], seen.label["recording"]) == (
            device,
            hand.package,
            name,
        )
        assert seen.label["segments"] == hand.phone.recorder.state()[name]
        assert seen.duration == pytest.approx(hand.phone.recorder.elapsed(name).total_seconds(), abs=0.1)
        assert seen.loud > 0


def test_the_main_phone_films_the_candidate_and_the_aux_phone_what_it_is_pointed_at(handed_in: Stand) -> None:
    main, aux = (arrived(handed_in, device).frames[100][1] for device in ("main-1", "aux-1"))
    assert np.abs(main.astype(np.int16) - aux).mean() > 20


def test_what_the_upload_announces_is_what_the_film_says(handed_in: Stand) -> None:
    entry = handed_in.main.app.state["uploads"][0]
    label = arrived(handed_in, "main-1").label
    assert label["nominal_bytes"] == entry["nominal_bytes"]
    assert label["factor"] == pytest.approx(entry["nominal_bytes"] / entry["bytes"])


def test_a_recording_that_went_on_after_a_crash_shows_the_gap(exam: Stand) -> None:
    exam.to_waiting()
    aux: Hand = exam.aux
    exam.pass_time(203)
    aux.phone.crash(aux.package)
    exam.pass_time(60)
    aux.phone.launch(aux.package)
    aux.tap("resume_song_formal")
    exam.pass_time(100)
    (name,) = aux.phone.recorder.recordings
    seen = watch(aux.phone.recorder.seal(name).path.read_bytes())
    first, second = aux.phone.recorder.recordings[name].segments
    assert seen.label["cut"] is True
    assert [part[2] for part in seen.label["segments"]] == ["crash", "finished"]
    assert first.end is not None
    assert 60 <= (second.start - first.end).total_seconds() < 60 + EVERY
    steps = {round(other - one, 1) for (one, _), (other, _) in pairwise(seen.frames)} - {float(EVERY)}
    (gap,) = steps
    assert timedelta(seconds=gap) >= timedelta(seconds=60)
