"""The face check: a picture passes, three failures in a row lead to the review desk."""

from datetime import timedelta

import pytest

from simulators.platform.refusals import Refusal
from tests.platform.exam import ACCOUNT, World, grey_png, picture, portrait


def test_a_picture_passes(world: World) -> None:
    reply = world.to_face_check().main("face", body=portrait()).json
    assert (reply["passed"], reply["failures"], reply["view"]["state"]) == (True, 0, "waiting")


@pytest.mark.parametrize(
    "body", [b"", b"GIF89a", picture()[:-1], b"\xff\xd8\xff\xd9", picture(0, 0)], ids=range(5)
)
def test_what_is_no_picture_is_no_failure(world: World, body: bytes) -> None:
    world.to_face_check()
    assert world.main("face", body=body).cause == "not_an_image"
    assert world.view()["face"]["failures"] == 0


def test_the_third_failure_in_a_row_leads_to_review(world: World) -> None:
    world.to_face_check().platform.script_faces(ACCOUNT, [False] * 3)
    states = [world.main("face", body=portrait()).json["view"]["state"] for _ in range(3)]
    assert states == ["face_check", "face_check", "face_review"]
    assert world.view()["face"] == {"failures": 3, "review": "needed"}
    assert world.main("enter").cause == "face_review_needed"
    assert world.main("face-review").json["face"]["review"] == "requested"
    world.platform.approve_face_review(world.seat.sitting)
    assert world.view()["face"] == {"failures": 0, "review": "approved"}
    assert world.state == "exam_page"
    assert world.main("enter").json["state"] == "face_check"
    assert world.main("face", body=portrait()).json["passed"] is True


def test_a_pass_resets_the_count(world: World) -> None:
    world.to_face_check().platform.script_faces(ACCOUNT, [False, False, True, False, False])
    for _ in range(3):
        world.main("face", body=portrait())
    assert world.state == "waiting"
    world.main("left", {"cause": "exit"})
    world.main("enter")
    assert [world.main("face", body=portrait()).json["failures"] for _ in range(2)] == [1, 2]
    assert world.state == "face_check"


def test_entering_again_does_not_reset_the_count(world: World) -> None:
    world.to_face_check().platform.script_faces(ACCOUNT, [False] * 3)
    for _ in range(2):
        world.main("face", body=portrait())
        world.main("left", {"cause": "exit"})
        world.main("enter")
    assert world.main("face", body=portrait()).json["view"]["state"] == "face_review"


def test_review_is_too_late_at_the_start(world: World) -> None:
    world.to_face_check().platform.script_faces(ACCOUNT, [False] * 3)
    for _ in range(3):
        world.main("face", body=portrait())
    world.at(timedelta(0))
    assert world.main("face-review").cause == "too_late"
    with pytest.raises(Refusal, match="too_late"):
        world.platform.approve_face_review(world.seat.sitting)
    assert world.state == "forfeited"


def test_a_sitting_that_waits_for_no_review_cannot_be_approved(world: World) -> None:
    with pytest.raises(Refusal, match="not_possible"):
        world.platform.approve_face_review(world.seat.sitting)


POOR = {"dark": 0.06, "overexposed": 40.0}
"""How bright the same scene is, as a factor."""


@pytest.mark.parametrize("scene", POOR)
def test_a_picture_that_is_too_dark_or_overexposed_fails_and_says_so(world: World, scene: str) -> None:
    side = 480
    lines = [
        bytes(min(255, int((200 if (x // 40 + y // 40) % 2 else 70) * POOR[scene])) for x in range(side))
        for y in range(side)
    ]
    reply = world.to_face_check().main("face", body=grey_png(side, side, lines)).json
    assert (reply["passed"], reply["failures"]) == (False, 1)
    assert "exposure" in reply["poor"]
    assert world.records("face_failed")[0]["detail"]["quality"]["poor"] == reply["poor"]


def test_a_blurred_picture_fails(world: World) -> None:
    side = 480
    slope = [bytes(70 + x * 130 // side for x in range(side))] * side
    reply = world.to_face_check().main("face", body=grey_png(side, side, slope)).json
    assert (reply["passed"], reply["poor"]) == (False, ["sharpness"])


def test_a_scripted_result_counts_whatever_the_picture(world: World) -> None:
    world.to_face_check().platform.script_faces(ACCOUNT, [True])
    reply = world.main("face", body=picture(shade=0)).json
    assert (reply["passed"], reply["poor"]) == (True, [])
