"""Before an exam: the pledge, the tasks, the first face check, practice, the newest app; and what each of them stops."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from simulators.platform.preparation import TASKS
from tests.platform.exam import Reply, World, picture
from tests.platform.signing import Office, Person, entry


def confirmed(place: Office) -> Person:
    place.platform.enrol(entry())
    return place.person().confirmed()


def exam(person: Person) -> dict[str, object]:
    (only,) = person.ask("GET", "/exams").json["exams"]
    assert isinstance(only, dict)
    return only


def sittings(person: Person) -> dict[str, str]:
    """The sittings of 歌曲写作 by their sessions."""
    (only,) = person.ask("GET", "/exams").json["exams"]
    return {row["session"]: row["sitting"] for row in only["sittings"] if row["subject"]["id"] == "song"}


def opened(person: Person, session: str = "formal", **headers: str) -> Reply:
    return person.ask("POST", f"/sittings/{sittings(person)[session]}/open", **headers)


def test_a_sitting_is_hidden_until_its_exam_is_confirmed(place: Office) -> None:
    seats = place.platform.enrol(entry())
    owner, stranger = place.person().authenticated(), place.person("13800000002", "main-2").logged_in()
    path = f"/sittings/{seats[0].sitting}"
    for method, operation in (("GET", ""), ("POST", "/open"), ("POST", "/enter"), ("POST", "/heartbeat")):
        assert owner.ask(method, path + operation).cause == "not_confirmed"
        assert stranger.ask(method, path + operation).cause == "not_found"
    paired = owner.ask("POST", "/pair", {"code": seats[0].code})
    assert paired.cause == "code_unknown"
    assert place.platform.records()[-1]["detail"] == {"operation": "pair", "cause": "code_unknown"}


def test_nobody_gives_up_what_was_never_confirmed(place: Office) -> None:
    place.platform.enrol(entry())
    place.person().authenticated()
    place.clock.advance(place.opens + timedelta(days=5))
    assert "forfeited" not in place.words()


STEPS: list[tuple[str, Callable[[Person], object]]] = [
    ("pledge_unsigned", lambda person: person.ask("POST", "/exams/composition/pledge")),
    ("face_needed", lambda person: person.face()),
    ("tasks_open", lambda person: [person.ask("POST", f"/exams/composition/tasks/{one}") for one in TASKS]),
]


def test_the_formal_exam_asks_for_all_the_preparation_in_its_order(place: Office) -> None:
    person = confirmed(place)
    for cause, do in STEPS:
        assert opened(person).cause == cause
        do(person)
    assert opened(person).json["state"] == "exam_page"


def test_the_mock_exam_asks_for_no_tasks(place: Office) -> None:
    person = confirmed(place)
    for cause, do in STEPS[:2]:
        assert opened(person, "mock-1").cause == cause
        do(person)
    assert opened(person, "mock-1").json["state"] == "exam_page"
    assert opened(person).cause == "tasks_open"


def test_everything_is_done_once_and_needs_a_confirmed_exam(place: Office) -> None:
    place.platform.enrol(entry(majors=("composition", "arttech")))
    person = place.person().confirmed()
    for path in ("pledge", "tasks/notice", "practice"):
        told = {"event": "begun"} if path == "practice" else None
        assert person.ask("POST", f"/exams/arttech/{path}", told).cause == "not_confirmed"
        assert person.ask("POST", f"/exams/painting/{path}", told).status == 404
        for _ in range(2):
            assert person.ask("POST", f"/exams/composition/{path}", told).status == 200
    assert person.ask("POST", "/exams/composition/tasks/dance").status == 404
    shown = exam(person)
    assert shown["pledge"] == {"signed": True}
    assert [(one["id"], one["done"]) for one in shown["tasks"]] == [("notice", True), ("positions", False)]  # type: ignore[attr-defined]
    assert [place.words().count(word) for word in ("pledge_signed", "task_done", "practised")] == [1, 1, 1]


def test_practice_is_limited_by_nothing(place: Office) -> None:
    person = confirmed(place)
    for times in range(1, 31):
        assert person.ask("POST", "/exams/composition/practice", {"event": "begun"}).status == 200
        assert exam(person)["practice"] == {"times": times, "under_way": True}
        place.clock.advance(place.clock.now() + timedelta(minutes=90))
        assert person.ask("POST", "/exams/composition/practice", {"event": "ended"}).status == 200
    assert exam(person)["practice"] == {"times": 30, "under_way": False}


# --- the first face check ---


def test_a_passed_face_takes_the_red_bar_away(place: Office) -> None:
    person = confirmed(place)
    assert person.account["bars"] == {"blue": False, "red": True}
    passed = person.face().json
    assert (passed["passed"], passed["failures"], passed["account"]["face"]["state"]) == (True, 0, "passed")
    assert passed["account"]["bars"] == {"blue": False, "red": False}
    assert person.face().cause == "already_passed"


def test_failures_in_a_row_lead_to_review_and_an_approval_to_another_try(place: Office) -> None:
    person = confirmed(place)
    place.platform.script_faces(person.number, [False, False, False])
    assert [person.face().json["account"]["face"]["state"] for _ in range(3)] == [
        "needed",
        "needed",
        "review",
    ]
    assert person.account["face"] == {"state": "review", "failures": 3, "review": "needed"}
    assert person.face().cause == "face_review_needed"
    assert place.platform.reviews() == []
    for _ in range(2):
        assert person.ask("POST", "/account/face-review").json["face"]["review"] == "requested"
    place.platform.review(case(place, "account_face"), "reject", "周老师")
    assert person.account["face"] == {"state": "review", "failures": 3, "review": "rejected"}
    assert person.ask("POST", "/account/face-review").json["face"]["review"] == "requested"
    place.platform.review(case(place, "account_face"), "approve", "周老师")
    assert person.account["face"] == {"state": "needed", "failures": 0, "review": "approved"}
    assert person.face().json["passed"] is True


def case(place: Office, kind: str) -> str:
    (only,) = place.platform.reviews()
    assert only["kind"] == kind
    return str(only["id"])


def test_a_poor_picture_fails_the_first_face_check(place: Office) -> None:
    reply = confirmed(place).face(picture(64, 64, 2)).json
    assert (reply["passed"], reply["failures"]) == (False, 1)
    assert set(reply["poor"]) == {"sharpness", "exposure"}


def test_a_face_belongs_to_an_authenticated_account(place: Office) -> None:
    person = place.person().identified()
    assert person.face().cause == "not_authenticated"
    assert person.ask("POST", "/account/face-review").cause == "not_possible"


# --- releases ---


def test_an_older_app_does_not_open_an_exam(place: Office) -> None:
    person = prepared(place)
    place.platform.publish("main", "1.10.0", "")
    for version in ("1.9.9", "1.9", "0", "1.10.0-beta"):
        cause = "bad_request" if "beta" in version else "app_outdated"
        assert opened(person, X_App_Version=version).cause == cause
    assert opened(person, X_App_Version="1.10").status == 200
    assert opened(person, X_App_Version="1.9").status == 200


def prepared(place: Office) -> Person:
    place.platform.enrol(entry())
    return place.person().prepared()


def test_a_release_between_the_opening_and_the_entry_counts(world: World) -> None:
    world.to_paired().at(timedelta(minutes=-10))
    world.platform.publish("main", "2.0.0", "")
    path = f"/sittings/{world.seat.sitting}/enter"
    headers = {"Authorization": f"Bearer {world.token}", "X-App-Version": "1.0.0"}
    reply = world.http("POST", path, b"", headers)
    assert reply.cause == "app_outdated"
    assert world.http("POST", path, b"", {**headers, "X-App-Version": "2.0"}).status == 200


def test_an_older_auxiliary_app_does_not_pair(world: World) -> None:
    world.to_exam_page()
    world.platform.publish("aux", "2.0.0", "")
    body = f'{{"code": "{world.seat.code}"}}'.encode()
    reply = world.http("POST", "/pair", body, {"X-Device": "a", "X-App-Version": "1.0.0"})
    assert reply.cause == "app_outdated"
    assert world.http("POST", "/pair", body, {"X-Device": "a", "X-App-Version": "2.0.0"}).status == 200


def test_the_newest_version_is_told_to_everybody_and_survives(place: Office) -> None:
    assert place.person().ask("GET", "/releases/main").json == {"latest": "1.0.0", "notes": "首个正式版本。"}
    place.platform.publish("main", "1.2", "修复已知问题。")
    place.platform.publish("main", "1.1", "")
    place.reopen()
    assert place.person().ask("GET", "/releases/main").json == {"latest": "1.2", "notes": "修复已知问题。"}
    assert place.person().ask("GET", "/releases/watch").status == 404
    with pytest.raises(ValueError, match="give main or aux"):
        place.platform.publish("main", "next", "")
