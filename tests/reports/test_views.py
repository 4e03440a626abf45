"""The views of a run: the same results give the same bytes, a view is there whole or not at all."""

import hashlib
from pathlib import Path

import pytest

import reports
from reports import form, views
from tests.reports.hostile import NAMES
from tests.reports.sample import sample
from tests.reports.sample_rules import rule


def digests(folder: Path) -> dict[str, str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("view", reports.VIEWS)
def test_rendering_twice_gives_the_same_bytes(tmp_path: Path, view: str) -> None:
    sample(tmp_path)
    before = digests(tmp_path)
    reports.render(tmp_path, [view])
    once = digests(tmp_path)
    assert once != before, "something was written"
    reports.render(tmp_path, [view])
    assert digests(tmp_path) == once


def test_a_run_writes_what_it_always_wrote(tmp_path: Path) -> None:
    sample(tmp_path)
    places = reports.render(tmp_path)
    assert [place.name for place in places] == ["index.html", "junit.xml"]


def test_views_lie_elsewhere_where_that_is_asked_for(tmp_path: Path) -> None:
    results = sample(tmp_path / "run")
    before = digests(tmp_path / "run")
    reports.write(results, tmp_path / "run", list(reports.VIEWS), "en", tmp_path / "new" / "place")
    assert digests(tmp_path / "run") == before
    assert {path.name for path in (tmp_path / "new" / "place").iterdir()} == {
        view.place for view in reports.VIEWS.values()
    }


@pytest.mark.parametrize("view", ["html", "allure"])
def test_what_cannot_be_made_leaves_the_old_view_and_nothing_half_written(
    tmp_path: Path, view: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = sample(tmp_path)
    reports.render(tmp_path, [view])
    before = digests(tmp_path)

    def broken(place: Path, data: bytes) -> int:
        with place.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", broken)
    with pytest.raises(OSError, match="No space"):
        views.write(results, tmp_path, [view], "en")
    monkeypatch.undo()
    assert digests(tmp_path) == before


@pytest.mark.parametrize("view", ["markdown", "text", "allure"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_stops_no_view(tmp_path: Path, view: str, name: str) -> None:
    step = form.Step(keyword="Then", text=form.Text(name, name), status="not_met", expected=name, seen=name)
    scenario = form.Scenario(
        id=f"features/pairing/x.feature#{name}",
        name=form.Text(name, name),
        file="features/pairing/x.feature",
        line=1,
        rules=("PAIR-01",),
        basis="text",
        verdict="FAIL",
        steps=(step,),
        rerun=name,
    )
    row = rule("PAIR-01", name, name, verdict="FAIL", scenarios=(scenario.id,))
    target = form.Target(name=name, kind="device", under_test=name)
    sample(tmp_path, rules=(row,), scenarios=(scenario,), target=target)
    (place,) = reports.render(tmp_path, [view])
    made = [place] if place.is_file() else sorted(place.iterdir())
    for file in made:
        text = file.read_text(encoding="utf-8")
        assert not set(text) & {chr(code) for code in (*range(9), 0x1B, 0x7F, 0x202E)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_text_lists_every_rule_and_what_was_judged(tmp_path: Path, language: form.Language) -> None:
    results = sample(tmp_path)
    (place,) = reports.render(tmp_path, ["text"], language)
    lines = place.read_text(encoding="utf-8").splitlines()
    for row in results.rules:
        assert any(line.strip().startswith(row.id) and row.title.within(language) in line for line in lines)
    assert any(results.season.id in line for line in lines)
    assert ("Rules to look at" in lines) is (language == "en")


def test_the_text_is_the_same_on_any_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample(tmp_path)
    (place,) = reports.render(tmp_path, ["text"])
    plain = place.read_bytes()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    reports.render(tmp_path, ["text"])
    assert place.read_bytes() == plain
    assert b"\x1b" not in plain
