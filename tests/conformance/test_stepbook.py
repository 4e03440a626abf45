"""Step definitions, dealt out: a chapter sees those that its sentences need, and no others."""

from collections.abc import Iterable

import pytest
from _pytest.fixtures import FixtureFunctionDefinition

from conformance.sentences import suite
from conformance.sentences.stepbook import StepBook
from conformance.sentences.suite import Suite

BOOK = StepBook(["steps"])
SUITE = suite.read()
CHAPTERS = sorted(SUITE.chapters)


def sentences(of: Suite, chapter: str) -> Iterable[tuple[str, str]]:
    cases = (case for case in of.cases() if case.scene.file.parent.name == chapter)
    return {(s.kind, s.filled(case.row)) for case in cases for s in case.scene.sentences}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_is_given_one_definition_for_each_of_its_sentences(chapter: str) -> None:
    given = BOOK.needed(sentences(SUITE, chapter))
    for kind, text in sentences(SUITE, chapter):
        assert len(BOOK.needed([(kind, text)])) == 1, text
        assert BOOK.needed([(kind, text)]).items() <= given.items()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_is_given_nothing_that_it_does_not_say(chapter: str) -> None:
    said = list(sentences(SUITE, chapter))
    assert len(BOOK.needed(said)) <= len(said)
    everything = BOOK.needed(pair for other in CHAPTERS for pair in sentences(SUITE, other))
    assert len(BOOK.needed(said)) < len(everything)


def test_a_sentence_that_nobody_defines_needs_nothing() -> None:
    assert BOOK.needed([("given", "nobody has ever said this")]) == {}


def test_the_plugins_hold_fixtures_and_hooks_and_no_step_definition() -> None:
    plugins = {plugin.__name__: vars(plugin) for plugin in BOOK.plugins}
    assert isinstance(plugins["steps.people"]["cast_of_the_scenario"], FixtureFunctionDefinition)
    assert not any(name.startswith("pytestbdd_stepdef") for names in plugins.values() for name in names)
