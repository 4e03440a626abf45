"""Uploads by tus 1.0.0: real bytes, the offset always true, one connection at a time and none for ever."""

import base64
import hashlib
import io
import socket
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from tusclient.client import TusClient

from simulators.platform.appending import Appending
from simulators.platform.call import Call
from simulators.platform.refusals import Refusal
from tests.platform.exam import Reply, World, a_file, eventually, served, tus_metadata

DATA = bytes(range(256)) * 8
FILE = a_file("main.mp4", DATA)


class Uploader:
    """A raw tus client of the main phone."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.headers = {"Authorization": f"Bearer {world.token}", "Tus-Resumable": "1.0.0"}
        self.path = ""

    def create(self, **changes: Any) -> Reply:
        told = FILE | changes
        names = {key: str(told[key]) for key in ("name", "sha256", "kind")}
        metadata = tus_metadata(sitting=self.world.seat.sitting, **names)
        headers = {"Upload-Length": str(told["bytes"]), "Upload-Metadata": metadata}
        reply = self.world.http("POST", "/uploads", b"", self.headers | headers)
        if reply.status == 201:
            self.path = reply.headers["location"].removeprefix("/api/v1")
        return reply

    def patch(self, offset: int, data: bytes | list[bytes], **headers: str) -> Reply:
        fixed = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        return self.world.http("PATCH", self.path, data, self.headers | fixed | named)

    def head(self) -> Reply:
        return self.world.http("HEAD", self.path, b"", self.headers)

    def offset(self) -> int:
        return int(self.head().headers["upload-offset"])

    def request(self, host: str, more: str = "") -> bytes:
        """The head of a PATCH of the whole file, as it goes over the wire."""
        head = {**self.headers, "Upload-Offset": "0", "Content-Length": str(len(DATA)), "Host": host}
        head["Content-Type"] = "application/offset+octet-stream"
        lines = "".join(f"{key}: {value}\r\n" for key, value in head.items())
        return f"PATCH /api/v1{self.path} HTTP/1.1\r\n{lines}{more}\r\n".encode()

    def on_disk(self) -> int:
        return self.world.platform._house.disk.offset(self.path.rpartition("/")[2])

    def state(self) -> tuple[int, str]:
        row = self.world.main("submission", method="GET").json["files"][0]
        return row["received"], row["state"]


@pytest.fixture
def uploader(world: World) -> Uploader:
    world.to_submitted([FILE])
    return Uploader(world)


def test_what_is_offered(world: World) -> None:
    reply = world.http("OPTIONS", "/uploads")
    assert reply.status == 204
    assert reply.headers["tus-extension"] == "creation,checksum,expiration,termination"
    assert reply.headers["tus-checksum-algorithm"] == "sha1,sha256"


def test_a_file_in_pieces(uploader: Uploader) -> None:
    created = uploader.create()
    assert (created.status, uploader.state()) == (201, (0, "uploading"))
    assert "upload-expires" in created.headers
    assert uploader.patch(0, DATA[:1000]).headers["upload-offset"] == "1000"
    assert uploader.offset() == 1000
    assert uploader.head().headers["cache-control"] == "no-store"
    assert uploader.patch(1000, DATA[1000:]).status == 204
    assert uploader.state() == (len(DATA), "done")
    assert uploader.world.platform._house.disk.read(uploader.path.rpartition("/")[2]) == DATA
    assert uploader.world.words()[-2:] == ["upload_started", "upload_done"]


@pytest.mark.parametrize("offset", [0, 999, 1001, 2048])
def test_a_wrong_offset_changes_nothing(uploader: Uploader, offset: int) -> None:
    uploader.create()
    uploader.patch(0, DATA[:1000])
    assert uploader.patch(offset, b"x").cause in ("wrong_offset", "too_long")
    assert uploader.offset() == 1000


def test_a_good_checksum(uploader: Uploader) -> None:
    uploader.create()
    for algorithm in ("sha1", "sha256"):
        start = uploader.offset()
        piece = DATA[start : start + 100]
        digest = base64.b64encode(hashlib.new(algorithm, piece).digest()).decode()
        assert (
            uploader.patch(start, [piece[:7], piece[7:]], Upload_Checksum=f"{algorithm} {digest}").status
            == 204
        )
    assert uploader.offset() == 200


def test_a_bad_checksum_takes_nothing(uploader: Uploader) -> None:
    uploader.create()
    digest = base64.b64encode(hashlib.sha1(DATA).digest()).decode()
    reply = uploader.patch(0, b"\x01" + DATA[1:], Upload_Checksum=f"sha1 {digest}")
    assert (reply.status, reply.cause, uploader.offset()) == (460, "bad_checksum", 0)


@pytest.mark.parametrize("header", ["md5 AAAA", "sha1 ***", "sha1", ""])
def test_a_malformed_checksum(uploader: Uploader, header: str) -> None:
    uploader.create()
    assert uploader.patch(0, b"x", Upload_Checksum=header).status in (400, 460)
    assert uploader.offset() == 0


def test_a_whole_file_with_another_digest_is_corrupt(uploader: Uploader) -> None:
    uploader.create()
    reply = uploader.patch(0, DATA[:-1] + b"\0")
    assert (reply.status, uploader.state()) == (460, (0, "corrupt"))
    assert uploader.head().status == 410
    assert uploader.world.words()[-1] == "upload_corrupt"
    assert uploader.create().status == 201
    assert uploader.patch(0, DATA).status == 204
    assert uploader.state() == (len(DATA), "done")


def test_only_what_was_announced(uploader: Uploader) -> None:
    assert uploader.create(bytes=FILE["bytes"] + 1).cause == "not_announced"
    assert uploader.create(sha256="0" * 64).cause == "not_announced"
    assert uploader.create(name="other.mp4").cause == "not_announced"
    uploader.create()
    uploader.patch(0, DATA)
    assert uploader.create().cause == "already_uploaded"
    assert uploader.world.http("DELETE", uploader.path, b"", uploader.headers).cause == "already_uploaded"


def test_nothing_before_the_submission(world: World) -> None:
    world.to_ready()
    assert Uploader(world).create().cause == "not_submitted"


def test_transport_has_no_deadline(uploader: Uploader) -> None:
    uploader.world.at(timedelta(hours=5), "photo_ends")
    assert uploader.create().status == 201
    assert uploader.patch(0, DATA).status == 204


@pytest.mark.parametrize(("offset", "status"), [(-1, 200), (0, 410), (1, 410)])
def test_an_upload_expires_after_two_days_of_silence(uploader: Uploader, offset: int, status: int) -> None:
    uploader.create()
    uploader.world.clock.advance(uploader.world.clock.now() + timedelta(hours=1))
    uploader.patch(0, DATA[:10])
    silence = timedelta(hours=48, milliseconds=offset)
    uploader.world.clock.advance(uploader.world.clock.now() + silence)
    assert uploader.head().status == status
    assert ("upload_expired" in uploader.world.words()) is (status == 410)


def test_an_upload_can_be_given_up(uploader: Uploader) -> None:
    uploader.create()
    assert uploader.world.http("DELETE", uploader.path, b"", uploader.headers).status == 204
    assert uploader.patch(0, DATA).status == 410
    assert uploader.state() == (0, "terminated")


def test_methods_may_be_named_in_a_header(uploader: Uploader) -> None:
    uploader.create()
    headers = uploader.headers | {"X-HTTP-Method-Override": "DELETE"}
    assert uploader.world.http("DELETE", uploader.path, b"", headers).status == 204


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"Tus-Resumable": "0.2.0"}, 412),
        ({"Upload-Length": "-1"}, 400),
        ({"Upload-Length": "many"}, 400),
        ({"Upload-Length": "9" * 19}, 413),
        ({"Upload-Metadata": "name ***"}, 400),
        ({"Upload-Metadata": ""}, 404),
        ({"Authorization": "Bearer x"}, 401),
    ],
    ids=str,
)
def test_malformed_creation(uploader: Uploader, changes: dict[str, str], status: int) -> None:
    told = {"Upload-Length": "1", "Upload-Metadata": tus_metadata(sitting=uploader.world.seat.sitting)}
    assert uploader.world.http("POST", "/uploads", b"", uploader.headers | told | changes).status == status


def test_another_phone_does_not_see_it(uploader: Uploader) -> None:
    uploader.create()
    _, token = uploader.world.bindings["aux-1"]
    assert (
        uploader.world.http(
            "HEAD", uploader.path, b"", uploader.headers | {"Authorization": f"Bearer {token}"}
        ).status
        == 404
    )


def test_the_offset_survives_the_platforms_end(uploader: Uploader) -> None:
    uploader.create()
    uploader.patch(0, DATA[:1234])
    uploader.world.reopen()
    assert uploader.offset() == 1234


def test_a_file_that_was_whole_when_the_platform_ended_is_found_whole(uploader: Uploader) -> None:
    uploader.create()
    uploader.world.platform._house.disk.append(uploader.path.rpartition("/")[2], DATA)
    uploader.world.reopen()
    assert uploader.offset() == len(DATA)
    assert uploader.state() == (len(DATA), "done")


def test_an_empty_file_is_refused_where_it_is_announced(world: World) -> None:
    empty, good = a_file("empty.mp4", b""), a_file("a.mp4", b"a")
    world.to_ready()
    assert world.submit([good, empty]).cause == "empty_file"
    assert world.records("refused")[-1]["detail"] == {"operation": "submit", "cause": "empty_file"}
    assert world.state == "ready"
    assert world.submit([good]).status == 200


def test_so_it_is_for_the_aux_phone(world: World) -> None:
    world.to_submitted()
    assert world.aux("stop", {"cause": "finished"}).status == 200
    body = {"idempotency_key": "k", "files": [a_file("empty.mp4", b"")]}
    assert world.aux("submit", body).cause == "empty_file"
    assert world.records("refused")[-1]["detail"] == {"operation": "aux_submit", "cause": "empty_file"}
    assert world.aux("submit", {**body, "files": []}).status == 200


def test_more_than_was_announced_is_refused_recorded_and_not_kept(uploader: Uploader) -> None:
    uploader.create()
    assert uploader.patch(0, DATA + b"!").cause == "too_long"
    assert uploader.offset() == 0
    record = uploader.world.records("refused")[-1]
    assert (record["device"], record["detail"]) == (
        "main-1",
        {"operation": "upload_bytes", "cause": "too_long"},
    )
    assert uploader.patch(0, DATA).status == 204


@pytest.mark.parametrize("length", [len(b"x") * 2**40 + 1, 10**18])
def test_an_absurd_length_is_refused_and_recorded(uploader: Uploader, length: int) -> None:
    assert uploader.create(bytes=length).cause == "too_large"
    assert uploader.world.records("upload_started") == []
    assert "too_large" in str(uploader.world.platform.records()[-1])


class TestHalfOpen:
    """A connection that no longer answers keeps nothing from the next one (tusd 1372, TUSKit 200)."""

    def appending(self, uploader: Uploader, offset: int) -> Appending:
        headers = {
            "tus-resumable": "1.0.0",
            "content-type": "application/offset+octet-stream",
            "upload-offset": str(offset),
        }
        house = uploader.world.platform._house
        call = Call(
            "upload_bytes", uploader.world.clock.now(), {"upload": uploader.path.rpartition("/")[2]}, headers
        )
        call.caller = house.accounts.caller(uploader.world.token)
        return Appending(house, call)

    def test_asking_for_the_offset_cuts_it_off(self, uploader: Uploader) -> None:
        uploader.create()
        old = self.appending(uploader, 0)
        old.feed(DATA[:100])
        assert uploader.offset() == 100
        with pytest.raises(Refusal, match="taken_over"):
            old.feed(DATA[100:200])
        assert uploader.patch(100, DATA[100:]).status == 204
        assert uploader.state() == (len(DATA), "done")

    def test_appending_anew_cuts_it_off(self, uploader: Uploader) -> None:
        uploader.create()
        old, new = self.appending(uploader, 0), self.appending(uploader, 0)
        with pytest.raises(Refusal, match="taken_over"):
            old.feed(b"old")
        new.feed(DATA[:3])
        assert uploader.offset() == 3

    def test_over_a_socket_that_stays_open(self, uploader: Uploader) -> None:
        uploader.create()
        with served(uploader.world.platform) as url:
            place = urlsplit(url)
            with socket.create_connection((place.hostname or "", place.port or 0), timeout=20) as half_open:
                half_open.sendall(uploader.request(place.netloc) + DATA[:500])
                eventually(lambda: uploader.on_disk() == 500)
                assert uploader.offset() == 500
                assert uploader.patch(500, DATA[500:]).status == 204
        assert uploader.state() == (len(DATA), "done")


@pytest.mark.parametrize("checked", [False, True], ids=["plain", "checksum"])
def test_tuspy_uploads_in_pieces_and_resumes(uploader: Uploader, checked: bool) -> None:
    world = uploader.world
    told = {"sitting": world.seat.sitting, **{key: str(FILE[key]) for key in ("name", "sha256", "kind")}}
    with served(world.platform) as url:
        client = TusClient(f"{url}/api/v1/uploads", headers={"Authorization": f"Bearer {world.token}"})
        how: dict[str, Any] = {"chunk_size": 300, "metadata": told, "upload_checksum": checked}
        first = client.uploader(file_stream=io.BytesIO(DATA), **how)
        first.upload(stop_at=900)
        second = client.uploader(file_stream=io.BytesIO(DATA), url=first.url, **how)
        assert second.offset == 900
        second.upload()
    assert uploader.state() == (len(DATA), "done")


def test_what_arrived_of_a_broken_request_counts(uploader: Uploader) -> None:
    uploader.create()
    with served(uploader.world.platform) as url:
        place = urlsplit(url)
        with socket.create_connection((place.hostname or "", place.port or 0), timeout=20) as broken:
            broken.sendall(uploader.request(place.netloc) + DATA[:700])
            eventually(lambda: uploader.on_disk() == 700)
    assert uploader.offset() == 700
    assert uploader.patch(700, DATA[700:]).status == 204


def test_of_a_broken_request_with_a_checksum_nothing_counts(uploader: Uploader) -> None:
    uploader.create()
    digest = base64.b64encode(hashlib.sha1(DATA).digest()).decode()
    with served(uploader.world.platform) as url:
        place = urlsplit(url)
        with socket.create_connection((place.hostname or "", place.port or 0), timeout=20) as broken:
            broken.sendall(uploader.request(place.netloc, f"Upload-Checksum: sha1 {digest}\r\n") + DATA[:700])
            broken.shutdown(socket.SHUT_WR)
            while broken.recv(4096):
                pass
    assert uploader.offset() == 0
