"""From a plan to what is needed: counted exactly, kept within the deadline, and said where no ingest would help."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import contracts
from conformance.capacity import answering, demand, plan, sizing
from conformance.capacity.form import Capacity, schema
from conformance.capacity.page import page
from conformance.capacity.plan import Arrival, Plan
from conformance.capacity.simulation import simulate
from conformance.capacity.words import groups, wording
from conformance.cli import main
from conformance.faults import FileError
from conformance.naming import UnknownName
from reports.form import Language

PLAN = plan.load("two-phones")


def changed(**parts: object) -> Plan:
    return msgspec.structs.replace(PLAN, **parts)


@pytest.fixture(scope="module")
def answer() -> Capacity:
    return answering.answered(PLAN, 500)


@given(st.integers(1, 10**7), st.sampled_from(["even", "front", "back", "instant"]), st.floats(0, 1000))
def test_nobody_is_lost_and_nobody_counted_twice(whole: int, shape: str, within: float) -> None:
    arrival = Arrival(shape=shape, after="waiting_opens", within=within)
    found = list(demand.counted(arrival, PLAN, whole))
    assert sum(count for _, count in found) == whole
    assert all(0 <= at <= max(within, 1) for at, _ in found)


@given(st.integers(0, 10**6), st.lists(st.floats(0.01, 1), min_size=1, max_size=6), st.integers(0, 999))
def test_a_count_is_split_whole(count: int, shares: list[float], turn: int) -> None:
    whole = sum(shares)
    found = demand.split(count, tuple(one / whole for one in shares), turn)
    assert sum(found) == count
    assert all(abs(one - count * share / whole) <= 1 for one, share in zip(found, shares, strict=True))


@pytest.mark.parametrize("candidates", [1, 17, 1000, 10_000_000])
def test_every_candidate_uploads_two_films_and_the_pages(candidates: int) -> None:
    asked = demand.demand(PLAN, candidates)
    kinds = {
        kind: sum(one.count for one in asked.cohorts if asked.ways[one.way].kind == kind)
        for kind in ("main", "aux", "photos")
    }
    assert kinds == {"main": candidates, "aux": candidates, "photos": candidates * PLAN.pages}


def test_the_least_ingest_keeps_the_deadline_and_a_little_less_does_not(answer: Capacity) -> None:
    assert answer.reachable
    first = answer.choices[0]
    assert (first.films_late, first.photos_late) == (0, 0)
    assert answer.last_upload <= answer.deadline
    found = sizing.sized(PLAN, 500)
    less = simulate(found.needs, found.outcomes[0][0] * 0.99)
    assert less.last > found.limits.films


def test_more_ingest_is_never_later(answer: Capacity) -> None:
    ends = [one.last_upload for one in answer.choices]
    assert ends == sorted(ends, reverse=True)
    assert answer.choices[-1].ingest_mbit is None


def test_ten_times_the_candidates_need_ten_times_the_ingest(answer: Capacity) -> None:
    many = answering.answered(PLAN, 5000)
    assert many.needed_mbit == pytest.approx(10 * answer.needed_mbit, rel=0.01)
    assert many.totals.bytes == pytest.approx(10 * answer.totals.bytes, rel=0.001)


def test_uplinks_that_are_too_slow_are_named_with_the_rate_that_would_do() -> None:
    tight = changed(uploads=msgspec.structs.replace(PLAN.uploads, done_minutes=60))
    found = answering.answered(tight, 500)
    assert not found.reachable
    assert [one.uplink for one in found.slow] == ["poor"]
    kbit = found.slow[0].kbit
    kept = plan.Recording(kbit=kbit)
    assert answering.answered(msgspec.structs.replace(tight, main=kept, aux=kept), 500).reachable


def test_a_share_in_time_may_be_less_than_all() -> None:
    uploads = msgspec.structs.replace(PLAN.uploads, done_minutes=60, in_time=0.85)
    assert answering.answered(changed(uploads=uploads), 500).reachable


def test_what_is_sent_twice_is_stored_once_and_copies_are_all_stored() -> None:
    twice = changed(uploads=msgspec.structs.replace(PLAN.uploads, sent_twice=1.0, copies=3))
    totals = answering.answered(twice, 10).totals
    plain = answering.answered(
        changed(uploads=msgspec.structs.replace(PLAN.uploads, sent_twice=0.0, copies=1)), 10
    ).totals
    assert totals.storage_bytes == 3 * plain.storage_bytes
    photos = 10 * PLAN.pages * PLAN.photos.bytes
    assert totals.bytes == pytest.approx(2 * (plain.bytes - photos) + photos)


def test_the_busiest_second_has_heartbeats_and_what_comes_at_once(answer: Capacity) -> None:
    assert PLAN.heartbeats is not None
    assert answer.requests.by_name["heartbeats"] == 500 * 2 / PLAN.heartbeats.seconds
    assert answer.requests.peak == pytest.approx(sum(answer.requests.by_name.values()), abs=0.5)


def test_processes_are_enough_for_both(answer: Capacity) -> None:
    many = answering.answered(PLAN, 1_000_000)
    assert many.processes.needed == max(many.processes.for_requests, many.processes.for_ingest)
    one = PLAN.process
    assert many.processes.for_requests * one.requests_per_second * one.used >= many.requests.peak
    assert many.processes.for_ingest * one.ingest_mbit * one.used >= many.needed_mbit
    assert answer.processes.needed == 1


def test_a_season_without_sheets_has_no_photos() -> None:
    sitting = plan.Sitting(season="zjcm-2023", subject="design-general", session="formal")
    found = answering.answered(changed(sitting=sitting), 10)
    assert found.totals.files == 20


def test_it_fits_its_schema(answer: Capacity) -> None:
    assert contracts.schema("capacity") == schema()
    Draft202012Validator(contracts.schema("capacity")).validate(
        msgspec.json.decode(msgspec.json.encode(answer))
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_shows_the_answer(answer: Capacity, language: Language) -> None:
    text = page(answer, language)
    assert text == page(answer, language)
    assert text.count('<svg class="chart') == 3
    assert wording()["estimate"].zh in text


BAD = {
    "no uplink": ("[[uplinks]]\nname", "[[uplinkz]]\nname"),
    "a subject that is none": ('subject = "song"', 'subject = "opera"'),
    "a rate of nothing": ("kbit = 2500", "kbit = 0"),
    "a shape that is none": ('shape = "back"', 'shape = "round"'),
}


@pytest.mark.parametrize(("good", "bad"), BAD.values(), ids=BAD)
def test_what_is_wrong_with_a_plan_is_said(good: str, bad: str, tmp_path: Path) -> None:
    shipped = Path(plan.__file__).parent / "plans" / "two-phones.toml"
    file = tmp_path / "mine.toml"
    file.write_text(shipped.read_text(encoding="utf-8").replace(good, bad), encoding="utf-8")
    with pytest.raises(FileError):
        plan.load(str(file))


def test_a_plan_that_is_none_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownName, match="two-phones"):
        plan.load("three-phones")


def test_the_command_prints_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["capacity", "--candidates", "1000000", "--out", str(tmp_path), "--lang", "zh"]) == 0
    assert "1,000,000" in capsys.readouterr().out
    found = json.loads((tmp_path / "capacity.json").read_text(encoding="utf-8"))
    assert found["candidates"] == 1_000_000
    assert (tmp_path / "index.html").exists()
    assert main(["capacity", "--candidates", "10", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "examgate-capacity/1"


@pytest.mark.parametrize("words", [["--candidates", "0"], ["--candidates", "many"], ["--plan", "none-such"]])
def test_bad_input_is_3(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["capacity", *words]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_every_word_is_there_in_both_languages() -> None:
    for rows in groups().values():
        for key, said in rows.items():
            assert said.en, key
            assert re.search(r"[\u4e00-\u9fff]", said.zh), key
