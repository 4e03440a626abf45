"""What the document leaves open: every reading has an entry, every entry both readings or a reason."""

from __future__ import annotations

import re

import pytest

from conformance import catalogue, document
from conformance.document import Question

QUESTIONS = document.questions()
PLACES = {(atom.section, atom.line) for atom in document.atoms()}
each = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)


def test_every_reading_has_an_entry() -> None:
    assert [question.id for question in QUESTIONS] == [f"C{number:02}" for number in range(1, 64)]


def test_whatever_atoms_and_rules_point_to_is_there() -> None:
    known = {question.id for question in QUESTIONS}
    assert {reading for atom in document.atoms() for reading in atom.readings} <= known
    assert {reading for row in catalogue.load().rows for reading in row.reading_ids} <= known


@each
def test_a_clause_is_a_place_of_the_document(question: Question) -> None:
    assert {(clause.section, clause.line) for clause in question.clauses} <= PLACES


@each
def test_it_asks_with_both_readings_or_says_why_nobody_need_answer(question: Question) -> None:
    asked = (question.b.text, question.a.effect, question.b.effect, question.wording)
    if question.to:
        assert all(asked)
        assert not question.settled
        assert question.a.text != question.b.text
    else:
        assert question.settled
        assert not any(asked)


@each
def test_each_text_is_in_both_languages_and_ends_as_a_sentence(question: Question) -> None:
    texts = [question.conflict, question.a.text, question.b.text, question.why, question.settled]
    texts += [question.a.effect, question.b.effect]
    for said in [text for text in texts if text]:
        assert said.zh.endswith("。")
        assert said.en.endswith((".", "”"))
    for said in filter(None, [*texts, question.topic, question.wording]):
        assert re.search("[\u4e00-\u9fff]", said.zh)
        assert re.search("[A-Za-z]{2}", said.en)


def test_the_parts_follow_the_exams_life() -> None:
    parts = list(dict.fromkeys(question.part.en for question in document.by_part()))
    assert parts == [
        "Apps and phones",
        "Before the exam",
        "Entering the exam",
        "During the exam",
        "Handing in",
    ]
    assert sorted(document.by_part(), key=lambda question: question.id) == list(QUESTIONS)


def test_both_parties_are_asked() -> None:
    for party in document.PARTIES:
        assert sum(party in question.to for question in QUESTIONS) > 10


def test_an_entry_is_found_by_its_id() -> None:
    assert document.question("C05").reading == document.question("C05").a.text
