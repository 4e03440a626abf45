"""One file that is to be uploaded, as an app writes it down, and what its bytes stand for."""

from collections.abc import Iterable, Mapping
from typing import Any

WAITING = ("queued", "uploading", "paused")
STUCK = ("paused", "failed")
Entry = dict[str, Any]
"""sitting, name, kind, sha256, bytes, nominal_bytes, path, account, token, url, offset, status, tries, error."""


def entry(sitting: str, token: str, file: Mapping[str, Any], account: str = "") -> Entry:
    """A file that is to be uploaded; `file` is as the submission announced it, with its `path` on the phone.

    `account` is whose log-in the token comes from, empty where it comes from none.
    """
    return {
        **file, "sitting": sitting, "account": account, "token": token,
        "url": None, "offset": 0, "status": "queued", "tries": 0, "error": "",
    }  # fmt: skip


def factor(item: Entry) -> float:
    """How many bytes of a recording each byte of its file stands for."""
    return float(item["nominal_bytes"] / max(1, item["bytes"]))


def real(item: Entry, nominal: int) -> int:
    """How many bytes of the file, at least one, stand for so many of the recording."""
    return max(1, round(nominal / factor(item))) if item["nominal_bytes"] else max(1, int(item["bytes"]))


def stuck(entries: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the candidate must be told that something was not uploaded."""
    return any(item["status"] in STUCK for item in entries)
