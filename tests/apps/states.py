"""States that bring up every screen of both apps, with a word of the test's in every place where a text comes in."""

from datetime import timedelta
from typing import Any

from simulators.apps import AuxApp, MainApp
from simulators.apps.screenbook import State
from simulators.core.instants import iso
from tests.apps.stand import START

AT = {name: iso(START + timedelta(minutes=m)) for name, m in (
    ("opens_at", -15), ("start", 0), ("closes_at", 0), ("answering_from", 0),
    ("end", 60), ("display_ends", 60.5), ("photo_ends", 70.5), ("auto_end", 75.5),
)}  # fmt: skip
STEPS = (
    "exam_page", "face_check", "face_review", "waiting", "answering", "interrupted", "display", "photos", "ready",
    "submitted", "forfeited", "terminated", "failed", "not_submitted",
)  # fmt: skip
PLAIN = "王芳"
TERMS: dict[str, Any] = {
    "start": "fixed", "early_end": False, "display_with_face": False, "go_on_by_hand": False,
    "recordings_viewable": False,
}  # fmt: skip
EVERY_TERM: dict[str, Any] = {name: "free" if name == "start" else True for name in TERMS}
SHOWS = [
    {"item": "room", "by": "aux", "shown": False}, {"item": "desk", "by": "aux", "shown": True},
    {"item": "face", "by": "main", "shown": False}, {"item": "draft_paper", "by": "main", "shown": True},
]  # fmt: skip


def view(
    state: str, word: str = PLAIN, sheet: bool = True, review: str = "none", accepted: int = 0
) -> dict[str, Any]:
    """A sitting as the platform tells it."""
    return {
        "sitting": "s1", "state": state, "status": "进行中", "session": "formal",
        "subject": {"id": "song", "name": word, "has_sheet": sheet, "pages": 2},
        "free_storage_bytes": 20_000_000_000,
        "major": {"id": "m", "name": word}, "server_time": AT["start"], "next_change": None, **AT,
        "candidate": {"account": word, "name": word, "admission_number": word},
        "code": {"payload": "XYB1:s1:token", "text": "ABCDEFGH"}, "aux": {"recording": True, "phones": 1},
        "face": {"failures": 1, "review": review}, "interruptions": {"count": 0, "since": None, "until": None},
        "terms": TERMS, "shows": [], "chances": None, "ended_by": None,
        "paper": {"title": word, "question": word}, "answer": word, "submitted_at": AT["end"],
        "pages": {
            "required": 2, "accepted": list(range(1, accepted + 1)), "quality": {"1": {"poor": ["sharpness", "corners"]}},
        },
        "content": {"考试内容": word, "拍摄要求": word, "拍摄时间": word, "注意事项": word},
    }  # fmt: skip


def otherwise(state: str, word: str, sheet: bool = True, **other: Any) -> dict[str, Any]:
    """A sitting of a season that has all that other notices ask for."""
    return {
        **view(state, word, sheet), "terms": EVERY_TERM, "shows": SHOWS, "chances": {"allowed": 3, "left": 1},
        "answering_from": iso(START + timedelta(minutes=5)), "closes_at": AT["end"], "ended_by": "interruption",
        "interruptions": {"count": 1, "since": AT["start"], "until": iso(START + timedelta(minutes=2))}, **other,
    }  # fmt: skip


def account(word: str = PLAIN, **other: Any) -> dict[str, Any]:
    """An account as the platform tells it: authenticated, its face not checked."""
    return {
        "account": word, "email": word, "state": "authenticated", "name": word, "id_number": word,
        "profile": {"kind": "高考生", "province": word, "candidate_number": word, "school": word},
        "identity": {"state": "verified", "appeal": "none", "sides": {"portrait": True, "emblem": False}},
        "face": {"state": "needed", "failures": 1, "review": "none"}, "server_time": AT["start"],
        "bars": {"blue": False, "red": True}, **other,
    }  # fmt: skip


UNKNOWN = {
    "state": "id_in_progress", "name": None, "id_number": None, "profile": None, "email": None,
    "bars": {"blue": True, "red": False},
    "identity": {"state": "in_progress", "appeal": "none", "sides": {"portrait": True, "emblem": True}},
}  # fmt: skip
"""Of an account that has not been identified."""


def identity(appeal: str) -> dict[str, Any]:
    taken = {"state": "taken", "appeal": appeal, "sides": {"portrait": True, "emblem": True}}
    return {**UNKNOWN, "identity": taken}


def exam(
    word: str = PLAIN, *, signed: bool = False, done: bool = False, handed_in: bool = True
) -> dict[str, Any]:
    sitting = {
        "sitting": "s1", "subject": {"id": "song", "name": word}, "start": AT["start"], "end": AT["end"],
        "state": "submitted" if handed_in else "listed", "status": "已结束",
    }  # fmt: skip
    sessions = ("mock-1", "mock-2", "mock-3", "formal")
    return {
        "title": word, "registrations": [{"subject": "song", "state": "preparing", "mocks": 1}],
        "major": {"id": "m", "name": word}, "admission_number": word, "pledge": {"signed": signed},
        "tasks": [
            {"id": "notice", "title": "阅读考试须知和操作说明", "words": [word], "done": True},
            {"id": "positions", "title": word, "words": [word], "done": done},
        ],
        "practice": {"times": 0, "under_way": False}, "sittings": [{**sitting, "session": name} for name in sessions],
    }  # fmt: skip


def upload(number: int, word: str, status: str) -> dict[str, Any]:
    name = f"{number}{word}"
    return {"sitting": "s1", "name": name, "kind": "video", "bytes": 10, "offset": 4, "status": status}


FIELDS = (
    "account", "password", "phone_number", "code", "new_password", "id_name", "id_number", "province",
    "candidate_number", "school", "email", "answer", "exam_code", "main_account",
)  # fmt: skip


def main(screen: str, word: str = PLAIN, **other: Any) -> State:
    """The main app on a page outside any sitting, unless `other` says so; logged in."""
    return {
        **MainApp.first_state(MainApp.__new__(MainApp)),
        "screen": screen, "token": "t", "fields": dict.fromkeys(FIELDS, word), "candidate": {"name": word},
        "account": account(word), "exams": [exam(word)], "major": "m", "sitting": "s1", **other,
    }  # fmt: skip


def step(state: str, word: str = PLAIN, **other: Any) -> State:
    """The main app at a step of a sitting."""
    return main("exam", word, view=view(state, word), **other)


def pending(word: str = PLAIN, trouble: str = "") -> dict[str, Any]:
    major = {
        "major": {"id": "m", "name": word},
        "subjects": [{"id": "song", "name": word}],
        "clashes": [word],
    }
    told = {"cause": "name_mismatch", "message": {"en": trouble, "zh": trouble}}
    return {
        "opens_at": AT["opens_at"], "server_time": AT["start"], "pending": [] if trouble else [major],
        "trouble": told if trouble else None,
    }  # fmt: skip


def main_states(word: str = PLAIN) -> dict[str, State]:
    """Every screen of the main app, some in more than one condition: `screen` or `screen, condition`."""
    failed = [upload(1, word, "failed"), upload(2, word, "uploading")]
    requested = account(word, face={"state": "review", "failures": 3, "review": "requested"})
    refused = account(word, face={"state": "review", "failures": 3, "review": "needed"})
    recorded = [{"number": 1, "name": "practice-1.mp4", "bytes": 1_234_000_000}]
    running = {
        "number": 1,
        "name": "practice-1.mp4",
        "since": iso(START - timedelta(seconds=75)),
        "major": "m",
    }
    return {
        "login": main("login", word, notice=word, account=None),
        "register": main("register", word, code_sent="138****0001", account=None),
        "mine": main("mine", word),
        "mine, unknown": main("mine", word, account=account(word, **UNKNOWN)),
        "identity": main("identity", word, account=account(word, **UNKNOWN)),
        "identity, taken": main("identity", word, account=account(word, **identity("possible"))),
        "identity, appealed": main("identity", word, account=account(word, **identity("pending"))),
        "identity, rejected": main("identity", word, account=account(word, **identity("rejected"))),
        "identity_manual": main("identity_manual", word),
        "profile": main("profile", word, account=account(word, profile=None), kind="高考生"),
        "profile, locked": main("profile", word),
        "profile_check": main("profile_check", word),
        "account_face": main("account_face", word),
        "exams": main("exams", word, confirmations=pending(word), uploads=failed, account=refused),
        "exams, new": main("exams", word, exams=[], account=account(word, **UNKNOWN)),
        "exams, first": main("exams", word, confirmations=pending(word)),
        "exams, asked": main("exams", word, account=requested),
        "confirmations": main("confirmations", word, confirmations=pending(word), just_confirmed=True),
        "confirmations, trouble": main("confirmations", word, confirmations=pending(word, word)),
        "confirmations, none": main("confirmations", word, confirmations={**pending(word), "pending": []}),
        "exam_detail": main("exam_detail", word, notice=word),
        "exam_detail, ready": main("exam_detail", word, exams=[exam(word, signed=True, done=True, handed_in=False)]),
        "exam_detail, unfolded": main("exam_detail", word, exams=[exam(word, signed=True)], pledge_open=True),
        "exam_detail, gone": main("exam_detail", word, major="gone"),
        "task": main("task", word, task="notice"),
        "task, positions": main("task", word, task="positions"),
        "practice": main("practice", word, practices=recorded),
        "practising": main("practising", word, practice=running),
        "exam_page": step("exam_page", word, free=12_000_000_000),
        "exam_page, review": main("exam", word, view=view("face_review", word, review="needed")),
        "exam_page, asked": main("exam", word, view=view("face_review", word, review="requested")),
        "code": main("code", word, view=view("exam_page", word)),
        "face_check": step("face_check", word),
        "waiting": step("waiting", word, resources=40),
        "waiting, folded": step("waiting", word, collapsed=True),
        "answering": step("answering", word),
        "answering, no sheet": main("exam", word, view=view("answering", word, sheet=False)),
        "question": step("answering", word, zoomed=True),
        "display": step("display", word),
        "photos": main("exam", word, view=view("photos", word, accepted=1)),
        "photos, no sheet": main("exam", word, view=view("ready", word, sheet=False)),
        "submitted": step("submitted", word),
        "submission_status": main("submission_status", word, view=view("submitted", word), uploads=failed),
        **{name: step(name, word) for name in ("forfeited", "terminated", "failed", "not_submitted")},
        "reading": main("exam", word, view=otherwise("reading", word)),
        "going_on": main("exam", word, view=otherwise("interrupted", word)),
        "playback": main("exam", word, view=otherwise("ready", word, sheet=False), viewing=75),
        "exam_page, chances": main("exam", word, view=otherwise("exam_page", word)),
        "waiting, shows": main("exam", word, view=otherwise("waiting", word)),
        "answering, early end": main("exam", word, view=otherwise("answering", word, sheet=False)),
        "answering, ending": main("exam", word, view=otherwise("answering", word), ending=True),
        "display, with face": main("exam", word, view=otherwise("display", word)),
        "photos, chances": main("exam", word, view=otherwise("ready", word, sheet=False)),
        "failed, told why": main("exam", word, view=otherwise("failed", word)),
        "forfeited, told why": main("exam", word, view=otherwise("forfeited", word)),
        "tablet": main("login", word, refusal="tablet"),
        "both_apps": main("login", word, refusal="both_apps"),
        "other_channel": main("login", word, refusal="other_channel"),
        "update": main("login", word, latest="1.1.0", notice=word),
    }  # fmt: skip


def record(name: str, word: str, state: str, **other: Any) -> dict[str, Any]:
    elsewhere = {"subject": {"id": "other", "name": word}, "session": "formal"}
    told = {
        **view("answering", word), "state": state, "main_submitted": False, "main_state": "answering",
        "main_elsewhere": elsewhere, "go_on_by_hand": False, **other,
    }  # fmt: skip
    return {"binding": name, "key": f"song_{name}", "since": AT["start"], "view": told}


def aux(screen: str, word: str = PLAIN, **other: Any) -> State:
    """The aux app with a record in every state, the first of them open."""
    states = ("bound", "recording", "broken", "stopped", "submitted")
    return {
        **AuxApp.first_state(AuxApp.__new__(AuxApp)),
        "screen": screen, "fields": dict.fromkeys(FIELDS, word), "binding": "b1",
        "records": {f"b{n}": record(f"b{n}", word, state) for n, state in enumerate(states, 1)}, **other,
    }  # fmt: skip


def aux_states(word: str = PLAIN) -> dict[str, State]:
    """Every screen of the aux app, some in more than one condition."""
    failed = [upload(1, word, "failed"), upload(2, word, "uploading")]
    return {
        "home": aux("home", word, uploads=failed, notice=word),
        "home, new": aux("home", word, records={}, binding=None),
        "scan": aux("scan", word, notice=word),
        "manual": aux("manual", word),
        "confirm": aux("confirm", word),
        "confirm, gone": aux("confirm", word, binding=None),
        "pre_record": aux("pre_record", word, free=12_000_000_000),
        "recording": aux("recording", word),
        "home, by hand": aux("home", word, records={"b1": record("b1", word, "broken", go_on_by_hand=True)}),
        "recording, shows": aux("recording", word, records={
            "b1": record("b1", word, "recording", main_state="waiting", shows=SHOWS[:2]),
        }),
        "submit": aux("submit", word, uploads=failed),
        "tablet": aux("home", word, refusal="tablet"),
        "both_apps": aux("home", word, refusal="both_apps"),
        "other_channel": aux("home", word, refusal="other_channel"),
        "update": aux("home", word, latest="1.1.0"),
    }  # fmt: skip
