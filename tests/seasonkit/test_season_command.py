"""`examgate season`: a template that is sound, faults with what to do about them, differences that a vendor can read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import tomli_w

import contracts
from conformance import catalogue, cli, season
from conformance.seasonkit import differences, facts, remarks, words

SHIPPED = Path(season.__file__).parents[1] / "seasons"
TEMPLATES = sorted((Path(words.__file__).parent).glob("template.*.toml"))
ENGLISH = re.compile(r"[A-Za-z']+,? [A-Za-z']+ [A-Za-z']+")
OPTIONAL = re.compile(r"^# (?=\[|[a-z_]+ = )", re.MULTILINE)


def said(capsys: pytest.CaptureFixture[str], *given: str, lang: str = "en") -> tuple[int, str]:
    """The exit code and all that was printed, on one line."""
    code = cli.main(["season", *given, "--lang", lang])
    captured = capsys.readouterr()
    return code, " ".join((captured.out + captured.err).split())


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_template_passes_the_check(tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    assert said(capsys, "new", str(path), lang=lang)[0] == 0
    assert said(capsys, "check", str(path), lang=lang)[0] == 0


def test_the_template_is_printed_where_no_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["season", "new", "--lang", "en"]) == 0
    assert tomllib.loads(capsys.readouterr().out)["id"] == "my-school-2024"


def test_the_templates_say_the_same() -> None:
    one, other = (tomllib.loads(OPTIONAL.sub("", path.read_text(encoding="utf-8"))) for path in TEMPLATES)
    strip = re.compile(r"'source': '[^']*'")
    assert strip.sub("", repr(one)) == strip.sub("", repr(other))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_what_the_template_leaves_open_is_sound_too(tmp_path: Path, template: Path) -> None:
    path = tmp_path / "all.toml"
    path.write_text(OPTIONAL.sub("", template.read_text(encoding="utf-8")), encoding="utf-8")
    assert season.load(path).limit("mocks_required") == 1


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("mine", encoding="utf-8")
    code, told = said(capsys, "new", str(path))
    assert (code, path.read_text(encoding="utf-8")) == (3, "mine")
    assert "give another name" in told


@pytest.mark.parametrize("name", season.names())
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_shipped_seasons_pass_the_check(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, "check", name, lang=lang)
    assert code == 0
    if lang == "zh":
        quoted = re.compile(r"原文：.*?(?=  |$)")
        assert "假定" in told
        assert not ENGLISH.findall(quoted.sub("", re.sub(r"原文：[^一-鿿]*", "", told)))


def test_every_fault_of_every_file_comes_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (SHIPPED / "zjcm-2023.toml").read_text(encoding="utf-8")
    bad, worse = tmp_path / "bad.toml", tmp_path / "worse.toml"
    bad.write_text(text.replace('zone = "+08:00"', 'zone = "east"\ncolour = "red"'), encoding="utf-8")
    worse.write_text(text.replace('edition = "2023.1"\n', ""), encoding="utf-8")
    code, told = said(capsys, "check", str(bad), "zjcm-2023", str(worse))
    assert code == 3
    assert 'zone: found "east"' in told
    assert "→ change it to what is expected" in told
    assert "→ remove it, or correct its name" in told
    assert "edition: found nothing" in told
    assert "→ add it" in told
    assert "zjcm-2023.toml: sound" in told
    assert "按要求改正" in said(capsys, "check", str(bad), lang="zh")[1]


def test_majors_that_examine_at_the_same_time_are_remarked_on() -> None:
    told = [one.en for one in remarks.remarks(season.load("zjcm-2023"))]
    clashing = [one for one in told if "at the same time" in one]
    assert (
        len(clashing) == 2 + 3 + 1
    )  # song with two, the three harmonies of 13:00 pairwise, the two of design
    assert all("(C23)" in one for one in clashing)
    assert remarks.remarks(season.load("baotou-2022-dance")) == []


def edited(folder: Path, *changes: tuple[str, str]) -> season.Season:
    text = (SHIPPED / "zjcm-2023.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "edited.toml"
    path.write_text(text, encoding="utf-8")
    return season.load(path)


def test_papers_of_one_major_that_leave_no_time_are_remarked_on(tmp_path: Path) -> None:
    sooner = edited(
        tmp_path,
        (
            "start = 2023-01-12T13:00:00\n  end = 2023-01-12T15:00:00",
            "start = 2023-01-12T11:05:00\n  end = 2023-01-12T15:00:00",
        ),
    )
    assert any("has to be handed in at 11:10:30" in one.en for one in remarks.remarks(sooner))
    assert any("11:10:30" in one.zh for one in remarks.remarks(sooner))


def test_a_confirmation_after_a_waiting_room_has_opened_is_remarked_on(tmp_path: Path) -> None:
    later = edited(tmp_path, ("value = 2023-01-10T09:00:00", "value = 2023-01-10T09:50:00"))
    assert any("before exams can be confirmed" in one.en for one in remarks.remarks(later))


def test_assumed_values_are_those_that_the_file_states() -> None:
    found = {one.key for one in remarks.assumed(season.load("zjcm-2023"))}
    assert "limits.photo_minutes" in found
    assert not {key for key in found if key.startswith(("waiting.", "recording."))}


def test_nothing_changes_from_a_season_to_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "diff", "zjcm-2023", str(SHIPPED / "zjcm-2023.toml")) == (
        0,
        "nothing changes for a vendor",
    )


def test_what_changes_for_a_vendor_is_told_both_ways() -> None:
    one, other = season.load("zjcm-2023"), season.load("baotou-2022-dance")
    rows = catalogue.load().rows
    there, back = differences.difference(one, other, rows), differences.difference(other, one, rows)
    assert {turn.row.id for turn in there.ceases} == {turn.row.id for turn in back.begins} >= {"PAIR-01"}
    assert {turn.row.id for turn in there.begins} == {turn.row.id for turn in back.ceases}
    pairing = next(turn for turn in there.ceases if turn.row.id == "PAIR-01")
    assert pairing.why.en == "the season has no auxiliary phone"
    assert "the season has no auxiliary phone" in {said.en for said in there.features}
    storage = next(change for change in there.values if change.name.en == "free storage, bytes")
    assert (storage.before.en, storage.after.en) == ("20,000,000,000", "10,000,000,000")
    assert len(there.papers) == 7


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_difference_is_printed_in_one_language(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, "diff", "zjcm-2023", "zjut-2022", lang=lang)
    assert code == 0
    assert ("Rules that cease to apply" in told) is (lang == "en")
    assert ("不再适用的规则" in told) is (lang == "zh")
    if lang == "zh":
        assert not ENGLISH.findall(told)


BAD = {
    "no word": ([], "new, check, diff"),
    "a word that is none": (["chek"], "did you mean check?"),
    "nothing to check": (["check"], "takes 1 or more files"),
    "one season alone": (["diff", "zjcm-2023"], "takes 2 files"),
    "a season that is none": (["diff", "zjcm-2023", "zjcm-2032"], "did you mean zjcm-2023?"),
    "a file that is not there": (["check", "no-such.toml"], "no-such.toml"),
    "two files at once": (["new", "a", "b"], "takes 0 to 1 files"),
    "a folder that is not there": (["new", "no/such/folder/a.toml"], "cannot be written"),
}


@pytest.mark.parametrize(("given", "told"), BAD.values(), ids=BAD)
def test_what_does_not_fit_ends_with_3(
    given: list[str],
    told: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, printed = said(capsys, *given)
    assert code == 3
    assert told in printed


def test_every_key_of_a_season_has_its_words() -> None:
    schema = contracts.schema("season")["properties"]
    tables = (
        "exam",
        "waiting",
        "display",
        "interruption",
        "recording",
        "limits",
        "dates",
        "minimums",
        "support",
    )
    keys = {
        f"{table}.{key}"
        for table in tables
        for key in schema[table]["properties"]
        if key not in facts.OF_A_TABLE
    }
    assert keys - set(words.KEYS) == set()
    assert all(word.en != word.zh for word in words.KEYS.values())


def answered(tmp_path: Path, reading: str) -> str:
    path = tmp_path / "answered.toml"
    said = {
        "which": "b",
        "en": "No later.",
        "zh": "不得推迟。",
        "by": "Admissions Office",
        "date": "2022-12-20",
    }
    raw = tomllib.loads((SHIPPED / "zjcm-2023.toml").read_text(encoding="utf-8"))
    path.write_text(tomli_w.dumps({**raw, "answers": {reading: said}}), encoding="utf-8")
    return str(path)


def test_an_answer_is_a_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, "diff", "zjcm-2023", answered(tmp_path, "C05"))
    assert code == 0
    assert "answer to C05" in told
    assert "Admissions Office" in told


def test_an_answer_to_what_nobody_asked_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = said(capsys, "check", answered(tmp_path, "C99"))
    assert code == 3
    assert "answers.C99" in told
