"""The platform under walks that are invented from its published interface: whatever comes after whatever, there is an
answer of the document's form, and never a fault of the server's own. Half of what is sent is wrong on purpose."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import schemathesis
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error

from conformance.season import load
from simulators.platform.http import BASE
from tests.platform.exam import World, picture, portrait, served
from tests.platform.test_openapi import CHECKS, DOCUMENT, schema
from tests.platform.two import Two, two
from tests.walks import USUAL, Case, requests

REQUESTS = requests(schema)
WAITS = st.sampled_from([0.0, 0.0, 0.0, 0.001, 1, 20, 300, 3600])
WALKS = st.lists(st.tuples(REQUESTS, WAITS), min_size=20, max_size=40)


def test_walks() -> None:
    """Each in a world of its own with two candidates, the clock moving between requests."""
    done: Counter[str] = Counter()

    @settings(USUAL, max_examples=10)
    @given(steps=WALKS)
    def walk(steps: list[tuple[Case, float]]) -> None:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(TemporaryDirectory()))
            made = stack.enter_context(two(folder, load("zjcm-2023"), submitted=False))
            url = stack.enter_context(served(made.first.platform))
            for case, seconds in steps:
                with_what_there_is(case, made)
                response = case.call(base_url=url + BASE, headers=of_the_first(case, made))
                case.validate_response(response, checks=list(CHECKS))
                done[case.operation.label] += response.status_code < 300
                made.first.clock.advance(made.first.clock.now() + timedelta(seconds=seconds))

    walk()
    assert sum(count > 0 for count in done.values()) >= 10, "what is refused everywhere finds nothing"


def with_what_there_is(case: Case, made: Two) -> None:
    """Identifiers that were invented become real ones, one in three the other candidate's; some pictures too."""
    for name in case.path_parameters.keys() & {"sitting", "binding", "major"}:
        number = 2 if len(str(case.path_parameters[name])) % 3 == 2 else 1
        world = made.worlds[number - 1]
        binding, _ = world.bindings[f"aux-{number}"]
        real = {"sitting": world.seat.sitting, "binding": binding, "major": "composition"}
        case.path_parameters[name] = real[name]
    if case.media_type in ("image/png", "image/jpeg") and isinstance(case.body, bytes) and len(case.body) % 2:
        case.body = portrait() if case.path.endswith("face") else picture()


def of_the_first(case: Case, made: Two) -> dict[str, str]:
    phone, token = made.first.device, made.first.token
    if "binding" in case.path_parameters:
        phone, (_, token) = "aux-1", made.first.bindings["aux-1"]
    return {"Authorization": f"Bearer {token}", "X-Device": phone}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, World]]:
    world = World(tmp_path_factory.mktemp("negative"), load("zjcm-2023")).to_answering()
    with served(world.platform) as url:
        yield url, world
    world.close()


negative = schemathesis.openapi.from_dict(DOCUMENT | {"servers": [{"url": f"http://127.0.0.1:1{BASE}"}]})
negative.config.generation.modes = [schemathesis.GenerationMode.NEGATIVE]


@negative.exclude(method="OPTIONS").parametrize()
@settings(USUAL, max_examples=10)
def test_what_the_document_forbids_is_no_fault_of_the_servers(case: Case, address: tuple[str, World]) -> None:
    url, world = address
    binding, aux_token = world.bindings["aux-1"]
    real = {"sitting": world.seat.sitting, "binding": binding, "major": "composition"}
    for name in case.path_parameters.keys() & real.keys():
        if len(str(case.path_parameters[name])) % 2:
            case.path_parameters[name] = real[name]
    token = aux_token if "binding" in case.path_parameters else world.token
    response = case.call(base_url=url + BASE, headers={"Authorization": f"Bearer {token}"})
    case.validate_response(response, checks=[not_a_server_error])
