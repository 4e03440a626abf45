"""The operators' pages as functions of a request: a page a place under a secret of its own; state is polled, answers are posted.

An answer may be posted twice: who lost the connection does not know whether it arrived, and the second changes nothing.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, urlsplit

from conformance.hand import showing
from conformance.hand.answers import LONGEST_NAME, LONGEST_NOTE, MOST_PHOTOS, Answer, Joined
from conformance.hand.lane import Lane, NotOpen, NotSo
from conformance.hand.photos import NoPhoto, Photos
from conformance.hand.words import WORDS
from conformance.masking import Mask
from conformance.season import Season
from conformance.target.hand import HandForm, Place

POLL_S = 20.0
PAGE_FILES = {"page.css": "text/css", "page.js": "text/javascript"}
Reply = tuple[int, str, bytes]


class Refused(Exception):
    """What was asked does not fit; `status` says how."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)


class Pages:
    """The pages of one run."""

    def __init__(self, lane: Lane, photos: Photos, season: Season, form: HandForm, *, masked: bool) -> None:
        self._lane, self._photos, self._season, self._masked = lane, photos, season, masked
        self._mask = Mask(off=not masked)
        self.secrets: dict[Place, str] = {place: secrets.token_urlsafe(16) for place in form.operators}

    def get(self, path: str) -> Reply:
        """The page, its files, or the state of a place once it is another than the one that is known."""
        parts = urlsplit(path)
        words = parts.path.strip("/").split("/")
        if len(words) == 2 and words[0] == "static" and words[1] in PAGE_FILES:
            return 200, PAGE_FILES[words[1]], _file(words[1])
        place = self._place(words[0])
        if len(words) == 1:
            return 200, "text/html", _page()
        if words[1:] != ["state"]:
            raise Refused(404)
        known = parse_qs(parts.query).get("version", [""])[0]
        if known.isdecimal() and int(known) == self._lane.version:
            self._lane.after(int(known), POLL_S)
        return _json(200, {**showing.state(self._lane, place, self._season), "masked": self._masked})

    def post(self, path: str, kind: str, content: bytes) -> Reply:
        """An answer, a photo, or somebody who joins."""
        words = urlsplit(path).path.strip("/").split("/")
        place = self._place(words[0])
        deeds: Mapping[str, Callable[[Place, bytes], Reply]] = {
            "join": self._join, "answer": self._answer, "photo": self._photo, "covered": self._photo
        }  # fmt: skip
        if len(words) != 2 or words[1] not in deeds:
            raise Refused(404)
        if words[1] == "photo" and self._masked:
            raise Refused(403)
        # A page of another origin cannot send these types without asking first, and is not answered when it asks.
        if kind not in ("application/json", "image/jpeg"):
            raise Refused(415)
        return deeds[words[1]](place, content)

    def _place(self, secret: str) -> Place:
        for place, own in self.secrets.items():
            if secrets.compare_digest(own.encode(), secret.encode()):
                return place
        raise Refused(404)

    def _join(self, place: Place, content: bytes) -> Reply:
        said = _object(content)
        name = _text(said, "name", LONGEST_NAME)
        if not name:
            raise Refused(400)
        self._lane.join(Joined(place=place, by=name, at=_now(), version=_text(said, "version", LONGEST_NAME)))
        return _json(200, {})

    def _answer(self, place: Place, content: bytes) -> Reply:
        said = _object(content)
        joined = self._lane.joined.get(place)
        photos = said.get("photos", [])
        line = said.get("line")
        if (
            joined is None
            or not isinstance(line, int)
            or not isinstance(photos, list)
            or len(photos) > MOST_PHOTOS
        ):
            raise Refused(400)
        if not all(isinstance(one, str) and self._photos.has(one) for one in photos):
            raise Refused(400)
        answer = Answer(
            case=_text(said, "case", 1000), line=line, place=place, said=said.get("said", ""), by=joined.by, at=_now(),
            note=self._mask.text(_text(said, "note", LONGEST_NOTE)), photos=tuple(photos),
        )  # fmt: skip
        try:
            self._lane.answer(answer)
        except NotOpen:
            raise Refused(409) from None
        except NotSo:
            raise Refused(400) from None
        return _json(200, {})

    def _photo(self, _: Place, content: bytes) -> Reply:
        try:
            return _json(200, {"photo": self._photos.add(content)})
        except NoPhoto:
            raise Refused(400) from None


def _page() -> bytes:
    words = json.dumps({key: [said.en, said.zh] for key, said in WORDS.items()}, ensure_ascii=False)
    return _file("page.html").replace(b"{words}", words.replace("<", "\\u003c").encode())


def _file(name: str) -> bytes:
    return (files("conformance.hand") / "page" / name).read_bytes()


def _json(status: int, content: Mapping[str, Any]) -> Reply:
    return status, "application/json", json.dumps(content, ensure_ascii=False).encode()


def _object(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content)
    except ValueError:
        raise Refused(400) from None
    if not isinstance(found, dict):
        raise Refused(400)
    return found


def _text(said: Mapping[str, Any], key: str, longest: int) -> str:
    found = said.get(key, "")
    if not isinstance(found, str) or len(found) > longest:
        raise Refused(400)
    return (
        "".join(sign for sign in found.strip() if sign.isprintable() or sign == "\n")
        .encode(errors="replace")
        .decode()
    )


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
