"""A candidate who races: her phones' tokens and bindings, and the requests that they make."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from conformance.load.asking import Reply, Request
from conformance.load.content import File
from conformance.load.people import Person
from conformance.load.phone import JSON, who
from conformance.load.pictures import picture
from conformance.load.races.ground import Ask
from conformance.load.sending import BYTES, TUS

FILM_BYTES = 4096


@dataclass(slots=True)
class Contestant:
    """`bound`: binding and token of each aux phone that paired, by its device."""

    person: Person
    sitting: str = ""
    code: str = ""
    token: str = ""
    device: str = ""
    bound: dict[str, tuple[str, str]] = field(default_factory=dict)
    takes: int = 0
    upload: str = ""
    offset: int = 0

    def __post_init__(self) -> None:
        self.device = self.person.main

    @property
    def film(self) -> File:
        """What the main phone hands in."""
        return File("main.mp4", "video", f"races/{self.person.user}", FILM_BYTES, FILM_BYTES)

    def main(
        self,
        op: str,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        headers: Mapping[str, str] = JSON,
        device: str = "",
        token: str = "",
        late_s: float = 0.0,
        **detail: Any,
    ) -> Ask:
        """A request of the main phone, or of another `device` with its token."""
        device = device or self.device
        role = "main" if device == self.person.main else "other"
        mine = {"X-Device": device, "Authorization": f"Bearer {token or self.token}", **headers}
        request = Request(op, method, path, body, mine, detail)
        return Ask(who(self.person, role, device), request, self.sitting or None, late_s)

    def at_sitting(self, op: str, path: str = "", body: object = None, **more: Any) -> Ask:
        """A POST about the sitting."""
        content = b"" if body is None else msgspec.json.encode(body)
        return self.main(op, "POST", f"/sittings/{self.sitting}/{path or op}", content, **more)

    def login(self, device: str = "") -> Ask:
        body = {"account": self.person.account, "password": self.person.password}
        return self.main("login", "POST", "/login", msgspec.json.encode(body), device=device, token="none")

    def face(self, **more: Any) -> Ask:
        shot = picture("face", f"{self.person.user}/races")
        return self._picture("face", "POST", "face", shot, more)

    def photo(self, page: int, **more: Any) -> Ask:
        """Another picture each time."""
        self.takes += 1
        shot = picture("sheet", f"{self.person.user}/races/{page}/{self.takes}")
        return self._picture("photo", "PUT", f"photos/{page}", shot, more | {"page": page})

    def _picture(self, op: str, method: str, path: str, shot: bytes, more: dict[str, Any]) -> Ask:
        digest = hashlib.sha256(shot).hexdigest()
        headers = {"Content-Type": "image/jpeg"}
        return self.main(
            op, method, f"/sittings/{self.sitting}/{path}", shot, headers=headers, sha256=digest, **more
        )

    def answer(self, text: str, **more: Any) -> Ask:
        digest = hashlib.sha256(text.encode()).hexdigest()
        return self.at_sitting("answers", body={"text": text}, sha256=digest, **more)

    def come_back(self, key: str, **more: Any) -> Ask:
        """Back after an interruption; the same key is the same return told again."""
        return self.at_sitting("return", body={"idempotency_key": key}, key=key, **more)

    def submit(self, key: str = "", **more: Any) -> Ask:
        body = {"idempotency_key": key or self.person.user, "files": [self.film.announced()]}
        return self.at_sitting("submit", body=body, key=body["idempotency_key"], **more)

    def pair(self, device: str) -> Ask:
        request = Request(
            "pair", "POST", "/pair", msgspec.json.encode({"code": self.code}), {"X-Device": device, **JSON}
        )
        return Ask(who(self.person, "aux", device), request, self.sitting)

    def paired(self, device: str, reply: Reply) -> None:
        """What a code gave a phone, if it let it in."""
        if reply.accepted:
            self.bound[device] = (reply.payload.binding, reply.payload.token)

    def aux(self, op: str, path: str, body: object = None) -> Ask:
        """A request of the first aux phone that paired."""
        device, (binding, token) = next(iter(self.bound.items()))
        content = b"" if body is None else msgspec.json.encode(body)
        headers = {"X-Device": device, "Authorization": f"Bearer {token}", **JSON}
        request = Request(op, "POST", f"/bindings/{binding}/{path}", content, headers, {"binding": binding})
        return Ask(who(self.person, "aux", device), request, self.sitting)

    def create(self) -> Ask:
        """The upload of the film begins."""
        film = self.film
        told = {"sitting": self.sitting, "name": film.name, "sha256": film.sha256(), "kind": film.kind}
        header = ",".join(f"{key} {base64.b64encode(text.encode()).decode()}" for key, text in told.items())
        headers = {**TUS, "Upload-Length": str(film.length), "Upload-Metadata": header}
        return self.main(
            "uploadCreate", "POST", "/uploads", headers=headers, name=film.name, length=film.length
        )

    def append(self, offset: int, count: int) -> Ask:
        """A piece of the film, under its checksum."""
        piece = self.film.read(offset, count)
        digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
        headers = {**BYTES, "Upload-Offset": str(offset), "Upload-Checksum": f"sha256 {digest}"}
        return self._upload("uploadBytes", "PATCH", piece, headers)

    def where(self) -> Ask:
        return self._upload("uploadOffset", "HEAD", b"", TUS)

    def _upload(self, op: str, method: str, body: bytes, headers: Mapping[str, str]) -> Ask:
        path, length = f"/uploads/{self.upload}", self.film.length
        return self.main(op, method, path, body, headers=headers, upload=self.upload, length=length)
