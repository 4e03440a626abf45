"""Probes ask the platform as a phone would, without its app; several may ask at the same moment."""

import json
from typing import Any

import pytest

from simulators.bench.material import PICTURES
from tests.bench import contract
from tests.bench.client import Client


def phones(world: Any) -> tuple[str, str]:
    pair = world["candidates"][0]["phones"]
    return pair["main"], pair["aux"]


def ready_to_submit(bench: Client) -> tuple[str, str]:
    """Both pages photographed; the phones."""
    main, aux = phones(bench.world("photos"))
    for page in (1, 2):
        assert bench.post("/probes/photo", udid=main, page=page)["accepted"]
    return main, aux


def test_entering_is_refused_before_the_waiting_room_opens_and_accepted_after(bench: Client) -> None:
    main, _ = phones(bench.world("paired"))
    early = bench.post("/probes/enter", udid=main)
    assert json.loads(early.pop("said"))["refused"]["cause"] == "too_early"
    assert early == {
        "accepted": False,
        "status": 409,
        "cause": "too_early",
        "at": "2023-01-12T09:40:00.000+08:00",
    }
    bench.post("/clock", to="2023-01-12T09:45:00.000+08:00")
    there = bench.post("/probes/enter", udid=main)
    assert json.loads(there.pop("said"))["state"] == "face_check"
    assert there == {
        "accepted": True, "status": 200, "cause": None, "at": "2023-01-12T09:45:00.000+08:00",
    }  # fmt: skip
    assert bench.whats()[-2:] == ["refused", "entered"]


def test_a_probe_states_the_version_that_it_is_given(bench: Client) -> None:
    main, aux = phones(bench.world("paired"))
    bench.post("/clock", to="2023-01-12T09:45:00.000+08:00")
    for role in ("main", "aux"):
        bench.post("/releases", app=role, version="2.0")
    for operation, udid in (("pair", aux), ("enter", main)):
        answers = [
            bench.post(f"/probes/{operation}", udid=udid, app_version=version) for version in ("1.9", "2")
        ]
        assert [answer["cause"] for answer in answers] == ["app_outdated", None]


def test_a_code_admits_three_phones_and_the_same_phone_again(bench: Client) -> None:
    _, aux = phones(bench.world("paired"))
    account = bench.get("/worlds/current")["candidates"][0]["account"]
    others = [bench.post("/phones", role="aux")["udid"] for _ in range(3)]
    results = [bench.post("/probes/pair", udid=udid, account=account) for udid in (aux, *others)]
    assert [result["cause"] for result in results] == [None, None, None, "code_full"]
    assert bench.post("/probes/pair", udid=aux)["accepted"]


def test_an_exam_code_pairs_with_its_account_only(bench: Client) -> None:
    bench.world("paired")
    seat = next(iter(bench.there.seats.values()))
    code = bench.there.sitting(seat.sitting).exam_code
    phone = bench.post("/phones", role="aux")["udid"]
    account = seat.person.account
    assert (
        bench.post("/probes/pair", udid=phone, exam_code="AAAAAAAA", account=account)["cause"]
        == "code_unknown"
    )
    assert (
        bench.post("/probes/pair", udid=phone, exam_code=code, account="nobody")["cause"] == "account_unknown"
    )
    assert bench.post("/probes/pair", udid=phone, exam_code=code, account=account)["accepted"]


def test_of_four_phones_at_the_same_moment_the_code_admits_what_is_left(bench: Client) -> None:
    bench.world("paired")
    account = bench.get("/worlds/current")["candidates"][0]["account"]
    probes = [
        {"operation": "pair", "udid": bench.post("/phones", role="aux")["udid"], "account": account}
        for _ in range(4)
    ]
    results = bench.post("/probes/together", probes=probes)["results"]
    assert sorted(str(result["cause"]) for result in results) == ["None", "None", "code_full", "code_full"]


def test_photos_are_pictures_in_order(bench: Client) -> None:
    main, _ = phones(bench.world("photos"))
    causes = [
        bench.post("/probes/photo", udid=main, **what)["cause"]
        for what in ({"page": 2}, {"page": 1, "image": "text"}, {"page": 1}, {"page": 2}, {"page": 3})
    ]
    assert causes == ["out_of_order", "not_an_image", None, None, "no_such_page"]


@pytest.mark.parametrize(
    ("image", "cause"),
    [("empty", "not_an_image"), ("truncated", "not_an_image"), ("huge", "picture_too_large")],
)
def test_a_broken_picture_is_refused_and_that_is_recorded(bench: Client, image: str, cause: str) -> None:
    main, _ = phones(bench.world("photos"))
    assert bench.post("/probes/photo", udid=main, page=1, image=image)["cause"] == cause
    assert bench.get("/records")["records"][-1]["detail"] == {"operation": "photo", "cause": cause}
    assert bench.post("/probes/photo", udid=main, page=1)["accepted"]


def test_the_pictures_of_a_probe_are_those_of_the_document() -> None:
    schema = contract.document()["components"]["schemas"]["PhotoProbe"]
    assert schema["properties"]["image"]["enum"] == list(PICTURES)


def test_photos_wait_for_the_end_of_the_display(bench: Client) -> None:
    main, _ = phones(bench.world("answering"))
    assert bench.post("/probes/photo", udid=main, page=1)["cause"] == "not_yet"


def test_only_a_subject_without_sheets_is_answered_on_the_phone_and_only_while_it_lasts(
    bench: Client,
) -> None:
    main, _ = phones(bench.world("answering"))
    assert bench.post("/probes/answer", udid=main, text="la")["cause"] == "has_sheet"
    main, _ = phones(bench.world("answering", subject="design-general"))
    assert bench.post("/probes/answer", udid=main, text="la")["accepted"]
    assert bench.get("/records")["records"][-1]["detail"] == {"text": "la"}
    bench.post("/clock", to="2023-01-12T11:30:00.000+08:00")
    assert bench.post("/probes/answer", udid=main, text="si")["cause"] == "too_late"


def test_submission_is_once_and_the_same_key_gives_the_same_answer(bench: Client) -> None:
    main, _ = ready_to_submit(bench)
    first = bench.post("/probes/submit", udid=main)
    bench.post("/clock", by_ms=5_000)
    again = bench.post("/probes/submit", udid=main)
    assert [
        one["submitted_at"] for one in (json.loads(again.pop("said")), json.loads(first.pop("said")))
    ] == [first["at"]] * 2
    assert again == first
    assert bench.post("/probes/submit", udid=main, idempotency_key="other")["cause"] == "already_submitted"
    assert bench.whats().count("submitted") == 1


def test_two_submissions_at_the_same_moment_are_one(bench: Client) -> None:
    main, _ = ready_to_submit(bench)
    probes = [{"operation": "submit", "udid": main, "idempotency_key": f"key-{n}"} for n in range(6)]
    results = bench.post("/probes/together", probes=probes)["results"]
    assert [result["accepted"] for result in results].count(True) == 1
    assert bench.whats().count("submitted") == 1


def test_the_aux_phone_submits_after_the_main_phone(bench: Client) -> None:
    main, aux = ready_to_submit(bench)
    assert bench.post("/probes/aux-submit", udid=aux)["cause"] in ("main_not_submitted", "still_recording")
    assert bench.post("/probes/submit", udid=main)["accepted"]
    assert bench.post("/probes/aux-submit", udid=aux)["cause"] == "still_recording"


def test_an_upload_is_sent_whole_and_its_digest_counts(bench: Client) -> None:
    main, _ = ready_to_submit(bench)
    assert bench.post("/probes/upload", udid=main)["cause"] == "not_submitted"
    bench.post("/probes/submit", udid=main)
    assert bench.post("/probes/upload", udid=main, name="other.mp4")["cause"] == "not_announced"
    assert bench.post("/probes/upload", udid=main, sha256="wrong")["cause"] == "not_announced"
    assert bench.post("/probes/upload", udid=main)["accepted"]
    assert bench.whats()[-2:] == ["upload_started", "upload_done"]


def test_what_was_submitted_and_how_much_of_it_has_arrived_can_be_looked_up(bench: Client) -> None:
    main, _ = ready_to_submit(bench)
    sitting = bench.get("/worlds/current")["candidates"][0]["sittings"]
    formal = next(one["sitting"] for one in sitting if (one["subject"], one["session"]) == ("song", "formal"))
    assert bench.get(f"/uploads/{formal}") == {"files": []}
    bench.post("/probes/submit", udid=main)
    (file,) = bench.get(f"/uploads/{formal}")["files"]
    assert (file["phone"], file["received"], file["state"]) == ("main", 0, "queued")
    bench.post("/probes/upload", udid=main)
    (file,) = bench.get(f"/uploads/{formal}")["files"]
    assert (file["received"], file["state"]) == (file["bytes"], "done")
    assert bench.ask("GET", "/uploads/nobody")[0] == 404


def test_another_phone_uploads_nothing_of_what_was_submitted(bench: Client) -> None:
    main, _ = ready_to_submit(bench)
    account = bench.get("/worlds/current")["candidates"][0]["account"]
    bench.post("/probes/submit", udid=main)
    other = bench.post("/phones", role="main")["udid"]
    assert bench.post("/probes/upload", udid=other, account=account)["cause"] == "other_phone"
    assert bench.post("/probes/upload", udid=main)["accepted"]


def test_a_platform_that_starts_anew_knows_what_it_had_written_down(bench: Client) -> None:
    main, _ = ready_to_submit(bench)
    assert bench.post("/probes/submit", udid=main)["accepted"]
    before = bench.get("/records")
    assert bench.ask("POST", "/platform/restart")[0] == 204
    assert bench.get("/records") == before
    assert bench.post("/probes/submit", udid=main)["accepted"]
    assert bench.post("/probes/upload", udid=main)["accepted"]


@pytest.mark.parametrize("operation", ["enter", "submit", "upload"])
def test_a_phone_that_belongs_to_nobody_must_say_for_whom_it_asks(bench: Client, operation: str) -> None:
    bench.world("paired")
    phone = bench.post("/phones", role="main")["udid"]
    status, payload = bench.ask("POST", f"/probes/{operation}", udid=phone)
    assert (status, payload["error"]["field"]) == (400, "account")


def test_probes_together_are_checked_before_any_is_fired(bench: Client) -> None:
    main, _ = phones(bench.world("photos"))
    before = bench.get("/records")
    good = {"operation": "photo", "udid": main, "page": 1}
    for bad, field in (
        ({"operation": "dance", "udid": main}, "probes[1].operation"),
        ({"operation": "photo", "udid": main}, "probes[1].page"),
        ({"operation": "photo", "udid": main, "page": 0}, "probes[1].page"),
    ):
        status, payload = bench.ask("POST", "/probes/together", probes=[good, bad])
        assert (status, payload["error"]["field"]) == (400, field)
    assert bench.ask("POST", "/probes/together", probes=[good, {"operation": "enter", "udid": "x"}])[0] == 404
    assert bench.get("/records") == before


@pytest.mark.parametrize(("away_ms", "what"), [(120_000, "returned"), (120_001, "failed")])
def test_a_phone_that_comes_back_without_its_app_is_in_time_or_not(
    bench: Client, away_ms: int, what: str
) -> None:
    main, _ = phones(bench.world("answering"))
    bench.put(f"/phones/{main}/app", crash="com.xiaoyibang.main")
    bench.post("/clock", by_ms=away_ms)
    assert bench.post("/probes/return", udid=main)["accepted"]
    assert bench.whats()[-2:] == ["interrupted", what]
