"""The table of controls and the published document say the same."""

from typing import Any

import pytest
from msgspec import inspect

from simulators.bench.controls import CONTROLS, names
from simulators.stages import STAGES
from tests.bench import contract


def test_each_operation_has_one_row_and_each_row_an_operation() -> None:
    rows = [(control.method, control.path) for control in CONTROLS]
    assert sorted(rows) == sorted(contract.operations())
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("control", CONTROLS, ids=lambda row: f"{row.method} {row.path}")
def test_a_row_takes_and_gives_what_the_document_says(control: Any) -> None:
    operation = contract.operations()[control.method, control.path]
    status, _ = contract.success(operation)
    assert control.status == status
    schema = contract.body_schema(operation)
    assert (schema is None) == (control.body is None)
    shape = inspect.type_info(control.body) if control.body else None
    if schema is None or not isinstance(shape, inspect.StructType):
        return
    fields = {field.name: field for field in shape.fields}
    assert set(fields) == set(schema["properties"])
    assert {name for name, field in fields.items() if field.required} == set(schema.get("required", ()))
    assert shape.forbid_unknown_fields
    assert schema["additionalProperties"] is False


def test_a_control_is_named_by_the_fixed_words_of_its_path() -> None:
    for control in CONTROLS:
        words = [word for word in control.path.split("/") if word and not word.startswith("{")]
        assert control.name == "/".join(word for word in words if word != "current")


def test_a_clock_that_follows_the_wall_cannot_be_set() -> None:
    assert set(names(driven=True)) - set(names(driven=False)) == {"clock"}


def test_stages_are_those_of_the_document() -> None:
    assert list(STAGES) == contract.document()["components"]["schemas"]["Stage"]["enum"]
