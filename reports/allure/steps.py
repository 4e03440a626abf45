"""The steps of a scenario as Allure shows them, with the exam's time and the screenshots that were kept."""

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping

from allure_commons.model2 import (
    ATTACHMENT_PATTERN,
    Attachment,
    Parameter,
    Status,
    StatusDetails,
    TestStepResult,
)
from allure_commons.types import AttachmentType

from reports.bundle import kept
from reports.form import Evidence, Language, Scenario, Seen, Step, StepStatus
from reports.overview import said
from reports.wording import word

STATUS: Mapping[StepStatus, str] = {
    "passed": Status.PASSED,
    "not_met": Status.FAILED,
    "transport_lost": Status.BROKEN,
    "error": Status.BROKEN,
    "not_run": Status.SKIPPED,
}
"""What is in no row is `unknown`."""


def steps(
    scenario: Scenario, evidence: Evidence | None, attached: dict[str, bytes], language: Language
) -> Iterator[TestStepResult]:
    """Every step; the files that it refers to are added to `attached`."""
    found = evidence or Evidence()
    for step, seen in zip(scenario.steps, kept(scenario, found), strict=True):
        yield TestStepResult(
            name=f"{word('keyword', step.keyword).within(language)} {step.text.within(language)}",
            status=STATUS.get(step.status, Status.UNKNOWN),
            statusDetails=_details(step, language),
            stage="finished",
            parameters=[Parameter(name=name, value=value) for name, value in _values(step, language).items()],
            attachments=list(_pictures(seen, found, attached, language)),
        )


def _details(step: Step, language: Language) -> StatusDetails | None:
    if step.status == "passed":
        return None
    lines = [word("status", step.status).within(language)]
    for name, what in (("expected", step.expected), ("seen", step.seen), ("error", step.error)):
        if what:
            lines.append(f"{word('ui', name).within(language)}: {said(what, language)}")
    return StatusDetails(message="\n".join(lines))


def _values(step: Step, language: Language) -> dict[str, str]:
    at = {word("ui", "exam_time").within(language): step.at} if step.at else {}
    return {**at, **step.values}


def _pictures(
    seen: Seen, evidence: Evidence, attached: dict[str, bytes], language: Language
) -> Iterator[Attachment]:
    """The screenshots of a step, each file named by what it shows."""
    for lane, shot in (("main", seen.main_shot), ("aux", seen.aux_shot)):
        picture = _decoded(evidence.shots.get(shot, ""))
        if picture:
            kind = AttachmentType.PNG
            source = ATTACHMENT_PATTERN.format(prefix=hashlib.sha256(picture).hexdigest(), ext=kind.extension)
            attached[source] = picture
            yield Attachment(name=word("lane", lane).within(language), source=source, type=kind.mime_type)


def _decoded(shot: str) -> bytes:
    try:
        return base64.b64decode(shot, validate=True)
    except binascii.Error:
        return b""
