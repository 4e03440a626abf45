"""What the operators' pages give and take."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import cv2
import numpy as np
import pytest
import urllib3

from conformance.hand.answers import Kept
from conformance.hand.lane import Lane
from conformance.hand.pages import Pages, Refused
from conformance.hand.photos import LONGER_SIDE, NoPhoto, Photos
from conformance.hand.serving import ADDRESSES, MOST_JSON, Server
from conformance.saying import Stopped
from conformance.target.hand import HandForm
from tests.hand.conftest import LATE, by_hand, sheet

JSON, JPEG = "application/json", "image/jpeg"


def pages(folder: Path, *, masked: bool = True) -> Pages:
    lane = Lane([sheet()], Kept(folder))
    return Pages(lane, Photos(folder), by_hand().season, HandForm(), masked=masked)


def said(**more: Any) -> bytes:
    return json.dumps({"case": LATE, "line": 0, "said": "done", "note": "", "photos": [], **more}).encode()


def picture(wide: int = 2400, high: int = 1800) -> bytes:
    """A photo, with what a camera writes beside it."""
    _, file = cv2.imencode(".jpg", np.full((high, wide, 3), 90, np.uint8))
    made = file.tobytes()
    exif = b"Exif\0\0GPSLatitude 31.2304"
    return made[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + made[2:]


def test_a_page_shows_its_place_the_open_sheet_and_what_relative_times_come_to(tmp_path: Path) -> None:
    served = pages(tmp_path)
    secret = served.secrets["aux"]
    status, kind, body = served.get(f"/{secret}")
    assert (status, kind) == (200, "text/html")
    assert "\\u003c" in body.decode() or "<script" in body.decode()
    state = json.loads(served.get(f"/{secret}/state")[2])
    assert state["place"] == "aux"
    assert state["masked"]
    lines = state["sheet"]["lines"]
    assert [line["open"] for line in lines] == [True, False, False, False, False]
    assert lines[0]["text"][1] == "王芳已开启辅机，准备进入候考"
    assert lines[1]["values"] == [["at", "2023-01-12 09:59:00"]]
    assert lines[2]["values"] == [["at", "2023-01-12 10:00:00"]]


def test_answers_bear_the_name_of_who_joined_and_hold_no_data_of_people(tmp_path: Path) -> None:
    served = pages(tmp_path)
    secret = served.secrets["main"]
    with pytest.raises(Refused):
        served.post(f"/{secret}/answer", JSON, said())  # nobody has said who stands there
    served.post(f"/{secret}/join", JSON, json.dumps({"name": " 李梅 ", "version": "3.2.1"}).encode())
    served.post(f"/{secret}/answer", JSON, said(said="not_done", note="手机13812345678收不到验证码"))
    state = json.loads(served.get(f"/{secret}/state")[2])
    assert state["name"] == "李梅"
    assert state["sheet"]["lines"][0]["said"] == [{"place": "main", "said": "not_done", "by": "李梅"}]
    assert "13812345678" not in (tmp_path / "operators.jsonl").read_text()


WRONG: dict[str, tuple[str, str, bytes, int]] = {
    "a secret that is none": ("none/answer", JSON, b"{}", 404),
    "nothing that can be posted": ("{}/state", JSON, b"{}", 404),
    "another type, as a form of another site would send": ("{}/answer", "text/plain", b"{}", 415),
    "no JSON": ("{}/answer", JSON, b"{", 400),
    "no object": ("{}/answer", JSON, b"[]", 400),
    "no name": ("{}/join", JSON, b'{"name": "  "}', 400),
    "too long a name": ("{}/join", JSON, json.dumps({"name": "梅" * 81}).encode(), 400),
    "a photo that was never handed in": ("{}/answer", JSON, said(photos=["../x"]), 400),
    "a line that is none": ("{}/answer", JSON, said(line="0"), 400),
    "a sheet that is not open": ("{}/answer", JSON, said(case="none"), 409),
    "what is no answer": ("{}/answer", JSON, said(said="perhaps"), 400),
    "a photo that nobody has covered": ("{}/photo", JPEG, picture(), 403),
    "no photo": ("{}/covered", JPEG, b"GIF89a", 400),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_does_not_fit_is_refused_and_changes_nothing(tmp_path: Path, what: str) -> None:
    path, kind, content, status = WRONG[what]
    served = pages(tmp_path)
    secret = served.secrets["main"]
    served.post(f"/{secret}/join", JSON, json.dumps({"name": "李梅"}).encode())
    before = (tmp_path / "operators.jsonl").read_bytes()
    with pytest.raises(Refused) as refused:
        served.post("/" + path.format(secret), kind, content)
    assert refused.value.status == status
    assert (tmp_path / "operators.jsonl").read_bytes() == before


def test_a_photo_is_kept_small_and_without_what_the_camera_knows(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    name = photos.add(picture())
    (kept,) = (tmp_path / ".photos").iterdir()
    content = kept.read_bytes()
    assert b"GPS" not in content
    pixels = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None
    assert max(pixels.shape) == LONGER_SIDE
    assert photos.encoded(name).startswith("/9j/")
    with pytest.raises(NoPhoto):
        photos.add(b"")
    photos.clear()
    assert not (tmp_path / ".photos").exists()


def test_an_unmasked_run_takes_photos_as_they_are(tmp_path: Path) -> None:
    served = pages(tmp_path, masked=False)
    secret = served.secrets["main"]
    assert json.loads(served.post(f"/{secret}/photo", JPEG, picture())[2])["photo"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[Server, Pages]]:
    served = pages(tmp_path)
    made = Server(served, HandForm(), tmp_path)
    yield made, served
    made.close(whole=True)
    assert not (tmp_path / ADDRESSES).exists()


def test_over_http_a_page_may_load_nothing_from_elsewhere(server: tuple[Server, Pages]) -> None:
    made, _ = server
    address = made.addresses()["main"]
    with urllib3.PoolManager(retries=False) as http:
        answer = http.request("GET", address)
        assert answer.status == 200
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        origin = address.rpartition("/")[0]
        for name in ("page.css", "page.js"):
            assert http.request("GET", f"{origin}/static/{name}").status == 200
        assert http.request("GET", origin).status == 404
        assert http.request("GET", f"{origin}/static/page.html").status == 404
        huge = {"Content-Type": JSON, "Content-Length": str(MOST_JSON + 1)}
        assert http.request("POST", f"{address}/answer", headers=huge).status == 413
        joined = http.request("POST", f"{address}/join", json={"name": "李梅"})
        assert joined.status == 200
        assert json.loads(http.request("GET", f"{address}/state").data)["name"] == "李梅"


def test_open_pages_live_on_when_a_run_goes_on(tmp_path: Path) -> None:
    first = Server(pages(tmp_path), HandForm(), tmp_path)
    before = first.addresses()
    first.close(whole=False)
    again = Server(pages(tmp_path), HandForm(), tmp_path)
    assert again.addresses() == before
    again.close(whole=True)


def test_a_port_that_somebody_has_is_said_with_what_to_change(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        there = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(Stopped) as stopped:
            Server(pages(tmp_path), HandForm(listen=there), tmp_path)
    assert there in stopped.value.sentence.zh
    assert "listen" in stopped.value.sentence.zh
    assert not (tmp_path / ADDRESSES).exists()


@pytest.mark.parametrize("version", ["", "-1", "²", "9" * 40, "none"])
def test_a_version_that_is_none_is_answered_at_once(tmp_path: Path, version: str) -> None:
    served = pages(tmp_path)
    status, _, content = served.get(f"/{served.secrets['aux']}/state?version={quote(version)}")
    assert (status, json.loads(content)["place"]) == (200, "aux")
