"""OpenTelemetry of the phones: what a collector of the test's own is told, and that the platform is told the trace."""

from __future__ import annotations

from conformance.load.asking import Raw, Request
from conformance.load.play import telemetry
from tests.collector import collector, told

REQUEST = Request("enter", "POST", "/sittings/s-secret/enter", headers={"Authorization": "Bearer t-secret"})


def test_requests_are_counted_by_step_and_the_platform_is_told_the_trace() -> None:
    answers = iter([Raw(200), Raw(409), Raw(0, fault="timeout")])
    sent: list[Request] = []

    def send(request: Request, _: str) -> Raw:
        sent.append(request)
        return next(answers)

    with collector() as found:
        with telemetry.observed(found.url, 1.0) as carried:
            carry = carried(send)
            assert [carry(REQUEST, "enter/enter").status for _ in range(3)] == [200, 409, 0]
        points = found.metrics["http.client.request.duration"].histogram.data_points
        counted = {told(list(one.attributes))["http.response.status_code"]: one.count for one in points}
        assert counted == {200: 1, 409: 1, 0: 1}
        assert [span.name for span in found.spans] == ["enter/enter"] * 3
        assert [span.status.message for span in found.spans] == ["", "", "timeout"]
        traces = [request.headers["traceparent"].split("-")[1] for request in sent]
        assert traces == [span.trace_id.hex() for span in found.spans]
        assert "secret" not in f"{found.spans}{found.metrics}"
    assert sent[0].headers["Authorization"] == REQUEST.headers["Authorization"]


def test_of_no_share_there_is_no_span_nor_a_header_for_one_and_everything_is_counted() -> None:
    sent: list[Request] = []

    def send(request: Request, _: str) -> Raw:
        sent.append(request)
        return Raw(200)

    with collector() as found:
        with telemetry.observed(found.url, 0.0) as carried:
            carried(send)(REQUEST, "enter/enter")
        assert found.spans == []
        assert found.metrics["http.client.request.duration"].histogram.data_points[0].count == 1
    assert sent == [REQUEST]
