"""The operations of an exam as raw requests: how each is prepared for one phone, and what it sends."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulators.bench import bodies, material
from simulators.bench.identity import Identity
from simulators.bench.raw import Line, Reply, Request, Shot, json_request
from simulators.door.errors import BenchError

TUS = {"Tus-Resumable": "1.0.0"}
PATCH_TYPE = "application/offset+octet-stream"
VIDEO = "video"
ANNOUNCED_BYTES = 4096
ANNOUNCED_NAME = "probe.mp4"


@dataclass(frozen=True, slots=True)
class Operation:
    """How a probe's body becomes a shot. All that the shot needs is fetched while it is prepared."""

    body: Any
    prepare: Callable[[Identity, Any], tuple[str | None, Shot]]


def _step(name: str) -> Callable[[Identity, bodies.Probe], tuple[str | None, Shot]]:
    """A step of the main phone's sitting that brings nothing along: enter, return, begin and so on."""

    def prepare(who: Identity, body: bodies.Probe) -> tuple[str | None, Shot]:
        path = f"/sittings/{who.sitting(body)}/{name}"
        return who.candidate_token(body), lambda line: line.post(path)

    return prepare


def _answer(who: Identity, body: bodies.AnswerProbe) -> tuple[str | None, Shot]:
    request = json_request("POST", f"/sittings/{who.sitting(body)}/answers", {"text": body.text})
    return who.candidate_token(body), lambda line: line.send(request)


def _show(who: Identity, body: bodies.ShowProbe) -> tuple[str | None, Shot]:
    request = json_request("POST", f"/sittings/{who.sitting(body)}/show", {"item": body.item})
    return who.candidate_token(body), lambda line: line.send(request)


def _confirm(who: Identity, body: bodies.ConfirmProbe) -> tuple[str | None, Shot]:
    path = f"/confirmations/{body.major}"
    return who.candidate_token(body), lambda line: line.post(path)


def _pair(who: Identity, body: bodies.PairProbe) -> tuple[str | None, Shot]:
    if body.exam_code is not None:
        content = {"exam_code": body.exam_code, "account": who.account(body)}
    else:
        content = {"code": body.code if body.code is not None else who.code(body)}
    request = json_request("POST", "/pair", content)
    return None, lambda line: line.send(request)


def _photo(who: Identity, body: bodies.PhotoProbe) -> tuple[str | None, Shot]:
    picture = material.picture(body.image, who.device, body.page)
    path = f"/sittings/{who.sitting(body)}/photos/{body.page}"
    request = Request("PUT", path, picture, {"Content-Type": "image/jpeg"})
    return who.candidate_token(body), lambda line: line.send(request)


def _submission(who: Identity, body: bodies.SubmitProbe) -> dict[str, Any]:
    content = material.recording(who.device, ANNOUNCED_NAME, ANNOUNCED_BYTES)
    file = {
        "name": ANNOUNCED_NAME,
        "kind": VIDEO,
        "bytes": len(content),
        "nominal_bytes": len(content),
        "sha256": material.digest(content),
    }
    key = body.idempotency_key or f"probe-{who.device}-{who.sitting(body)}"
    return {"idempotency_key": key, "files": [file]}


def _submit(who: Identity, body: bodies.SubmitProbe) -> tuple[str | None, Shot]:
    request = json_request("POST", f"/sittings/{who.sitting(body)}/submit", _submission(who, body))
    return who.candidate_token(body), lambda line: line.send(request)


def _aux_submit(who: Identity, body: bodies.SubmitProbe) -> tuple[str | None, Shot]:
    binding = who.binding(body)
    request = json_request("POST", f"/bindings/{binding.name}/submit", _submission(who, body))
    return binding.token, lambda line: line.send(request)


def _upload(who: Identity, body: bodies.UploadProbe) -> tuple[str | None, Shot]:
    content = material.recording(who.device, body.name, body.bytes)
    right = material.digest(content)
    told = {
        "sitting": who.sitting(body),
        "name": body.name,
        "kind": VIDEO,
        "sha256": right if body.sha256 == "right" else material.digest(content + b"!"),
    }
    return who.any_token(body), lambda line: _by_tus(line, content, told)


def _by_tus(line: Line, content: bytes, told: Mapping[str, str]) -> Reply:
    """Create, then all bytes in one request; the answer that settled it."""
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in told.items())
    headers = {**TUS, "Upload-Length": str(len(content)), "Upload-Metadata": metadata}
    created = line.send(Request("POST", "/uploads", headers=headers))
    if not created.accepted:
        return created
    place = {name.lower(): value for name, value in created.headers.items()}.get("location")
    if place is None:
        raise BenchError("the platform created an upload and named no Location")
    headers = {**TUS, "Upload-Offset": "0", "Content-Type": PATCH_TYPE}
    return line.send(Request("PATCH", place, content, headers))


OPERATIONS: Mapping[str, Operation] = {
    "enter": Operation(bodies.StatingProbe, _step("enter")),
    "return": Operation(bodies.StatingProbe, _step("return")),
    "begin": Operation(bodies.StatingProbe, _step("begin")),
    "finish": Operation(bodies.StatingProbe, _step("finish")),
    "record-again": Operation(bodies.StatingProbe, _step("record-again")),
    "answer": Operation(bodies.AnswerProbe, _answer),
    "show": Operation(bodies.ShowProbe, _show),
    "confirm": Operation(bodies.ConfirmProbe, _confirm),
    "pair": Operation(bodies.PairProbe, _pair),
    "photo": Operation(bodies.PhotoProbe, _photo),
    "submit": Operation(bodies.SubmitProbe, _submit),
    "aux-submit": Operation(bodies.SubmitProbe, _aux_submit),
    "upload": Operation(bodies.UploadProbe, _upload),
}
