"""The registration site: who is let in, which sheets there are and when, and what the school puts right."""

import base64
import io
from typing import Any

import pytest
import urllib3
from pypdf import PdfReader

from conformance.season import load
from simulators.around import sheets
from tests.bench.client import Client

SEASON = load("zjcm-2023")
OPEN = "2023-01-09T15:00:00+08:00"


def downloads(bench: Client, account: str, **wish: Any) -> Any:
    return bench.post("/school/downloads", account=account, **wish)


def newcomer(bench: Client, subject: str = "song", **registration: Any) -> str:
    world = bench.world("enrolled", subject=subject, candidates=[{"registration": registration}])
    return str(world["candidates"][0]["account"])


def causes(found: Any) -> list[str | None]:
    return [file["refused"] and file["refused"]["cause"] for file in found["files"]]


@pytest.mark.parametrize("subject", [one for one in SEASON.subjects if one.has_sheet], ids=lambda one: one.id)
def test_a_document_has_the_pages_of_its_subject_and_draft_paper_on_a4(subject: Any) -> None:
    pages = PdfReader(io.BytesIO(sheets.pdf(SEASON, subject))).pages
    assert len(pages) == subject.pages + sheets.layout()["draft_pages"]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    texts = [page.extract_text() for page in pages]
    assert all(subject.name in text for text in texts)
    assert all(
        field["name"] in text for text in texts[: subject.pages] for field in sheets.layout()["fields"]
    )
    assert "草稿纸" in texts[-1]
    assert "准考证号" not in texts[-1]


def test_a_document_is_the_same_each_time_and_none_without_sheets() -> None:
    assert sheets.pdf(SEASON, SEASON.subject("song")) == sheets.pdf(SEASON, SEASON.subject("song"))
    with pytest.raises(ValueError, match="no answer sheet"):
        sheets.pdf(SEASON, SEASON.subject("design-general"))


@pytest.mark.parametrize(
    ("at", "cause"),
    [
        ("2023-01-09T14:59:59.999+08:00", "too_early"),
        ("2023-01-09T15:00:00.000+08:00", None),
        ("2023-01-10T15:00:00.000+08:00", None),
        ("2023-01-10T15:00:00.001+08:00", "too_late"),
    ],
)
def test_sheets_are_downloaded_within_the_window_both_ends_included(
    bench: Client, at: str, cause: str | None
) -> None:
    account = newcomer(bench)
    bench.post("/clock", to=at)
    found = downloads(bench, account)
    assert causes(found) == [cause, cause]
    assert [one["subject"] for one in found["offered"]] == ["song", "harmony"]
    assert all((file["pdf"] is None) == (cause is not None) for file in found["files"])


def test_what_is_downloaded_is_the_document(bench: Client) -> None:
    account = newcomer(bench)
    bench.post("/clock", to=OPEN)
    (file,) = downloads(bench, account, subjects=["song"])["files"]
    assert base64.b64decode(file["pdf"]) == sheets.pdf(SEASON, SEASON.subject("song"))


@pytest.mark.parametrize(
    ("subject", "wanted", "cause"),
    [
        ("design-general", "design-general", "no_sheet"),
        ("song", "choral-harmony", "not_yours"),
        ("song", "painting", "not_yours"),
    ],
)
def test_there_is_no_other_document(bench: Client, subject: str, wanted: str, cause: str) -> None:
    account = newcomer(bench, subject)
    bench.post("/clock", to=OPEN)
    assert causes(downloads(bench, account, subjects=[wanted])) == [cause]


def test_a_major_without_sheets_is_offered_none(bench: Client) -> None:
    account = newcomer(bench, "design-general")
    bench.post("/clock", to=OPEN)
    assert downloads(bench, account)["offered"] == []


@pytest.mark.parametrize(
    ("wish", "cause"),
    [({"id_number": "110101200001010015"}, "not_registered"), ({"password": "000000"}, "wrong_password")],
)
def test_who_is_not_registered_or_mistypes_is_not_let_in(bench: Client, wish: Any, cause: str) -> None:
    found = downloads(bench, newcomer(bench), **wish)
    assert (found["logged_in"], found["refused"]["cause"]) == (False, cause)


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer x.y", "Basic x.y"])
def test_without_a_login_there_is_nothing(bench: Client, token: str) -> None:
    newcomer(bench)
    url = f"{bench.there.town.where('school')}/sheets/song.pdf"
    answer = urllib3.request("GET", url, headers={"Authorization": token})
    assert (answer.status, answer.json()["refused"]["cause"]) == (401, "not_logged_in")


def test_the_site_shows_what_is_registered_and_no_copy_of_it(bench: Client) -> None:
    account = newcomer(bench, name="王方")
    person = bench.there.seat(account)
    school = bench.there.town.where("school")
    login = {"id_number": person.registration.id_number, "password": person.registration.id_number[-6:]}
    token = urllib3.request("POST", f"{school}/login", json=login).json()["token"]
    headers = {"Authorization": f"Bearer {token}"}
    assert urllib3.request("GET", f"{school}/registration", headers=headers).json()["name"] == "王方"
    bench.post("/school/contacts", account=account)
    assert (
        urllib3.request("GET", f"{school}/registration", headers=headers).json()["name"] == person.person.name
    )


@pytest.mark.parametrize(
    ("registration", "fields"),
    [
        ({"name": "王方"}, ["name"]),
        ({"province": "香港特别行政区"}, ["province"]),
        ({"id_number": "110101200001010015"}, ["id_number"]),
        ({"majors": []}, ["majors"]),
        ({"majors": ["arttech"]}, ["majors"]),
        ({}, []),
    ],
)
def test_the_school_puts_right_what_differs_and_nothing_else(
    bench: Client, registration: Any, fields: list[str]
) -> None:
    account = newcomer(bench, **registration)
    said = bench.post("/school/contacts", account=account)
    assert said["corrected"] == fields
    there = said["candidate"]
    assert there["registration"]["majors"] == ["composition"]
    assert (there["registration"]["name"], there["registration"]["id_number"]) == (
        there["name"],
        there["id_number"],
    )
    assert {one["subject"] for one in there["sittings"]} == {"song", "harmony"}
    assert there["admission_number"]
    assert bench.post("/school/contacts", account=account)["corrected"] == []


def test_what_has_been_confirmed_is_not_taken_away(bench: Client) -> None:
    world = bench.world("confirmed")
    there = bench.there
    entry = there.seat(world["candidates"][0]["account"]).registration
    with pytest.raises(ValueError, match="composition has been confirmed"):
        there.platform.correct(entry.id_number, type(entry)(entry.id_number, entry.name, majors=("arttech",)))
    with pytest.raises(KeyError, match="nobody is registered"):
        there.platform.correct("nobody", entry)
    before = [seat.sitting for seat in there.platform.sittings_of(world["candidates"][0]["account"])]
    assert before == [seat.sitting for seat in there.platform.correct(entry.id_number, entry)]
