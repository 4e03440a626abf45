"""OpenTelemetry of the phones, where it is asked for: a histogram of all requests by step, and a span for a share of them, in whose
trace the platform's own span then stands. No account and no code leaves a run this way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
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
from opentelemetry.sdk.trace.sampling import TraceIdRatioBased
from opentelemetry.trace import SpanKind, Status, StatusCode, Tracer, set_span_in_context

from conformance.load.asking import Raw, Request, Send

NAME = "examgate.load"
PATIENCE = 3
"""Seconds that a collector has to answer; what it does not take in is lost, and the run goes on."""
EVERY_MS = 5_000
FAILED = 500


@contextmanager
def observed(url: str, share: float) -> Iterator[Callable[[Send], Send]]:
    """What makes an observed carrier of a carrier, until the end; `share` of the requests have a span."""
    resource = Resource.create({"service.name": NAME})
    spans = TracerProvider(resource=resource, sampler=TraceIdRatioBased(share), shutdown_on_exit=False)
    spans.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{url}/v1/traces", timeout=PATIENCE)))
    exporter = OTLPMetricExporter(f"{url}/v1/metrics", timeout=PATIENCE)
    reader = PeriodicExportingMetricReader(exporter, export_interval_millis=EVERY_MS)
    metrics = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
    duration = metrics.get_meter(NAME).create_histogram(
        "http.client.request.duration", "s", "how long a phone waited for an answer"
    )
    try:
        yield lambda send: _carrier(send, spans.get_tracer(NAME), duration)
    finally:
        spans.shutdown()
        metrics.shutdown()


def _carrier(send: Send, tracer: Tracer, duration: Histogram) -> Send:
    def carry(request: Request, name: str) -> Raw:
        span = tracer.start_span(name, Context(), SpanKind.CLIENT)
        if span.is_recording():
            headers = dict(request.headers)
            propagate.inject(headers, set_span_in_context(span, Context()))
            request = replace(request, headers=headers)
        begun = perf_counter()
        answer = send(request, name)
        said: dict[str, str | int] = {
            "examgate.step": name,
            "http.request.method": request.method,
            "http.response.status_code": answer.status,
        }
        duration.record(perf_counter() - begun, said)
        span.set_attributes(said)
        if not answer.status or answer.status >= FAILED:
            span.set_status(Status(StatusCode.ERROR, answer.fault or None))
        span.end()
        return answer

    return carry
