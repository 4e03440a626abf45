"""The bench under walks that schemathesis invents from its published document, and under what the document forbids."""

from collections import Counter

import schemathesis
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error

from tests.bench import contract
from tests.bench.client import Client
from tests.bench.test_openapi import CHECKS, NOT_BROKEN, schema
from tests.walks import USUAL, Case, requests

REQUESTS = requests(schema)


def test_walks(bench: Client) -> None:
    """Each in a fresh world; a phone that was invented is one of its phones."""
    done: Counter[str] = Counter()

    @settings(USUAL, max_examples=10)
    @given(cases=st.lists(REQUESTS, min_size=20, max_size=40))
    def walk(cases: list[Case]) -> None:
        bench.world("paired")
        for case in cases:
            if bench.simulation.stand.peek() is None:
                bench.world("paired")
            if "udid" in case.path_parameters:
                phones = sorted(bench.there.handsets)
                case.path_parameters["udid"] = phones[len(str(case.path_parameters["udid"])) % len(phones)]
            token = {"Authorization": f"Bearer {bench.simulation.token}"}
            answer = case.call(base_url=f"{bench.simulation.bench.url}/bench/v1", headers=token)
            if answer.status_code not in NOT_BROKEN:
                case.validate_response(answer, checks=[not_a_server_error, *CHECKS])
            done[case.operation.label] += answer.status_code < 300

    walk()
    assert sum(count > 0 for count in done.values()) >= 10, "what is refused everywhere finds nothing"


negative = schemathesis.openapi.from_dict(
    contract.document() | {"servers": [{"url": "http://127.0.0.1:1/bench/v1"}]}
)
negative.config.generation.modes = [schemathesis.GenerationMode.NEGATIVE]


@negative.parametrize()
@settings(USUAL, max_examples=10)
def test_what_the_document_forbids_is_no_fault_of_the_benchs(case: Case, bench: Client) -> None:
    if bench.simulation.stand.peek() is None:
        bench.world("paired")
    if "udid" in case.path_parameters and len(str(case.path_parameters["udid"])) % 2:
        case.path_parameters["udid"] = next(iter(bench.there.handsets))
    token = {"Authorization": f"Bearer {bench.simulation.token}"}
    answer = case.call(base_url=f"{bench.simulation.bench.url}/bench/v1", headers=token)
    assert answer.status_code < 500 or answer.status_code in NOT_BROKEN, case.as_curl_command()
