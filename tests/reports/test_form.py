"""The form: what is written is what is read, and the published schema is the form's own."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import contracts
from reports import form
from reports.form.files import encoded
from tests.reports.sample import sample
from tests.reports.sample_rules import rule


def test_the_published_schema_is_the_forms_own() -> None:
    assert contracts.schema("results") == form.schema()


def test_a_run_fits_the_published_schema(tmp_path: Path) -> None:
    sample(tmp_path)
    written = json.loads((tmp_path / "results.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(contracts.schema("results")).validate(written)


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    results = sample(tmp_path)
    assert form.load(tmp_path / "results.json") == results


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_string_survives_except_half_a_surrogate_pair_which_is_spelt_out(name: str) -> None:
    written = msgspec.json.decode(encoded(form.Step(keyword="Given", text=form.Text(name), status="passed")))
    whole = name.encode("utf-8", "ignore").decode()
    assert written["text"]["en"] == name if whole == name else "\\ud" in written["text"]["en"]


def test_evidence_is_written_the_same_each_time(tmp_path: Path) -> None:
    kept = form.Evidence(trees={"a": {"class": "x", "bounds": [0, 0, 1, 1]}}, steps=(form.Seen(main="a"),))
    for name in ("one", "two"):
        form.dump_evidence(kept, tmp_path / "evidence" / name)
    assert (tmp_path / "evidence/one").read_bytes() == (tmp_path / "evidence/two").read_bytes()
    assert form.load_evidence(tmp_path / "evidence/one") == kept


FAULTS = {
    "another version": ('{"schema": "examgate-results/0"}', "use the kit that wrote it"),
    "no version": ("{}", "schema is null"),
    "no JSON": ("verdict: fine", "malformed"),
    "a wrong type": ('{"schema": "examgate-results/1", "seed": "7"}', r"\$\.seed"),
    "a missing key": ('{"schema": "examgate-results/1", "seed": 7}', "missing required field"),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_a_file_that_does_not_fit_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "results.json"
    path.write_text(text)
    with pytest.raises(form.FormError, match=said) as fault:
        form.load(path)
    assert str(path) in str(fault.value)


def test_a_missing_file_and_a_broken_evidence_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(form.FormError, match="cannot be read"):
        form.load(tmp_path / "results.json")
    (tmp_path / "broken.json.gz").write_bytes(b"\x1f\x8b\x08")
    with pytest.raises(form.FormError, match=r"broken\.json\.gz"):
        form.load_evidence(tmp_path / "broken.json.gz")


COUNTED = [
    ("vendor", "MUST", True),
    ("vendor", "MUST NOT", True),
    ("vendor", "SHOULD", False),
    ("phone", "MUST", False),
    ("school", "MUST", False),
    ("candidate", "MUST NOT", False),
]


@pytest.mark.parametrize(("answerer", "level", "counted"), COUNTED)
def test_what_counts(answerer: str, level: str, counted: bool) -> None:
    assert rule("PAIR-09", "x", "x", answers_for=answerer, level=level).counted is counted


def test_counting_leaves_out_what_nobody_has() -> None:
    rows = (rule("PAIR-08", "x", "x"), rule("PAIR-09", "x", "x", level="SHOULD", verdict="FAIL"))
    assert form.count(rows, ()) == form.Counts(rules={"FAIL": 1, "PASS": 1}, counted={"PASS": 1})


def test_an_unknown_contract_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(contracts.ContractError, match="results.schema.json"):
        contracts.text("nothing.toml")
