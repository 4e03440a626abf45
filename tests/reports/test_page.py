"""The page as a file: one, the same each time, in two languages, asking nobody for anything."""

import base64
import json
import re
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import html

import reports
from reports import form
from reports.bundle import bundle
from reports.catalogued import Fates, chapters, fates
from reports.page import page, ranked
from reports.wording import place, wording
from tests.reports.hostile import NAMES
from tests.reports.sample import sample
from tests.reports.sample_rules import rule


@pytest.fixture
def run(tmp_path: Path) -> tuple[Path, form.Results]:
    return tmp_path, sample(tmp_path)


def parsed(text: str) -> Any:
    """The page as lxml reads it; its stubs know nothing of HTML's elements."""
    return html.fromstring(text)


def unpacked(text: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(text)))


def test_rendering_twice_gives_the_same_bytes(run: tuple[Path, form.Results]) -> None:
    out, _ = run
    written = []
    for _ in range(2):
        reports.render(out)
        written.append([(out / name).read_bytes() for name in ("index.html", "junit.xml")])
    assert written[0] == written[1]


def test_the_page_names_no_address_outside_of_itself(run: tuple[Path, form.Results]) -> None:
    out, results = run
    document = parsed(page(results, out))
    links = {link for _, _, link, _ in document.iterlinks()}
    assert all(link.startswith(("#", "data:")) for link in links)
    assert "default-src 'none'" in document.xpath("//meta[@http-equiv]/@content")[0]


def test_the_simulated_banner_comes_before_everything_else_in_both_languages(
    run: tuple[Path, form.Results],
) -> None:
    out, results = run
    first = parsed(page(results, out)).xpath("//main/*[1]")[0]
    assert first.get("id") == "banner"
    assert "不涉及任何厂商的产品" in first.text_content()
    assert "no vendor's product" in first.text_content()


def test_a_run_on_real_phones_has_no_such_banner(run: tuple[Path, form.Results]) -> None:
    out, results = run
    real = replace(results, target=form.Target(name="phones", kind="device"))
    assert not parsed(page(real, out)).xpath("//*[@id='banner']")


def test_every_rule_is_there_with_all_that_is_known_of_it(run: tuple[Path, form.Results]) -> None:
    out, results = run
    document = parsed(page(results, out))
    known = unpacked(document.get_element_by_id("catalogue").text)
    rules = {rule["id"]: rule for rule in known["rules"]}
    assert list(rules) == [row.id for row in results.rules]
    for row in results.rules:
        shown = document.get_element_by_id(row.id).text_content()
        assert all(part in shown for part in (row.id, row.title.en, row.title.zh))
        kept = rules[row.id]
        assert kept == {**json.loads(json.dumps(msgspec.to_builtins(row))), "counted": row.counted}
        where = place(row.source[0].section)
        assert known["places"][row.source[0].section] == [where.en, where.zh]


def test_every_atom_is_counted_by_the_verdict_of_its_rule(run: tuple[Path, form.Results]) -> None:
    out, results = run
    apart = replace(results, rules=(rule("SUB-01", "", "", verdict="FAIL"),))
    assert fates(apart) == Fates({"FAIL": 2}, 1)
    assert fates(replace(apart, atoms=())) == Fates({}, 0)
    known = unpacked(parsed(page(results, out)).get_element_by_id("catalogue").text)
    assert [atom["id"] for atom in known["atoms"]] == ["R504", "R507", "R509"]


def test_a_run_without_atoms_shows_no_document(run: tuple[Path, form.Results]) -> None:
    out, results = run
    document = parsed(page(replace(results, atoms=()), out))
    assert document.get_element_by_id("matrix").get("hidden") is not None
    assert not document.xpath("//nav//a[@href='#matrix']")


RULES_AT_MOST, SCENARIOS_AT_MOST = 300, 1000
LARGEST = 1_000_000
"""Bytes of the page of a season's whole edition, without its evidence: it is sent by mail."""


def test_a_whole_edition_is_a_page_of_bearable_size(run: tuple[Path, form.Results]) -> None:
    out, results = run
    made = replace(results.scenarios[0], evidence="", timeline=(), steps=())
    scenarios = tuple(
        replace(made, id=f"pairing/pairing.feature#number-{n}", rules=(f"PAIR-{n % RULES_AT_MOST:03}",))
        for n in range(SCENARIOS_AT_MOST)
    )
    rules = tuple(
        rule(
            f"PAIR-{n:03}",
            *(results.rules[0].title.en, results.rules[0].title.zh),
            scenarios=tuple(one.id for one in scenarios if one.rules[0] == f"PAIR-{n:03}"),
        )
        for n in range(RULES_AT_MOST)
    )
    atoms = tuple(replace(results.atoms[0], id=f"R{n:03}") for n in range(575))
    whole = replace(
        results, rules=rules, scenarios=scenarios, atoms=atoms, counts=form.count(rules, scenarios)
    )
    assert len(page(whole, out).encode()) < LARGEST


def test_every_word_of_the_printers_has_two_languages() -> None:
    for group, rows in wording().items():
        for key, said in rows.items():
            assert said.en, f"{group}.{key} has no English"
            assert said.zh, f"{group}.{key} has no Chinese"


def test_the_chinese_words_hold_no_english_sentence() -> None:
    sentence = re.compile(r"[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}")
    for group, rows in wording().items():
        for key, said in rows.items():
            assert not sentence.search(said.zh), f"{group}.{key}"


def test_in_chinese_nothing_of_the_page_stays_english(run: tuple[Path, form.Results]) -> None:
    out, results = run
    document = parsed(page(results, out))
    for hidden in document.xpath(
        "//*[contains(@class,'en') and @lang='en'] | //code | //script | //style | //*[@id='banner']"
    ):
        hidden.drop_tree()
    for reminder in document.xpath("//*[contains(@class,'reminder') or contains(@class,'quoted')]"):
        reminder.drop_tree()
    left = " ".join(document.xpath("//body")[0].text_content().split())
    assert not re.findall(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", left)


def test_a_place_of_the_document_has_a_chinese_name() -> None:
    assert place("Manual 三.2") == form.Text("Manual 三.2", "操作说明 三.2")


def test_a_tree_and_a_picture_are_embedded_once(run: tuple[Path, form.Results]) -> None:
    out, results = run
    packed = bundle(results, out)
    steps = [step for scenario in unpacked(packed.run)["scenarios"] for step in scenario["steps"]]
    numbers = [phone["tree"] for step in steps for phone in step["phones"] if "tree" in phone]
    trees = [tree for piece in packed.trees for tree in unpacked(piece)]
    assert len(numbers) > 2 * len(trees)
    assert set(numbers) == set(range(len(trees)))
    assert len({json.dumps(tree) for tree in trees}) == len(trees)
    assert len(packed.pictures) == len(set(packed.pictures))


def test_a_picture_from_elsewhere_is_left_out(tmp_path: Path) -> None:
    results = sample(tmp_path, change=lambda tree: {**tree, "image": "https://example.com/pixel.png"})
    trees = [tree for piece in bundle(results, tmp_path).trees for tree in unpacked(piece)]
    assert not [tree for tree in trees if "image" in tree]


def test_without_its_evidence_a_run_still_becomes_a_page(run: tuple[Path, form.Results]) -> None:
    out, results = run
    for file in (out / "evidence").iterdir():
        file.unlink()
    assert [row["evidence"] for row in unpacked(bundle(results, out).run)["scenarios"]] == [False] * 25


def test_evidence_outside_of_the_run_is_not_read(run: tuple[Path, form.Results]) -> None:
    out, results = run
    astray = replace(results.scenarios[0], evidence="../../etc/passwd")
    with pytest.raises(form.FormError, match="outside"):
        bundle(replace(results, scenarios=(astray,)), out)


def test_what_a_step_leaves_open_its_evidence_file_says(run: tuple[Path, form.Results]) -> None:
    out, results = run
    before = unpacked(bundle(results, out).run)
    bare = tuple(
        replace(s, steps=tuple(replace(step, evidence=form.Seen()) for step in s.steps))
        for s in results.scenarios
    )
    assert unpacked(bundle(replace(results, scenarios=bare), out).run) == before


def test_a_scenario_stands_under_its_first_rule_and_none_is_lost(run: tuple[Path, form.Results]) -> None:
    _, results = run
    stray = replace(results.scenarios[0], id="stray", rules=("GONE-01",))
    rows = chapters(replace(results, scenarios=(*results.scenarios, stray)))
    assert sorted(s.id for row in rows for s in row["scenarios"]) == sorted(
        [*(s.id for s in results.scenarios), "stray"]
    )
    assert [row["id"] for row in rows] == ["pairing", "waiting_room", "submission", ""]


def test_the_gravest_comes_first() -> None:
    rows = (
        rule("SUB-01", "", "", verdict="WARN"),
        rule("SUB-02", "", "", verdict="FAIL", harm=2),
        rule("SUB-03", "", "", verdict="FAIL"),
    )
    assert [row.id for row in ranked(rows)] == ["SUB-03", "SUB-02", "SUB-01"]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_adds_no_element_and_no_attribute(run: tuple[Path, form.Results], name: str) -> None:
    out, results = run

    def shape(title: str) -> list[tuple[Any, list[str]]]:
        rules = tuple(
            replace(row, title=form.Text(title, title), reason=form.Text(title, title))
            for row in results.rules
        )
        scenarios = tuple(replace(s, name=form.Text(title, title), rerun=title) for s in results.scenarios)
        document = parsed(page(replace(results, rules=rules, scenarios=scenarios), out))
        return [(element.tag, sorted(element.attrib)) for element in document.iter()]

    assert shape(name) == shape("plain")
