"""What is signed: an in-toto Statement (version 1) about one run. `contracts/certificate.schema.json` is this, written down."""

from __future__ import annotations

import json
from typing import Any, Literal

import msgspec

from reports.form import Counts, Kit, Season, Subject, Target, Text, Verdict

STATEMENT = "https://in-toto.io/Statement/v1"
SELF_TEST = "https://examgate.example/self-test/v1"
DEMO = "https://examgate.example/self-test-demo/v1"
"""Names, not addresses: `.example` is nobody's and never will be (RFC 2606), so that nothing is ever fetched from there."""
FORM = "examgate-certificate/1"
TITLE = Text("Self-test certificate of conformance", "符合性自测声明")
DEMO_TITLE = Text("Self-test certificate of conformance (demonstration)", "符合性自测声明（演示）")
CLAIMS = Text(
    "Whoever signed tested by themselves. This claims no certification by a licensed body, and no approval by the school.",
    "本声明系签署方自行测试的结果，不构成具有资质的机构所作的认证，也不代表学校的认可。",
)
DEMO_CLAIMS = Text(
    "A demonstration on examgate's own simulated phones: it is about no vendor's product and cannot be used for one.",
    "本演示在 examgate 自带的模拟手机上进行，不涉及任何厂商的产品，不得用于任何产品。",
)


class StatementError(ValueError):
    """What was signed is no statement of this form."""


class Resource(msgspec.Struct, frozen=True):
    """A thing by its digest, as in-toto describes one."""

    name: str
    digest: dict[str, str]


class AppFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was handed in for an app.

    `found`: it is the very file that ran; or it differs from that in its channel only; or, where a phone shows no files,
    it is called as the app that ran. `but_channel` is the digest that packages share which differ in their channel only.
    """

    role: Literal["main", "aux"]
    name: str
    sha256: str
    but_channel: str = ""
    part: str = ""
    found: Literal["the same", "another channel", "named the same"]


class RuleFound(msgspec.Struct, frozen=True):
    """What was found of a rule; `digest` is that of its row."""

    verdict: Verdict
    digest: str = ""


class Excused(msgspec.Struct, frozen=True):
    """A rule that counts as kept because it was excused."""

    rule: str
    approver: str
    expires: str


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """What is claimed of the subjects. Instants are ISO 8601; `until` is the last day on which it holds.

    `attempts`: how often the run was started before it was whole; `tried_again`: scenarios that the lab lost, and how often
    each was run until it had a result.
    """

    form: str
    title: Text
    claims: Text
    season: Season
    ran_by: str
    signed_by: str
    key: str
    issued: str
    until: str
    edition: str
    kit: Kit
    target: Target
    apps: tuple[Subject, ...] = ()
    app_files: tuple[AppFile, ...] = ()
    platform: Subject | None = None
    seed: int
    started: str
    finished: str
    attempts: int = 1
    tried_again: dict[str, int] = {}
    verdict: str
    counts: Counts
    basis: dict[str, dict[str, int]]
    rules: dict[str, RuleFound]
    scenarios: dict[str, Verdict]
    waivers: tuple[Excused, ...] = ()
    files: dict[str, str]
    remarks: tuple[Text, ...] = ()


class Statement(
    msgspec.Struct, frozen=True, kw_only=True, rename={"type": "_type", "predicate_type": "predicateType"}
):
    """The statement as it is written."""

    type: str
    subject: tuple[Resource, ...]
    predicate_type: str
    predicate: Predicate

    @property
    def demo(self) -> bool:
        return self.predicate_type == DEMO


def encode(statement: Statement) -> bytes:
    """The bytes that are signed; equal statements give equal bytes."""
    return msgspec.json.encode(statement, order="sorted")


def decode(payload: bytes) -> Statement:
    """StatementError for what is none, or of another form."""
    try:
        found = msgspec.json.decode(payload, type=Statement)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise StatementError(str(fault)) from fault
    wanted = (
        (found.type, (STATEMENT,)),
        (found.predicate_type, (SELF_TEST, DEMO)),
        (found.predicate.form, (FORM,)),
    )
    for value, known in wanted:
        if value not in known:
            raise StatementError(f"found {value!r}, this kit reads {' and '.join(known)}")
    return found


def schema() -> dict[str, Any]:
    """The JSON Schema of what is signed."""
    made = json.loads(json.dumps(msgspec.json.schema(Statement)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FORM, **made}
