"""The platform against its published interface, with requests that schemathesis invents."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, Phase, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

import contracts
from conformance.season import load
from simulators.platform.http import BASE
from simulators.platform.routes import ROWS
from tests.platform.exam import World, served
from tests.platform.signing import Office, entry, office
from tests.platform.test_account_states import REACH

DOCUMENT: dict[str, Any] = yaml.safe_load(contracts.text("platform.openapi.yaml"))
schema = schemathesis.openapi.from_dict(DOCUMENT | {"servers": [{"url": f"http://127.0.0.1:1{BASE}"}]})
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


def conforms(name: str, payload: object) -> None:
    """The payload is what the document's schema of that name promises."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    Draft202012Validator(whole).validate(payload)


def test_every_address_is_in_the_document_and_none_besides() -> None:
    written = {(method.upper(), path) for path, row in DOCUMENT["paths"].items() for method in row} - {
        ("PARAMETERS", path) for path in DOCUMENT["paths"]
    }
    assert written == {(row.method, row.path) for row in ROWS} | {("PATCH", "/uploads/{upload}")}


def test_every_view_of_a_whole_exam_conforms(world: World) -> None:
    stages = [World.to_paired, World.to_waiting, World.to_answering, World.to_photos, World.to_submitted]
    for number, reach in enumerate(stages):
        one = World(world.root / str(number), world.season)
        reach(one)
        conforms("Sitting", one.view())
        conforms("Aux", one.aux("", method="GET").json)
        conforms("Submission", one.main("submission", method="GET").json)
        conforms("Exams", one.http("GET", "/exams", b"", {"Authorization": f"Bearer {one.token}"}).json)
        conforms("Refusal", one.photo(9).json)
        one.close()


@pytest.mark.parametrize("state", REACH)
def test_every_view_of_an_account_conforms(state: str, place: Office) -> None:
    place.platform.enrol(entry())
    person = place.person()
    REACH[state](person)
    for offset in (timedelta(seconds=-1), timedelta(0)):
        place.clock.advance(place.opens + offset)
        conforms("Account", person.account)
        conforms("Confirmations", person.ask("GET", "/confirmations").json)
        conforms("Exams", person.ask("GET", "/exams").json)
    if person.confirm().status == 200:
        conforms("Exams", person.ask("GET", "/exams").json)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, World]]:
    world = World(tmp_path_factory.mktemp("openapi"), load("zjcm-2023")).to_answering()
    with served(world.platform) as url:
        yield url, world
    world.close()


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_invented_requests(case: schemathesis.Case[Any], address: tuple[str, World]) -> None:
    url, world = address
    binding, aux_token = world.bindings["aux-1"]
    places = {"sitting": world.seat.sitting, "binding": binding}
    for name, value in places.items():
        if name in case.path_parameters and len(str(case.path_parameters[name])) % 2:
            case.path_parameters[name] = value
    token = aux_token if "binding" in case.path_parameters else world.token
    headers = {"Authorization": f"Bearer {token}"}
    response = case.call(base_url=url + BASE, headers=headers)
    case.validate_response(response, checks=list(CHECKS))


@pytest.fixture(scope="module", params=["unauthenticated", "id_verified", "authenticated"])
def account(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """An address, and the token of an account in that state."""
    with office(tmp_path_factory.mktemp("account"), load("zjcm-2023")) as place:
        place.platform.enrol(entry())
        person = place.person()
        REACH[request.param](person)
        place.clock.advance(place.opens)
        with served(place.platform) as url:
            yield url, person.token


@schema.include(path_regex=r"^/(account|identity|profile|confirmations|exams|releases)").parametrize()
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_invented_requests_of_an_account(case: schemathesis.Case[Any], account: tuple[str, str]) -> None:
    url, token = account
    if "major" in case.path_parameters:
        case.path_parameters["major"] = "composition"
    response = case.call(base_url=url + BASE, headers={"Authorization": f"Bearer {token}"})
    case.validate_response(response, checks=list(CHECKS))
