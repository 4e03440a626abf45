"""The bodies that the bench takes, one frozen struct each, as contracts/bench.openapi.yaml lists them."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

Text = Annotated[str, Meta(min_length=1, max_length=80)]
LongText = Annotated[str, Meta(min_length=1, max_length=20_000)]
Version = Annotated[str, Meta(pattern=r"^\d{1,6}(\.\d{1,6}){0,3}$")]
Account = Annotated[str, Meta(pattern=r"^[0-9A-Za-z@._-]{3,40}$")]
Natural = Annotated[int, Meta(ge=0)]
Year = Annotated[int, Meta(ge=-31_536_000_000, le=31_536_000_000)]
Share = Annotated[float, Meta(ge=0, le=1)]
StageName = Literal["enrolled", "registered", "confirmed", "paired", "waiting", "answering", "photos"]
Role = Literal["main", "aux"]


class Body(Struct, frozen=True, forbid_unknown_fields=True):
    """A body in which an unknown word is an error."""


class Models(Body, frozen=True):
    """The models of a candidate's two phones, by their ids; one that is left out is the usual one of this process."""

    main: str | UnsetType = UNSET
    aux: str | UnsetType = UNSET


class Registration(Body, frozen=True):
    """What the school has of a candidate otherwise than it is."""

    name: LongText | UnsetType = UNSET
    id_number: Text | UnsetType = UNSET
    province: Text | UnsetType = UNSET
    candidate_number: Text | UnsetType = UNSET
    majors: Annotated[tuple[str, ...], Meta(max_length=20)] | UnsetType = UNSET


class CandidateWish(Body, frozen=True):
    name: LongText | None = None
    account: Account | None = None
    subject: str | None = None
    stage: StageName | None = None
    models: Models = Models()
    registration: Registration = Registration()


class WorldWish(Body, frozen=True):
    season: str = "zjcm-2023"
    seed: int = 1
    stage: StageName = "registered"
    subject: str | None = None
    session: str = "formal"
    candidates: Annotated[tuple[CandidateWish, ...], Meta(max_length=200)] = (CandidateWish(),)


class PhoneWish(Body, frozen=True):
    role: Role
    owner: str | None = None
    model: str | None = None


class ClockMove(Body, frozen=True):
    to: str | UnsetType = UNSET
    by_ms: Annotated[int, Meta(ge=0, le=31_536_000_000)] | UnsetType = UNSET


class FaceScript(Body, frozen=True):
    account: str
    results: Annotated[tuple[Literal["pass", "fail"], ...], Meta(min_length=1, max_length=100)]


class FaceApproval(Body, frozen=True):
    sitting: str


class Decision(Body, frozen=True):
    decision: Literal["approve", "reject"]
    reviewer: Text = "bench"


ConductClass = Literal["cheating", "violation", "forfeit"]


class ChecklistItem(Body, frozen=True):
    """One thing that reviewers look for, with the classes of its rule."""

    id: Text
    rule: Text
    en: Annotated[str, Meta(min_length=1, max_length=300)]
    zh: Annotated[str, Meta(min_length=1, max_length=300)]
    classes: Annotated[tuple[ConductClass, ...], Meta(max_length=3)] = ()


class Checklist(Body, frozen=True):
    items: Annotated[tuple[ChecklistItem, ...], Meta(max_length=500)]


class Remark(Body, frozen=True):
    """What a named person found, where, and from when to when."""

    sitting: str
    item: Text
    reviewer: Text
    note: Annotated[str, Meta(max_length=2000)] = ""
    phone: Literal["main", "aux"] | None = None
    begins: str | None = None
    ends: str | None = None


class Settlement(Body, frozen=True):
    """What a named person decides of a finding; without classes it is settled with those of its rule."""

    decision: Literal["settle", "withdraw"]
    reviewer: Text
    note: Annotated[str, Meta(max_length=2000)] = ""
    classes: Annotated[tuple[ConductClass, ...], Meta(max_length=3)] | None = None


class Release(Body, frozen=True):
    app: Role
    version: Version
    notes: Annotated[str, Meta(max_length=2000)] = ""


class Storage(Body, frozen=True):
    free_bytes: Natural


class Battery(Body, frozen=True):
    percent: Annotated[float, Meta(ge=0, le=100)] | UnsetType = UNSET
    plugged: bool | UnsetType = UNSET


class Network(Body, frozen=True):
    up: bool | UnsetType = UNSET
    kind: Literal["wifi", "cellular", "none"] | UnsetType = UNSET
    bytes_per_second: Annotated[int, Meta(ge=1)] | UnsetType = UNSET
    latency_ms: Natural | UnsetType = UNSET
    jitter_ms: Natural | UnsetType = UNSET
    loss: Share | UnsetType = UNSET
    outage_after_bytes: Natural | UnsetType = UNSET
    bars: Annotated[int, Meta(ge=0, le=4)] | UnsetType = UNSET
    generation: Literal["5G", "4G", "3G", "2G"] | UnsetType = UNSET


class Call(Body, frozen=True):
    number: Annotated[str, Meta(min_length=1, max_length=20)] | UnsetType = UNSET
    hang_up: bool | UnsetType = UNSET


class PhoneClock(Body, frozen=True):
    offset_ms: Year | UnsetType = UNSET
    drift_ppm: Annotated[float, Meta(ge=-100_000, le=100_000)] | UnsetType = UNSET
    zone: Annotated[str, Meta(pattern=r"^[+-]\d\d:\d\d$")] | UnsetType = UNSET


class IdCard(Body, frozen=True):
    """A side of somebody's card: a candidate's (default the phone's owner), or with other words on it."""

    side: Literal["portrait", "emblem"]
    candidate: str | None = None
    name: str | None = None
    id_number: str | None = None
    address: str = ""


class Sheet(Body, frozen=True):
    """`header` has the fields that are filled in, `ink` what they were written with; without a subject it is the world's."""

    page: Annotated[int, Meta(ge=1, le=99)]
    subject: Text | None = None
    header: tuple[Literal["major", "name", "admission_number"], ...] = ("major", "name", "admission_number")
    ink: Literal["black", "blue", "pencil"] = "black"


class Pointed(Body, frozen=True):
    """A phone's screen (its udid), a picture (a PNG in base64), an ID card or an answer sheet."""

    screen: str | UnsetType = UNSET
    picture: str | UnsetType = UNSET
    id_card: IdCard | UnsetType = UNSET
    sheet: Sheet | UnsetType = UNSET


class Camera(Body, frozen=True):
    pointed_at: Literal["desk", "room"] | Pointed
    distance_cm: Annotated[float, Meta(ge=3, le=300)] | None = None
    tilt_deg: Annotated[float, Meta(ge=-89, le=89)] = 0
    turn_deg: Annotated[float, Meta(ge=-89, le=89)] = 0
    blur: Share = 0
    noise: Share = 0
    glare: Share = 0
    darkness: Share = 0
    overexposure: Share = 0
    backlight: Share = 0
    held: Sheet | None = None
    worn: Literal["none", "make_up", "lenses"] = "none"


class Surroundings(Body, frozen=True):
    """What else is seen and heard where the phone is, of the tables in the contract; nothing where nothing is named."""

    seen: Annotated[tuple[Text, ...], Meta(max_length=8)] = ()
    words: Annotated[str, Meta(max_length=40)] = ""
    heard: Annotated[str, Meta(max_length=40)] = ""


class Power(Body, frozen=True):
    on: bool


class Lock(Body, frozen=True):
    locked: bool
    automatic: bool = False


class App(Body, frozen=True):
    launch: Text | UnsetType = UNSET
    terminate: Text | UnsetType = UNSET
    crash: Text | UnsetType = UNSET
    install: Text | UnsetType = UNSET
    update: Text | UnsetType = UNSET
    uninstall: Text | UnsetType = UNSET
    version: Annotated[str, Meta(pattern=r"^\d+(\.\d+){0,3}$")] | None = None
    granted: bool = False
    source: Text | None = None


class Permissions(Body, frozen=True):
    package: Text
    granted: bool


class Capture(Body, frozen=True):
    kind: Literal["screenshot", "screen_recording", "screen_cast"]
    on: bool = True


class Clean(Body, frozen=True):
    package: Text | None = None


class Alarm(Body, frozen=True):
    at: Annotated[str, Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    label: Text = "闹钟"


class Alarms(Body, frozen=True):
    alarms: Annotated[tuple[Alarm, ...], Meta(max_length=20)]


class Message(Body, frozen=True):
    sender: Annotated[str, Meta(min_length=1, max_length=20)]
    text: Annotated[str, Meta(min_length=1, max_length=2000)]


Settings = dict[str, bool | int | float | str]


class Probe(Body, frozen=True):
    udid: str
    account: str | None = None
    sitting: str | None = None


class ConfirmProbe(Probe, frozen=True, kw_only=True):
    major: Text


class StatingProbe(Probe, frozen=True):
    """One that may state the version of an app (R191, R192)."""

    app_version: Version | None = None


class AnswerProbe(Probe, frozen=True):
    text: Annotated[str, Meta(max_length=20_000)] = "作答"


class ShowProbe(Probe, frozen=True, kw_only=True):
    item: Literal["room", "desk", "blank_sheets", "draft_paper", "face"]


class PairProbe(StatingProbe, frozen=True):
    code: str | None = None
    exam_code: str | None = None


class PhotoProbe(Probe, frozen=True, kw_only=True):
    page: Annotated[int, Meta(ge=1, le=99)]
    image: Literal["sheet", "text", "empty", "truncated", "huge"] = "sheet"


class SubmitProbe(Probe, frozen=True):
    idempotency_key: Text | None = None


class UploadProbe(Probe, frozen=True):
    name: Text = "probe.mp4"
    bytes: Annotated[int, Meta(ge=1, le=4_194_304)] = 4096
    sha256: Literal["right", "wrong"] = "right"


class Together(Body, frozen=True):
    probes: Annotated[tuple[dict[str, object], ...], Meta(min_length=1, max_length=64)]


class Fault(Body, frozen=True):
    udid: str
    kind: Literal["drop_answer", "cut_after", "dribble", "corrupt", "answer", "repeat", "outage"]
    bytes: Natural | None = None
    until: str | None = None
    byte: Natural | None = None
    status: Literal[401, 423, 429, 503] | None = None
