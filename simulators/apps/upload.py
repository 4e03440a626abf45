"""Uploads: tus 1.0.0 from the phone's side, one file after the other, in chunks that take the network's time.

The server's offset is asked for (HEAD) before anything is resumed; each chunk carries its checksum. What the server
no longer knows (404, 410) is created again; 401, 423 and 503 forget nothing. Entries live in the app's state, so
that an app started anew goes on where the server is.
"""

import base64
import hashlib
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from simulators.apps.api import Api, NetworkDown, rejection
from simulators.apps.upload_entry import STUCK, WAITING, Entry, factor, real
from simulators.phone.network import Network, Response
from simulators.phone.phone import Phone

TUS = {"Tus-Resumable": "1.0.0"}
CHUNK = 256 * 2**20
"""Nominal bytes: so much of a recording goes in one request, so that the percentage moves on a slow network too."""
PATIENCE = 5
"""Tries in a row that fail before the candidate is asked to submit again."""
RETRY_SECONDS = 10


class Owner(Protocol):
    """What uploads use of their app."""

    phone: Phone
    api: Api
    state: dict[str, Any]

    def wake_in(
        self, name: str, span: timedelta, action: Callable[[], None], *, carried: bool = False
    ) -> None: ...
    def save(self) -> None: ...


class Uploads:
    """The queue of one app."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._under_way = False

    @property
    def entries(self) -> list[Entry]:
        entries: list[Entry] = self._owner.state["uploads"]
        return entries

    @property
    def waiting(self) -> bool:
        """Whether anything is still to be sent."""
        return any(item["status"] in WAITING for item in self.entries)

    def add(self, entries: list[Entry]) -> None:
        """Queue what is not queued yet."""
        known = {(item["sitting"], item["name"]) for item in self.entries}
        self.entries.extend(item for item in entries if (item["sitting"], item["name"]) not in known)

    def again(self) -> None:
        """The candidate asks for another try of what failed."""
        for item in self.entries:
            if item["status"] in STUCK:
                item.update(status="queued", tries=0, error="")
        self.pump()

    def renew(self, account: str, token: str) -> None:
        """The account has logged in anew: what is still to be sent of its goes on with the new token."""
        for item in self.entries:
            if item.get("account") == account and item["status"] != "done":
                item.update(token=token, status="queued", tries=0, error="")
        self.pump()

    def halt(self) -> None:
        """The process is gone."""
        self._under_way = False

    def pump(self) -> None:
        """Go on with the next file, if none is under way."""
        current = next((item for item in self.entries if item["status"] in WAITING), None)
        if self._under_way or current is None:
            return
        if not self._network.up:
            current["status"] = "paused"
            return
        try:
            ready = self._locate(current)
        except NetworkDown:
            ready = self._later(current, "network")
        if ready:
            self._begin_chunk(current)

    @property
    def _network(self) -> Network:
        return self._owner.phone.network

    def _locate(self, item: Entry) -> bool:
        """Learn the server's offset, creating the upload where there is none; whether bytes may follow."""
        if item["url"] is None:
            return self._create(item)
        answer = self._call(item, "HEAD", item["url"])
        if answer.status == 200:
            item["offset"] = int(answer.headers["upload-offset"])
            return self._unless_done(item)
        return self._refused(item, answer)

    def _create(self, item: Entry) -> bool:
        told = {name: str(item[name]) for name in ("sitting", "name", "sha256", "kind")}
        told |= {"factor": f"{factor(item):.3f}", "nominal_bytes": str(item["nominal_bytes"])}
        metadata = ",".join(
            f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in told.items()
        )
        headers = {"Upload-Length": str(item["bytes"]), "Upload-Metadata": metadata}
        answer = self._call(item, "POST", "/uploads", headers)
        if answer.status != 201:
            return self._refused(item, answer)
        item.update(url=self._owner.api.absolute(answer.headers["location"]), offset=0)
        return self._unless_done(item)

    def _begin_chunk(self, item: Entry) -> None:
        """The chunk leaves the phone when the time that it takes has passed."""
        size = min(real(item, CHUNK), item["bytes"] - item["offset"])
        nominal = size * factor(item)
        item["status"], self._under_way = "uploading", True
        changes = self._network.changes
        span = timedelta(seconds=self._network.seconds_for(round(nominal)))
        self._owner.wake_in("upload", span, lambda: self._end_chunk(item, size, changes), carried=True)
        self._owner.save()

    def _end_chunk(self, item: Entry, size: int, changes: int) -> None:
        """Send the chunk, unless the connection changed under way: then ask first what has arrived."""
        self._under_way = False
        try:
            if changes == self._network.changes:
                self._send(item, size)
            self.pump()
        except NetworkDown:
            self._later(item, "network")
        except FileNotFoundError:
            item.update(status="failed", error="file_missing")
            self.pump()
        self._owner.save()

    def _send(self, item: Entry, size: int) -> None:
        with Path(item["path"]).open("rb") as file:
            file.seek(item["offset"])
            content = file.read(size)
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        headers = {
            "Upload-Offset": str(item["offset"]),
            "Upload-Checksum": f"sha256 {digest}",
            "Content-Type": "application/offset+octet-stream",
        }
        answer = self._call(item, "PATCH", item["url"], headers, content)
        if answer.status == 204:
            item.update(offset=int(answer.headers["upload-offset"]), tries=0, error="")
            self._unless_done(item)
        else:
            self._refused(item, answer)

    def _call(
        self, item: Entry, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> Response:
        return self._owner.api.raw(method, url, item["token"], {**TUS, **(headers or {})}, body)

    def _unless_done(self, item: Entry) -> bool:
        """Whether anything is left to send; an empty file still needs its one empty chunk."""
        if item["offset"] < item["bytes"]:
            return True
        item.update(status="done", tries=0, error="")
        self._owner.save()
        self.pump()
        return False

    def _refused(self, item: Entry, answer: Response) -> bool:
        cause = rejection(answer).cause
        if cause == "already_uploaded":
            item.update(status="done", offset=item["bytes"], error="")
            self.pump()
            return False
        if answer.status in (404, 410):
            item.update(url=None, offset=0)
        return self._later(item, cause)

    def _later(self, item: Entry, error: str) -> bool:
        """Try again: at once when the network is back, otherwise after a while, and not for ever."""
        item.update(status="paused", error=error)
        if self._network.up:
            item["tries"] += 1
            item["status"] = "failed" if item["tries"] >= PATIENCE else "paused"
            self._owner.wake_in("upload", timedelta(seconds=RETRY_SECONDS), self.pump, carried=True)
        self._owner.save()
        return False
