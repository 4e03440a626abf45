"""The bench against its published document, with requests that schemathesis invents."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from tests.bench import contract
from tests.bench.client import Client

schema = schemathesis.openapi.from_dict(
    contract.document() | {"servers": [{"url": "http://127.0.0.1:1/bench/v1"}]}
)
CHECKS = (content_type_conformance, response_schema_conformance)
NOT_BROKEN = (501, 507)
"""Statuses that a bench answers on purpose: not offered, no room."""


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_asked_the_answer_fits_the_document(case: Any, bench: Client) -> None:
    if bench.simulation.stand.peek() is None:
        bench.world("paired")
    if "udid" in case.path_parameters:
        case.path_parameters["udid"] = next(iter(bench.there.handsets))
    token = {"Authorization": f"Bearer {bench.simulation.token}"}
    answer = case.call(base_url=f"{bench.simulation.bench.url}/bench/v1", headers=token)
    if answer.status_code not in NOT_BROKEN:
        case.validate_response(answer, checks=(not_a_server_error, *CHECKS))
