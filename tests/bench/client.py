"""A bench client for tests: every answer is held against the published document."""

import json
from typing import Any

import urllib3

from simulators.bench.controls import CONTROLS
from simulators.serve import Simulation
from simulators.world import World
from tests.bench import contract

Answer = tuple[int, Any]


class Client:
    """Speaks to the bench of a simulation in this process."""

    def __init__(self, simulation: Simulation) -> None:
        self.simulation = simulation
        self._http = urllib3.PoolManager(retries=False, timeout=60)

    @property
    def there(self) -> World:
        """The world itself, for a look at what the bench does not tell."""
        return self.simulation.stand.world

    def send(self, method: str, path: str, body: bytes | None = None, token: str | None = None) -> Answer:
        headers = {"Authorization": f"Bearer {token or self.simulation.token}"}
        answer = self._http.request(method, self.simulation.bench.url + path, body=body, headers=headers)
        return answer.status, json.loads(answer.data) if answer.data else None

    def ask(self, method: str, path: str, **body: Any) -> Answer:
        """Status and payload, which fits the document."""
        raw = json.dumps(body).encode() if method in ("POST", "PUT") else None
        status, payload = self.send(method, "/bench/v1" + path, raw)
        if status >= 400:
            assert not contract.faults({"$ref": "#/components/schemas/Error"}, payload), payload
            return status, payload
        expected, schema = contract.success(contract.operations()[method, _template(method, path)])
        assert status == expected
        assert (schema is None) == (payload is None)
        assert schema is None or not contract.faults(schema, payload), contract.faults(schema, payload)
        return status, payload

    def fetch(self, path: str) -> bytes:
        """The bytes of a file."""
        headers = {"Authorization": f"Bearer {self.simulation.token}"}
        answer = self._http.request("GET", self.simulation.bench.url + "/bench/v1" + path, headers=headers)
        assert answer.status == 200, answer.data
        return answer.data

    def get(self, path: str) -> Any:
        return self._fine("GET", path)

    def post(self, path: str, **body: Any) -> Any:
        return self._fine("POST", path, **body)

    def put(self, path: str, **body: Any) -> Any:
        return self._fine("PUT", path, **body)

    def world(self, stage: str = "registered", **wish: Any) -> Any:
        return self.post("/worlds", stage=stage, **wish)

    def whats(self) -> list[str]:
        """The words of the platform's records, in order."""
        return [record["what"] for record in self.get("/records")["records"]]

    def close(self) -> None:
        self._http.clear()

    def _fine(self, method: str, path: str, **body: Any) -> Any:
        status, payload = self.ask(method, path, **body)
        assert status < 400, payload
        return payload


def _template(method: str, path: str) -> str:
    """The path of the document that a request's path is an instance of."""
    words = path.partition("?")[0].split("/")
    for control in CONTROLS:
        parts = control.path.split("/")
        fits = len(parts) == len(words) and all(
            a == b or a.startswith("{") for a, b in zip(parts, words, strict=True)
        )
        if fits and control.method == method:
            return control.path
    raise AssertionError(f"the table has no {method} {path}")
