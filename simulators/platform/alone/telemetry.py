"""OpenTelemetry of the platform, where it is asked for: a span for a share of the requests and a histogram of all, over OTLP/HTTP.

Names are those of OpenTelemetry's conventions for HTTP servers. A route is told with the names of its places, never with what
stood in them: no account, no sitting and no code leaves the platform this way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from opentelemetry import propagate
from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.metrics import Histogram
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ParentBasedTraceIdRatio
from opentelemetry.trace import SpanKind, Status, StatusCode, Tracer
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = "examgate.platform"
PATIENCE = 3
"""Seconds that a collector has to answer; what it does not take in is lost, and the platform goes on."""
EVERY_MS = 5_000
FAILED = 500


@contextmanager
def observed(app: ASGIApp, url: str, share: float) -> Iterator[ASGIApp]:
    """The app, watched until the end; `share` of the requests that no traced client sent have a span."""
    resource = Resource.create({"service.name": NAME})
    spans = TracerProvider(resource=resource, sampler=ParentBasedTraceIdRatio(share), shutdown_on_exit=False)
    spans.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{url}/v1/traces", timeout=PATIENCE)))
    exporter = OTLPMetricExporter(f"{url}/v1/metrics", timeout=PATIENCE)
    reader = PeriodicExportingMetricReader(exporter, export_interval_millis=EVERY_MS)
    metrics = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
    duration = metrics.get_meter(NAME).create_histogram(
        "http.server.request.duration", "s", "how long the platform took to answer"
    )
    try:
        yield _watched(app, spans.get_tracer(NAME), duration)
    finally:
        spans.shutdown()
        metrics.shutdown()


def _watched(app: ASGIApp, tracer: Tracer, duration: Histogram) -> ASGIApp:
    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        status = 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        method, begun = scope["method"], perf_counter()
        with tracer.start_as_current_span(method, _parent(scope), SpanKind.SERVER) as span:
            await app(scope, receive, told)
            route = route_of(scope)
            said: dict[str, Any] = {
                "http.request.method": method,
                "http.route": route,
                "http.response.status_code": status,
            }
            duration.record(perf_counter() - begun, said)
            span.update_name(f"{method} {route}")
            span.set_attributes(said)
            if status >= FAILED:
                span.set_status(Status(StatusCode.ERROR))

    return watched


def route_of(scope: Scope) -> str:
    """The address with the names of its places in their places; nothing of one that leads nowhere."""
    if "path_params" not in scope:
        return ""
    left = list(scope["path_params"].items())
    parts = []
    for part in str(scope["path"]).split("/"):
        if left and part == str(left[0][1]):
            part = f"{{{left.pop(0)[0]}}}"
        parts.append(part)
    return "/".join(parts)


def _parent(scope: Scope) -> Any:
    """The trace that a client is in, if it says so."""
    return propagate.extract(
        {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    )
