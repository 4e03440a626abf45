"""What the words after `examgate run` ask for: no option is read by one way of asking and lost by another."""

from __future__ import annotations

from dataclasses import fields

import pytest

from conformance.commands import requested, run, words
from conformance.request import RunRequest
from conformance.saying import Stopped

BESIDE = {"--out", "--lang", "-n", "--help", "--resume", "--drop-cut-line", "--failed"}
"""What says where, how or which, and nothing of what is judged."""
GIVEN = {"--seed": "7", "--lab-retries": "1", "--evidence": "full", "--harm": "2"}


def test_every_option_is_of_the_request_or_stands_beside_it() -> None:
    assert {option.name for option in run.FORM.options} == {*requested.FIELDS, *BESIDE}
    assert {field for field, _ in requested.FIELDS.values()} <= {field.name for field in fields(RunRequest)}


def test_what_is_not_given_is_as_it_is_without_a_word() -> None:
    assert requested.request({}, "en") == RunRequest()


@pytest.mark.parametrize("option", [option for option in run.FORM.options if option.name in requested.FIELDS])
def test_a_run_goes_on_with_the_same_word_and_not_with_another(option: words.Option) -> None:
    given = [option.name, *([GIVEN.get(option.name, "x")] if option.value else [])]
    values = words.read(run.FORM, given)
    asked = requested.request(values, "en")
    assert asked != RunRequest()
    assert requested.same(values, asked, "zh") == asked
    with pytest.raises(Stopped, match=option.name):
        requested.same(values, RunRequest(), "en")


def test_an_option_that_may_stand_alone_takes_a_value_and_no_option() -> None:
    for given, value in ((["--resume"], ""), (["--resume", "--out", "x"], ""), (["--resume", "dir"], "dir")):
        assert words.last(words.read(run.FORM, given), "--resume") == value


def test_whoever_goes_on_may_do_so_in_another_language() -> None:
    begun = RunRequest(seed=7)
    assert requested.same({}, begun, "zh").lang == "en"
    assert requested.same({"--lang": ("zh",)}, begun, "zh").lang == "zh"


def test_the_core_set_is_a_narrowing_of_its_own() -> None:
    wanted = requested.request({"--core": ("",)}, "en")
    assert (wanted.core, wanted.full, wanted.scenarios) == (True, False, ())
