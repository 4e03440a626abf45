"""OpenTelemetry of the platform, where it is asked for: a span for a share of the requests and a histogram of all, over OTLP/HTTP.

Names are those of OpenTelemetry's conventions for HTTP servers. A route is told with the names of its places, never with what
stood in them: no account, no sitting and no code leaves the platform this way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from opentelemetry import propagate
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.metrics import Histogram
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace import INVALID_SPAN, SpanKind, Status, StatusCode, Tracer
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAME = "examgate.platform"
PATIENCE = 3
"""Seconds that a collector has to answer; what it does not take in is lost, and the platform goes on."""
EVERY_MS = 5_000
FAILED = 500
TRACE, UNRECORDED = b"traceparent", b"-00"
"""The header of W3C's Trace Context, and how it ends where the client records nothing."""


@contextmanager
def observed(app: ASGIApp, url: str, share: float) -> Iterator[ASGIApp]:
    """The app, watched until the end; `share` of the requests that no traced client sent have a span."""
    resource = Resource.create({"service.name": NAME})
    spans = TracerProvider(resource=resource, sampler=ALWAYS_ON, shutdown_on_exit=False)
    spans.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{url}/v1/traces", timeout=PATIENCE)))
    exporter = OTLPMetricExporter(f"{url}/v1/metrics", timeout=PATIENCE)
    reader = PeriodicExportingMetricReader(exporter, export_interval_millis=EVERY_MS)
    metrics = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
    duration = metrics.get_meter(NAME).create_histogram(
        "http.server.request.duration", "s", "how long the platform took to answer"
    )
    try:
        yield _watched(app, spans.get_tracer(NAME), duration, Choice(share))
    finally:
        spans.shutdown()
        metrics.shutdown()


class Choice:
    """Which requests have a span: those in a trace that is recorded, and of those in none every so-and-so-many-th. That is settled
    before anything is made for one, since of a hundred requests ninety-nine have none."""

    def __init__(self, share: float) -> None:
        self._share, self._due = share, 0.0

    def parent(self, scope: Scope) -> Context | None:
        """The trace that the request's span belongs to, an empty one where it begins one; None for no span."""
        told = next((value for name, value in scope["headers"] if name == TRACE), None)
        if told is None:
            self._due += self._share
            if self._due < 1:
                return None
            self._due -= 1
            return Context()
        if told.endswith(UNRECORDED):
            return None
        return propagate.extract({TRACE.decode(): told.decode("latin-1")}, Context())


def _watched(app: ASGIApp, tracer: Tracer, duration: Histogram, choice: Choice) -> ASGIApp:
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

        method, parent, begun = scope["method"], choice.parent(scope), perf_counter()
        span = INVALID_SPAN if parent is None else tracer.start_span(method, parent, SpanKind.SERVER)
        try:
            await app(scope, receive, told)
        finally:
            route = route_of(scope)
            said: dict[str, str | int] = {
                "http.request.method": method,
                "http.route": route,
                "http.response.status_code": status,
            }
            duration.record(perf_counter() - begun, said)
            span.update_name(f"{method} {route}")
            span.set_attributes(said)
            if not status or status >= FAILED:
                span.set_status(Status(StatusCode.ERROR))
            span.end()

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
