"""What the bench answers about the sites around the apps; the shapes are those of `contracts/bench.openapi.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from conformance.bench.forms import Candidate

Timeliness = Literal["in_time", "late", "undecided"]


@dataclass(frozen=True, slots=True)
class Both:
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class NotGiven:
    """Why a site gives nothing."""

    cause: str
    message: Both


@dataclass(frozen=True, slots=True)
class Offered:
    """Answer sheets that the site lists."""

    subject: str
    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class Download:
    """One document: the PDF in base64, or why there is none."""

    subject: str
    refused: NotGiven | None
    pdf: str | None


@dataclass(frozen=True, slots=True)
class Downloads:
    """What a visit to the registration site gave."""

    logged_in: bool
    refused: NotGiven | None
    offered: tuple[Offered, ...]
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the school put right, and the candidate as she is registered now."""

    corrected: tuple[str, ...]
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class DownloadCode:
    """A download code: a PNG in base64; `on` the site or the manual."""

    app: Literal["main", "aux"]
    on: Literal["site", "manual"]
    picture: str


@dataclass(frozen=True, slots=True)
class OfficialSite:
    address: str
    codes: tuple[DownloadCode, ...]


@dataclass(frozen=True, slots=True)
class Queried:
    """A query to the support desk as it stands; `answered_at` is None as long as nobody has answered."""

    query: int
    received_at: datetime
    answered_at: datetime | None
    answer: Both | None
    referred_to: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the post office gives for a bag."""

    parcel: int
    stamp: str
    carrier: str


@dataclass(frozen=True, slots=True)
class MailFinding:
    """One thing that is not as the notice asks for, and the subject where it is about one."""

    finding: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A bag at the school, as its mail room finds it."""

    parcel: int
    id_number: str
    stamp: str
    received_at: datetime
    timeliness: Timeliness | None
    findings: tuple[MailFinding, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class MailRoom:
    mail: tuple[Mail, ...]
