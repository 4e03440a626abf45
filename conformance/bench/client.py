"""The bench as the examiner uses it: one method per control of `contracts/bench.openapi.yaml`.

Instants are aware datetimes, storage and network speeds are bytes. Errors: `ControlMissing` (501: the target does
not offer it), `TransportLost` (no answer, or the token is wrong), `RefusedWhen` (409: the world cannot do this
now), `KitFault` (the kit asked wrongly).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from conformance.bench.around import AroundControls
from conformance.bench.forms import (
    Candidate,
    Controls,
    Dossier,
    Item,
    Made,
    Phone,
    Probed,
    Record,
    Review,
    Reviews,
    Upload,
    Uploads,
    World,
)
from conformance.bench.phones import PhoneControls
from conformance.bench.wire import Absent, BenchWire
from conformance.outcome import NotMet
from reports.form import Text

Stage = Literal["enrolled", "registered", "confirmed", "paired", "waiting", "answering", "photos"]
Role = Literal["main", "aux"]
Operation = Literal[
    "confirm",
    "enter",
    "return",
    "begin",
    "finish",
    "record-again",
    "answer",
    "show",
    "pair",
    "photo",
    "submit",
    "aux-submit",
    "upload",
]
FaultKind = Literal["drop_answer", "cut_after", "dribble", "corrupt", "answer", "repeat", "outage"]


class Bench(PhoneControls, AroundControls):
    """A client of one bench. `url` ends in `/bench/v1`; it is used by one scenario at a time."""

    def __init__(self, url: str, token: str) -> None:
        self.token = token
        self._wire = BenchWire(url, token)
        self.watch = lambda _: None

    def close(self) -> None:
        self._wire.close()

    # --- what there is -----------------------------------------------------------------------------------

    def controls(self) -> Controls:
        """What this bench offers, how exactly it sets time, and what product it drives."""
        return self._wire.ask("GET", "/controls", Controls)

    def open_world(
        self,
        *,
        season: str,
        seed: int,
        stage: Stage = "registered",
        subject: str = "",
        session: str = "formal",
        candidates: Sequence[Mapping[str, Any]] = ({},),
    ) -> World:
        """A fresh world at `stage`; each candidate is a mapping of name, account, subject, stage, models and
        registration, as far as given; `models` is a mapping of main and aux to models' ids, `registration` what the
        school has otherwise than it is.

        Without a subject it is the one that the bench takes for the season.
        """
        wish = {
            "season": season,
            "seed": seed,
            "stage": stage,
            **({"subject": subject} if subject else {}),
            "session": session,
            "candidates": [dict(candidate) for candidate in candidates],
        }
        return self._wire.ask("POST", "/worlds", World, wish)

    def world(self) -> World:
        """The world there is."""
        return self._wire.ask("GET", "/worlds/current", World)

    def end_world(self) -> None:
        """End the world; ending none is no error."""
        self._wire.tell("DELETE", "/worlds/current")

    def add_candidate(
        self,
        *,
        name: str = "",
        account: str = "",
        subject: str = "",
        stage: Stage = "registered",
        models: Mapping[str, str] | None = None,
        registration: Mapping[str, Any] | None = None,
    ) -> Candidate:
        """One more candidate with two phones, at a stage that lies behind."""
        wish = _given({"name": name, "account": account, "subject": subject, "stage": stage})
        chosen = {"models": dict(models)} if models else {}
        school = {"registration": dict(registration)} if registration else {}
        return self._wire.ask("POST", "/candidates", Candidate, {**wish, **chosen, **school})

    def add_phone(self, role: Role = "aux", *, owner: str = "", model: str = "") -> Phone:
        """One more phone, with the app of its role installed and not started; `owner` is an account."""
        return self._wire.ask(
            "POST", "/phones", Phone, _given({"role": role, "owner": owner, "model": model})
        )

    # --- time --------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """Exam time."""
        return self._wire.instant("GET", None)

    def move_to(self, instant: datetime) -> datetime:
        """Move exam time forward to `instant`; going back raises `RefusedWhen`."""
        return self._wire.instant("POST", {"to": instant.isoformat(timespec="milliseconds")})

    def move_by(self, span: timedelta) -> datetime:
        """Move exam time forward by `span` (whole milliseconds)."""
        return self._wire.instant("POST", {"by_ms": span // timedelta(milliseconds=1)})

    # --- the face check ----------------------------------------------------------------------------------

    def next_face_checks(self, account: str, results: Sequence[bool]) -> None:
        """What the next face checks of this candidate will say, in this order (True passes)."""
        words = ["pass" if result else "fail" for result in results]
        self._wire.tell("POST", "/face-checks/next", {"account": account, "results": words})

    def approve_face(self, sitting: str) -> None:
        """The reviewer at the platform lets this candidate pass."""
        self._wire.tell("POST", "/face-checks/approve", {"sitting": sitting})

    # --- the review desk, the releases -------------------------------------------------------------------

    def reviews(self) -> list[Review]:
        """What waits for a person at the platform, in the order in which it was brought there."""
        return list(self._wire.ask("GET", "/reviews", Reviews).reviews)

    def decide(self, review: str, decision: Literal["approve", "reject"], reviewer: str = "bench") -> None:
        """The person at the review desk decides an open case."""
        self._wire.tell("POST", f"/reviews/{review}", {"decision": decision, "reviewer": reviewer})

    # --- the review desk for sittings --------------------------------------------------------------------

    def adopt_checklist(self, items: Sequence[Item]) -> None:
        """What reviewers look for in sittings from now on."""
        rows = [
            {"id": one.id, "rule": one.rule, "en": one.en, "zh": one.zh, "classes": list(one.classes)}
            for one in items
        ]
        self._wire.tell("PUT", "/desk/checklist", {"items": rows})

    def dossier(self, sitting: str) -> Dossier:
        """A sitting as it lies on the desk."""
        return self._wire.ask("GET", f"/desk/sittings/{sitting}", Dossier)

    def make_finding(self, sitting: str, item: str, reviewer: str, **more: Any) -> int:
        """A named reviewer has found an item; its number. `more`: note, phone, begins and ends (instants)."""
        said = {
            key: value.isoformat(timespec="milliseconds") if isinstance(value, datetime) else value
            for key, value in more.items()
        }
        body = {"sitting": sitting, "item": item, "reviewer": reviewer, **said}
        return self._wire.ask("POST", "/desk/findings", Made, body).finding

    def decide_finding(
        self,
        finding: int,
        decision: Literal["settle", "withdraw"],
        reviewer: str,
        note: str = "",
        classes: Sequence[str] | None = None,
    ) -> None:
        """A named person settles a finding, by default with the classes of its rule, or withdraws it."""
        ruled = {} if classes is None else {"classes": list(classes)}
        body = {"decision": decision, "reviewer": reviewer, "note": note, **ruled}
        self._wire.tell("POST", f"/desk/findings/{finding}", body)

    def publish(self, app: Role, version: str, notes: str = "") -> None:
        """A new version of an app is out; phones keep what they have."""
        self._wire.tell("POST", "/releases", {"app": app, "version": version, "notes": notes})

    # --- the record, the probes, the faults ----------------------------------------------------------------

    def records(self, since: int = 0) -> list[Record]:
        """What the platform recorded after record number `since`, in the platform's closed vocabulary."""
        return self._wire.records(since)

    def uploads(self, sitting: str) -> list[Upload]:
        """What both phones have submitted of a sitting, and how much of each file has arrived."""
        return list(self._wire.ask("GET", f"/uploads/{sitting}", Uploads).files)

    def restart_platform(self) -> None:
        """The platform ends and starts anew from what it has written down."""
        self._wire.tell("POST", "/platform/restart")

    def file(self, sha256: str) -> bytes:
        """A file that has arrived at the platform whole, by its digest in the records. Raises NotMet where the
        platform does not have what is on record."""
        try:
            return self._wire.tell("GET", f"/files/{sha256}")
        except Absent as lost:
            raise NotMet(
                expected=Text(f"the file {sha256[:12]}, which is on record", f"已有记录的文件 {sha256[:12]}"),
                seen=Text("the platform does not have it", "平台没有此文件"),
            ) from lost

    def probe(self, operation: Operation, udid: str, **body: Any) -> Probed:
        """The operation as this phone would ask for it, without the app."""
        return self._wire.ask("POST", f"/probes/{operation}", Probed, {"udid": udid, **body})

    def probe_together(self, probes: Sequence[Mapping[str, Any]]) -> list[Probed]:
        """Several probes at once, truly concurrent; each names its `operation`; results keep the order."""
        return self._wire.probed([dict(probe) for probe in probes])

    def fault(self, udid: str, kind: FaultKind, **detail: Any) -> None:
        """Something goes wrong with the next request of this phone.

        `detail`: bytes (cut_after), until (dribble, an instant), byte (corrupt), status (answer).
        """
        until = detail.get("until")
        if isinstance(until, datetime):
            detail = {**detail, "until": until.isoformat(timespec="milliseconds")}
        self._wire.tell("POST", "/faults", {"udid": udid, "kind": kind, **detail})


def _given(wish: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in wish.items() if value}
