"""Submission and upload: nothing twice, nothing lost, whatever breaks on the way."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulators.phone.faults import Fault
from tests.apps.stand import Stand, stand

REACH = 150_000
"""Bytes of a request: a little more than a chunk of a recording has."""


@pytest.fixture
def photos(exam: Stand) -> Stand:
    exam.to_photos()
    exam.main.tap("photo")
    exam.main.tap("photo")
    return exam


def states(exam: Stand) -> list[str]:
    return [entry["status"] for entry in exam.main.app.state["uploads"]]


def assert_arrived(exam: Stand) -> None:
    """The platform says done only where the whole file's sha256 is the announced one."""
    assert states(exam) == ["done", "done"]
    what = exam.what()
    assert (what.count("upload_done"), what.count("submitted"), what.count("upload_corrupt")) == (2, 1, 0)


def test_a_lost_acknowledgement_is_asked_for_again_with_the_same_key(photos: Stand) -> None:
    photos.main.phone.network.faults.append(Fault("drop_answer"))
    photos.main.tap("submit")
    assert photos.main.screen == "photos"
    photos.pass_time(2)
    assert photos.main.screen == "submitted"
    photos.pass_time(3600)
    assert_arrived(photos)


@pytest.mark.parametrize("status", [401, 423, 429, 503])
def test_a_service_that_is_away_after_a_lost_acknowledgement_costs_nothing(
    photos: Stand, status: int
) -> None:
    photos.main.phone.network.faults.extend([Fault("drop_answer"), Fault("answer", status=status)])
    photos.main.tap("submit")
    photos.pass_time(3600)
    assert photos.main.screen == "submitted"
    assert_arrived(photos)


@pytest.mark.parametrize("status", [401, 423, 429, 503])
def test_so_it_is_for_the_aux_phone(photos: Stand, status: int) -> None:
    photos.aux.tap("finish")
    photos.main.tap("submit")
    photos.aux.phone.network.faults.extend([Fault("drop_answer"), Fault("answer", status=status)])
    photos.aux.tap("submit_song_formal")
    photos.pass_time(3600)
    assert photos.aux.app.state["uploads"][0]["status"] == "done"
    assert photos.what().count("aux_submitted") == 1


def test_a_submission_that_arrives_twice_counts_once(photos: Stand) -> None:
    photos.main.phone.network.faults.append(Fault("repeat"))
    photos.main.tap("submit")
    photos.pass_time(3600)
    assert_arrived(photos)


def test_a_refusal_is_shown_and_nothing_is_queued(exam: Stand) -> None:
    exam.to_photos()
    exam.main.tap("submit")
    assert exam.main.screen == "photos"
    assert exam.main.sees("notice")
    assert states(exam) == []


def test_a_photo_that_did_not_arrive_is_not_kept(exam: Stand) -> None:
    exam.to_photos()
    exam.main.phone.network.faults.append(Fault("outage"))
    exam.main.tap("photo")
    assert exam.main.see("photo_progress").text == "请拍摄第 1 页，共 2 页"
    assert not [name for name in exam.main.phone.storage.files if "page" in name]


def test_a_full_phone_says_so_before_a_photo_leaves_it(exam: Stand) -> None:
    exam.to_photos()
    exam.main.phone.storage.set_free(0)
    exam.main.tap("photo")
    assert "存储空间不足" in exam.main.see("notice").text
    assert "photo" not in exam.what()
    exam.main.phone.storage.set_free(10_000_000)
    exam.main.tap("photo")
    assert exam.what().count("photo") == 1


def test_a_phone_without_room_for_the_photos_file_says_so(photos: Stand) -> None:
    photos.main.phone.storage.set_free(0)
    photos.main.tap("submit")
    assert "存储空间不足" in photos.main.see("notice").text
    assert "submitted" not in photos.what()
    photos.main.phone.storage.set_free(10_000_000)
    photos.main.tap("submit")
    photos.pass_time(3600)
    assert_arrived(photos)


def test_on_a_slow_network_the_percentage_moves_every_few_minutes(photos: Stand) -> None:
    photos.main.phone.network.set(bytes_per_second=1_000_000)
    photos.main.tap("submit")
    photos.main.tap("submission")
    seen = []
    for _ in range(4):
        photos.pass_time(300)
        seen.append(photos.main.see("file_1_state").text)
    assert len(set(seen)) == 4, seen


@pytest.mark.parametrize("status", [401, 423, 429, 503])
def test_an_answer_from_on_the_way_forgets_nothing(photos: Stand, status: int) -> None:
    photos.main.tap("submit")
    photos.pass_time(20)
    before = photos.main.app.state["uploads"][0]["url"]
    photos.main.phone.network.faults.append(Fault("answer", status=status))
    photos.pass_time(3600)
    assert photos.main.app.state["uploads"][0]["url"] == before
    assert_arrived(photos)


def test_a_corrupt_byte_is_noticed_and_the_chunk_sent_again(photos: Stand) -> None:
    photos.main.tap("submit")
    photos.main.phone.network.faults.append(Fault("corrupt", byte=3_000))
    photos.pass_time(3600)
    assert_arrived(photos)


def test_another_network_is_no_matter(photos: Stand) -> None:
    photos.main.tap("submit")
    photos.pass_time(300)
    photos.main.phone.network.set(kind="mobile")
    photos.pass_time(60)
    photos.main.phone.network.up = False
    photos.pass_time(600)
    assert "paused" in states(photos)
    photos.main.phone.network.up = True
    photos.pass_time(7200)
    assert_arrived(photos)


def test_an_app_started_anew_goes_on_with_its_uploads(photos: Stand) -> None:
    main = photos.main
    main.tap("submit")
    photos.pass_time(400)
    offset = main.app.state["uploads"][0]["offset"]
    assert 0 < offset < main.app.state["uploads"][0]["bytes"]
    main.phone.crash(main.package)
    photos.pass_time(600)
    main.phone.launch(main.package)
    assert main.screen == "submitted"
    assert main.app.state["uploads"][0]["offset"] == offset
    photos.pass_time(3600)
    assert_arrived(photos)


def test_what_fails_again_and_again_is_shown_until_the_candidate_tries_again(photos: Stand) -> None:
    main = photos.main
    main.tap("submit")
    main.tap("submission")
    main.phone.network.faults.extend(Fault("answer", status=503) for _ in range(60))
    photos.pass_time(2000)
    assert "failed" in states(photos)
    assert main.see("reupload").text == "重新上传"
    main.phone.network.faults.clear()
    main.tap("reupload")
    photos.pass_time(3600)
    assert not main.sees("reupload")
    assert_arrived(photos)


def test_the_time_that_an_upload_takes_follows_the_bandwidth(photos: Stand) -> None:
    main = photos.main
    main.tap("submit")
    entry = main.app.state["uploads"][0]
    took = main.phone.network.seconds_for(entry["nominal_bytes"])
    photos.pass_time(took - 1)
    assert main.app.state["uploads"][0]["status"] == "uploading"
    photos.pass_time(2)
    assert main.app.state["uploads"][0]["status"] == "done"


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, REACH), min_size=1, max_size=4), st.integers(0, 1_000_000))
def test_cuts_at_any_byte_give_the_same_file(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], salt: int
) -> None:
    folder: Path = tmp_path_factory.mktemp(f"cut{salt}")
    with stand(folder) as exam:
        exam.to_photos()
        exam.main.tap("photo")
        exam.main.tap("photo")
        exam.main.tap("submit")
        exam.main.phone.network.faults.extend(Fault("cut_after", bytes=cut) for cut in cuts)
        exam.pass_time(7200)
        assert_arrived(exam)


def test_the_aux_phone_submits_after_the_main_phone_only(photos: Stand) -> None:
    aux = photos.aux
    aux.tap("finish")
    aux.tap("submit_song_formal")
    assert aux.sees("notice")
    photos.main.tap("submit")
    aux.phone.network.faults.append(Fault("drop_answer"))
    aux.tap("submit_song_formal")
    photos.pass_time(3600)
    assert aux.app.state["uploads"][0]["status"] == "done"
    assert photos.what().count("aux_submitted") == 1


def test_who_logs_in_anew_goes_on_with_the_new_token_and_nobody_else_does(photos: Stand) -> None:
    photos.main.tap("submit")
    uploads = photos.main.app.state["uploads"]
    token, account = uploads[0]["token"], uploads[0]["account"]
    for item in uploads:
        item.update(token="ended", status="failed", tries=5)
    photos.main.app.uploads.renew("somebody else", token)
    assert states(photos) == ["failed", "failed"]
    photos.main.app.uploads.renew(account, token)
    photos.pass_time(3600)
    assert_arrived(photos)


def test_what_was_submitted_is_found_without_a_network(photos: Stand) -> None:
    photos.main.tap("submit")
    photos.main.phone.network.up = False
    photos.main.tap("back")
    photos.main.tap("submission_song_formal")
    assert photos.main.screen == "submission_status"
    assert photos.main.sees("file_1")
