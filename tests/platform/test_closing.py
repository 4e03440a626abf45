"""Photos, submission and the auxiliary phone's own end of the exam."""

from datetime import timedelta

import pytest

from tests.platform.exam import World, a_file, picture

FILES = [a_file("main.mp4", b"film"), a_file("sheets.zip", b"pages", "photo-set")]


def test_pages_are_taken_in_order(world: World) -> None:
    world.to_photos()
    assert world.photo(2).cause == "out_of_order"
    pages = world.photo(1).json["pages"]
    assert (pages["required"], pages["accepted"], list(pages["quality"])) == (2, [1], ["1"])
    assert world.submit().cause == "pages_missing"
    assert world.photo(2).json["state"] == "ready"
    assert world.photo(3).cause == "no_such_page"
    assert world.photo(0).cause == "no_such_page"


def test_a_page_may_be_taken_again_until_the_submission(world: World) -> None:
    world.to_ready()
    again = picture(shade=77)
    assert world.photo(1, again).json["pages"]["accepted"] == [1, 2]
    last = world.records("photo")[-1]["detail"]
    assert world.platform._house.disk.picture(last["sha256"]) == again
    world.submit()
    assert world.photo(1).cause == "already_submitted"


def test_the_same_page_sent_twice_is_one_photo(world: World) -> None:
    world.to_photos()
    assert world.photo(1).status == world.photo(1).status == 200
    assert len(world.records("photo")) == 1


def test_a_submission_with_the_same_key_is_the_same_submission(world: World) -> None:
    world.to_ready()
    first = world.submit(FILES).json
    world.at(timedelta(minutes=1), "photo_ends")
    again = world.submit(FILES).json
    assert again["submitted_at"] == first["submitted_at"]
    assert [row["name"] for row in again["uploads"]] == ["main.mp4", "sheets.zip"]
    assert world.words().count("submitted") == 1


@pytest.mark.parametrize(("files", "key"), [(FILES, "k2"), ([], "k1"), (FILES[:1], "k1")], ids=range(3))
def test_another_submission_is_refused(world: World, files: list[dict[str, object]], key: str) -> None:
    world.to_submitted(FILES)
    assert world.submit(files, key).cause == "already_submitted"


def test_two_files_of_one_name_are_malformed(world: World) -> None:
    world.to_ready()
    assert world.submit([FILES[0], FILES[0]]).cause == "bad_request"


def test_without_sheets_there_is_an_answer_and_no_photo(sheetless: World) -> None:
    sheetless.to_answering()
    assert sheetless.main("answers", {"text": "first"}).status == 200
    assert sheetless.main("answers", {"text": "second"}).json["answer"] == "second"
    assert sheetless.photo(1).cause == "no_sheet"
    assert sheetless.submit().cause == "not_yet"
    sheetless.beat_until(timedelta(seconds=1), "end")
    assert sheetless.submit().status == 200


def test_with_sheets_there_is_no_typed_answer(world: World) -> None:
    world.to_answering()
    assert world.main("answers", {"text": "x"}).cause == "has_sheet"


def test_the_status_names_every_file_of_both_phones(world: World) -> None:
    world.to_submitted(FILES)
    world.aux("stop", {"cause": "finished"})
    world.aux("submit", {"idempotency_key": "a", "files": [a_file("aux.mp4", b"side")]})
    status = world.main("submission", method="GET").json
    assert [(row["name"], row["phone"], row["state"], row["received"]) for row in status["files"]] == [
        ("main.mp4", "main", "queued", 0),
        ("sheets.zip", "main", "queued", 0),
        ("aux.mp4", "aux", "queued", 0),
    ]


class TestAuxiliaryPhone:
    def submission(self, world: World, key: str = "a") -> str | None:
        return world.aux("submit", {"idempotency_key": key, "files": []}).cause

    def test_it_hands_in_after_the_main_phone(self, world: World) -> None:
        world.to_ready()
        assert self.submission(world) == "still_recording"
        world.aux("stop", {"cause": "finished"})
        assert self.submission(world) == "main_not_submitted"
        assert world.aux("", method="GET").json["main_submitted"] is False
        world.submit()
        assert world.aux("heartbeat").json["main_submitted"] is True
        assert self.submission(world) is None
        assert self.submission(world) is None
        assert self.submission(world, "b") == "already_submitted"
        assert world.words().count("aux_submitted") == 1

    def test_it_has_no_deadline(self, world: World) -> None:
        world.to_submitted().at(timedelta(days=1), "auto_end")
        assert world.aux("", method="GET").json["state"] == "stopped"
        assert self.submission(world) is None

    def test_nothing_recorded_is_nothing_to_hand_in(self, world: World) -> None:
        world.to_exam_page().pair()
        assert self.submission(world) == "nothing_recorded"

    @pytest.mark.parametrize("cause", ["finished", "accident", "interrupted"])
    def test_recording_goes_on_after_an_accident(self, world: World, cause: str) -> None:
        world.to_waiting()
        assert world.aux("stop", {"cause": cause}).json["recording"] is False
        assert world.aux("resume").json["recording"] is True
        assert world.words()[-2:] == ["aux_stopped", "aux_resumed"]

    def test_the_same_request_again_records_nothing(self, world: World) -> None:
        world.to_paired()
        assert world.aux("record").status == 200
        assert world.aux("stop", {"cause": "finished"}).status == 200
        assert world.aux("stop", {"cause": "finished"}).status == 200
        assert world.words() == ["opened", "paired", "aux_recording", "aux_stopped"]

    def test_the_end_by_the_clock_is_recorded_once(self, world: World) -> None:
        world.to_submitted().at(timedelta(0), "auto_end")
        assert world.aux("stop", {"cause": "auto"}).json["state"] == "stopped"
        stopped = world.records("aux_stopped")
        assert [row["detail"]["cause"] for row in stopped] == ["auto"]
        assert world.aux("resume").cause == "too_late"

    def test_no_recording_begins_for_an_exam_that_is_over(self, world: World) -> None:
        world.to_exam_page().pair()
        world.at(timedelta(0))
        assert world.aux("record").cause == "already_over"

    def test_its_token_opens_its_own_binding_only(self, world: World) -> None:
        world.to_paired().pair("aux-2")
        world.bindings["aux-1"] = (world.bindings["aux-1"][0], world.bindings["aux-2"][1])
        assert world.aux("", method="GET").cause == "not_found"
        world.token = world.bindings["aux-2"][1]
        assert world.main("", method="GET").cause == "wrong_phone"
        assert world.main("submission", method="GET").status == 200
