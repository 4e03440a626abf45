"""The rulebook and the letters: nothing is missing, nothing of the other language, nothing from outside."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from conformance import catalogue, cli, document, season
from conformance.rulebook import book, files, letters, page, paper, printing, stories, values
from conformance.rulebook.book import Book
from conformance.rulebook.letters import Letter
from conformance.season import Answer, Season
from conformance.sentences import stepbook, suite
from reports.form import Language, Text

PUBLISHED = season.load("zjcm-2023")
ANSWER = Answer("C05", "b", "No later than <9:45>.", "不得迟于<9:45>。", "Office", date(2022, 12, 20))
ANSWERED = replace(PUBLISHED, answers={"C05": ANSWER})
RULES, FEATURES = catalogue.load(), suite.read()
LANGUAGES: tuple[Language, ...] = ("en", "zh")
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text, etree.HTMLParser())


def said_by(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def of_class(tree: etree._Element, name: str) -> list[etree._Element]:
    return [one for one in tree.iter() if name in (one.get("class") or "").split()]


def gathered(of: Season) -> Book:
    stepbook.book(files.STEPS)
    return book.book(RULES, FEATURES, of, stepbook.translate)


BOOK = gathered(PUBLISHED)


@each_language
def test_the_rulebook_has_every_rule_with_its_source_reading_and_scenarios(lang: Language) -> None:
    tree = parsed(page.page(BOOK, lang))
    shown = {str(rule.get("id")): said_by(rule) for rule in of_class(tree, "rule")}
    assert list(shown) == RULES.ids
    for row in RULES.rows:
        assert row.title.within(lang) in shown[row.id]
        assert all(atom in shown[row.id] for atom in row.atoms)
        assert not row.reading or row.reading.within(lang) in shown[row.id]
        assert not row.untested or row.untested.within(lang) in shown[row.id]
    for scene in FEATURES.scenes:
        assert scene.name.within(lang) in shown[scene.rules[0]]


@each_language
def test_the_contents_lead_to_every_chapter(lang: Language) -> None:
    tree = parsed(page.page(BOOK, lang))
    (contents,) = of_class(tree, "contents")
    targets = {str(link.get("href")).removeprefix("#") for link in contents.iter("a")}
    assert targets == {"how", "season"} | {row.chapter for row in RULES.rows}
    assert targets <= {str(one.get("id")) for one in tree.iter()}


def test_the_chinese_rulebook_holds_no_english_sentence() -> None:
    tree = parsed(page.page(BOOK, "zh"))
    etree.strip_elements(tree, "style", "code", with_tail=False)
    found = [
        text for text in said_by(tree).splitlines() if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,} [a-z]{2,}", text)
    ]
    assert found == []


@each_language
def test_a_page_fetches_and_runs_nothing(lang: Language) -> None:
    pages = [page.page(BOOK, lang)]
    pages += [letter_page(letters.letter(party, lang, PUBLISHED)) for party in document.PARTIES]
    for text in pages:
        assert not re.search(r"<script|<img|<link[^>]+href=\"(?!data:)|@import|url\(", text)


def test_a_rule_shows_its_values_and_its_answer() -> None:
    entries = {entry.row.id: entry for chapter in gathered(ANSWERED).chapters for entry in chapter.entries}
    told = {value.name: value.said.zh for value in entries["WAIT-01"].values}
    assert told == {"limits.waiting_minutes": "15"}
    (reading,) = entries["WAIT-01"].readings
    assert (reading.standing, reading.answer) == ("replaced", ANSWER)
    text = page.page(gathered(ANSWERED), "zh")
    assert "不得迟于&lt;9:45&gt;。" in text
    assert "Office, 2022-12-20" in text
    assert "已另作答复" in text


VALUES = {
    "limits.waiting_minutes": "15",
    "limits.free_storage_bytes": "20,000,000,000",
    "dates.confirmation_opens": "2023-01-10 09:00",
    "support.closes": "24:00",
    "minimums.mainstream": "HUAWEI, Xiaomi, OPPO, vivo, Apple",
    "exam.early_end": "no",
}


@pytest.mark.parametrize(("name", "said"), VALUES.items())
def test_a_value_is_said_in_words(name: str, said: str) -> None:
    assert [value.said.en for value in values.values(PUBLISHED) if value.name == name] == [said]


@pytest.mark.parametrize("name", season.names())
def test_every_value_of_every_season_has_a_name_in_both_languages(name: str) -> None:
    for value in values.values(season.load(name)):
        assert value.title.zh != value.title.en
        assert value.said != Text("not said", "未规定")


def test_the_values_of_a_rule_are_those_of_which_its_atoms_speak() -> None:
    speaking = {limit.name for limit in document.limits()}
    known = values.values(PUBLISHED)
    assert {value.name for value in known if value.atoms} <= speaking
    for limit in document.limits():
        found = values.of_atoms(known, limit.atoms)
        assert limit.name in {value.name for value in found} or limit.name not in {
            value.name for value in known
        }


def test_an_outline_tells_each_row_where_the_rows_differ() -> None:
    scene = next(scene for scene in FEATURES.scenes if len(scene.rows) > 1)
    told = stories.story(scene, lambda text: f"中{text}")
    assert told.cases == len(scene.rows)
    for line, sentence in zip(told.lines, scene.sentences, strict=True):
        differs = len({sentence.filled(row) for row in scene.rows}) > 1
        assert len(line.said) == len({sentence.filled(row) for row in scene.rows})
        assert all(bool(said.rows) is differs for said in line.said)
        assert all(said.text.zh == f"中{said.text.en}" for said in line.said)


RUNS = {(1,): "1", (1, 2): "1–2", (1, 3): "1, 3", (1, 2, 3, 7): "1–3, 7", (2, 4, 5): "2, 4–5"}


@pytest.mark.parametrize(("numbers", "said"), RUNS.items())
def test_rows_are_drawn_together(numbers: tuple[int, ...], said: str) -> None:
    assert stories.spans(numbers) == said


def letter_page(letter: Letter) -> str:
    return printing.render("letter.html.j2", letter.lang, letter=letter, words=letters.WORDS)


@each_language
def test_every_question_is_asked_of_those_it_is_for(lang: Language) -> None:
    for party in document.PARTIES:
        asked = [q.id for q in letters.letter(party, lang, PUBLISHED).questions]
        assert sorted(asked) == [q.id for q in document.questions() if party in q.to]


@each_language
def test_a_letter_has_both_meanings_the_wording_and_room_for_the_answer(lang: Language) -> None:
    for party in document.PARTIES:
        letter = letters.letter(party, lang, PUBLISHED)
        articles = of_class(parsed(letter_page(letter)), "question")
        assert len(articles) == len(letter.questions)
        for article, question in zip(articles, letter.questions, strict=True):
            said = said_by(article)
            for text in (
                question.a.text,
                question.b.text,
                question.a.effect,
                question.b.effect,
                question.wording,
            ):
                assert text.within(lang) in said
            assert str(question.clauses[0].line) in said
            assert len(of_class(article, "box")) == 3
            assert letters.WORDS["name"].within(lang) in said


def test_what_is_answered_is_asked_no_more_and_shown_as_settled() -> None:
    letter = letters.letter("school", "en", ANSWERED)
    assert "C05" not in [question.id for question in letter.questions]
    assert [(question.id, answer.by) for question, answer in letter.settled] == [("C05", "Office")]
    assert "No later than &lt;9:45&gt;." in letter_page(letter)
    answers = {q.id: replace(ANSWER, reading=q.id) for q in document.questions()}
    done = letters.letter("school", "en", replace(PUBLISHED, answers=answers))
    assert done.parts == {}
    assert "Nothing is open any more." in letter_page(done)


def said_in(path: Path) -> str:
    opened = docx.Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


@each_language
def test_the_word_document_says_the_same_and_can_be_filled_in(lang: Language, tmp_path: Path) -> None:
    for party in document.PARTIES:
        letter = letters.letter(party, lang, ANSWERED)
        paper.write(letter, tmp_path / "letter.docx")
        said = said_in(tmp_path / "letter.docx")
        assert len(docx.Document(str(tmp_path / "letter.docx")).tables) == len(letter.questions)
        for question in letter.questions:
            for text in (
                question.topic,
                question.conflict,
                question.a.text,
                question.b.effect,
                question.wording,
            ):
                assert text.within(lang) in said
        assert said.count("☐") == 3 * len(letter.questions)
        for _, answer in letter.settled:
            assert (answer.en if lang == "en" else answer.zh) in said


def test_a_hostile_answer_breaks_neither_page_nor_document(tmp_path: Path) -> None:
    hostile = "\x1b[31m</p><script>alert(1)</script>\x00"
    known = replace(PUBLISHED, answers={"C05": replace(ANSWER, en=hostile, zh=hostile, by=hostile)})
    letter = letters.letter("school", "en", known)
    paper.write(letter, tmp_path / "letter.docx")
    assert "U+001B" in said_in(tmp_path / "letter.docx")
    assert "<script" not in letter_page(letter)


def test_the_command_writes_what_it_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "deep" / "rules.html"
    assert cli.main(["rules", "--html", "--out", str(out), "--lang", "en"]) == 0
    assert cli.main(["rules", "--questions", "--out", str(tmp_path / "letters"), "--lang", "en"]) == 0
    named = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert named[0] == out
    assert sorted(path.name for path in named[1:]) == sorted(
        f"{party}.{lang}.{kind}"
        for party in document.PARTIES
        for lang in LANGUAGES
        for kind in ("html", "docx")
    )
    assert all(path.stat().st_size > 2000 for path in named)


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for given in (["--html", "--out", str(tmp_path / "file" / "x.html")], ["--html", "--questions"]):
        assert cli.main(["rules", "--lang", "en", *given]) == 3
        assert "examgate: " in capsys.readouterr().err
