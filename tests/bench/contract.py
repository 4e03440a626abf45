"""The bench's OpenAPI document, read for tests."""

from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator

import contracts


@cache
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(contracts.text("bench.openapi.yaml"))
    return loaded


def operations() -> dict[tuple[str, str], dict[str, Any]]:
    """Method and path to operation."""
    return {
        (method.upper(), path): operation
        for path, item in document()["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """What a part says, wherever it says it."""
    while "$ref" in part:
        step: Any = document()
        for name in part["$ref"].removeprefix("#/").split("/"):
            step = step[name]
        part = step
    return part


def body_schema(operation: dict[str, Any]) -> dict[str, Any] | None:
    if "requestBody" not in operation:
        return None
    return resolved(operation["requestBody"]["content"]["application/json"]["schema"])


def success(operation: dict[str, Any]) -> tuple[int, dict[str, Any] | None]:
    """The status of success, and the schema of its body where that is JSON."""
    status = next(key for key in operation["responses"] if key != "default")
    content = resolved(operation["responses"][status]).get("content")
    return int(status), None if content is None else content.get("application/json", {}).get("schema")


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    """What in a value is not as the schema has it."""
    whole = {**schema, "components": document()["components"]}
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(whole).iter_errors(value)]
