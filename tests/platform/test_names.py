"""Names and addresses that try to be paths: no file is read or written but the platform's own, and each is a clear no."""

import socket
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.platform.exam import World, a_file, served
from tests.platform.test_review_desk import dossier
from tests.platform.test_uploads import DATA, Uploader

NAMES = {
    "up": "../../../../etc/passwd",
    "absolute": "/etc/passwd",
    "backslashes": "..\\..\\exam.sqlite",
    "a directory": "..",
    "here": ".",
    "slash": "a/b.mp4",
    "nul": "a\0b",
    "newline": "a\r\nLocation: http://evil",
    "encoded": "%2e%2e%2fexam.sqlite",
    "device": "CON",
    "turned": "\u202egpj.exe",
    "own": "exam.sqlite",
    "longest": "x" * 200,
    "chinese": "录像" * 100,
}


def places(root: Path) -> set[str]:
    """Where files lie, the journal of SQLite left out."""
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and not path.name.startswith("exam.sqlite-")
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_files_name_is_never_a_path(world: World, name: str) -> None:
    outside = set(Path(world.root.parent).iterdir())
    before = places(world.root)
    world.to_submitted([a_file(NAMES[name], DATA)])
    uploader = Uploader(world)
    assert uploader.create(name=NAMES[name]).status == 201
    upload = uploader.path.rpartition("/")[2]
    assert upload.isalnum()
    assert uploader.patch(0, DATA).status == 204
    new = places(world.root) - before
    assert {place for place in new if "/pictures/" not in place} == {f"exam.sqlite.files/uploads/{upload}"}
    assert set(Path(world.root.parent).iterdir()) == outside
    assert world.main("submission", method="GET").json["files"][0]["name"] == NAMES[name]


ADDRESSES = [
    "..",
    ".",
    "../exam.sqlite",
    "../../exam.sqlite",
    "/etc/passwd",
    "u\0",
    "u" * 4000,
    "\\..\\x",
    "录像",
    "~",
]
LISTS = ("uploads", "sittings", "bindings", "releases", "confirmations", "identity")


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_never_a_path(world: World, address: str) -> None:
    """Over a socket, as it stands and escaped once and twice: servers and their routes unquote."""
    world.to_exam_page()
    once = quote(address, safe="")
    with served(world.platform) as url:
        for part in (once, quote(once, safe="")):
            for room in LISTS:
                for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE"):
                    assert status(url, world, method, f"/api/v1/{room}/{part}") in (400, 403, 404, 405, 415)


@pytest.mark.parametrize("address", [*ADDRESSES, "desk.html.j2", "desk.css/../desk.html.j2"])
def test_the_desk_gives_out_its_own_parts_only(world: World, address: str) -> None:
    root = dossier(world)["page"].rpartition("/sittings/")[0]
    with served(world.platform) as url:
        for room in ("", "photos/", "films/", "sittings/"):
            assert status(url, world, "GET", f"{root}/{room}{quote(address, safe='')}") == 404
        assert status(url, world, "GET", f"{root}/desk.css") == 200


def status(url: str, world: World, method: str, path: str) -> int:
    """The status of a request whose address goes over the wire as it is given."""
    place = urlsplit(url)
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: {place.netloc}\r\nAuthorization: Bearer {world.token}\r\n"
        "Tus-Resumable: 1.0.0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=20) as wire:
        wire.sendall(head.encode())
        answer = b""
        while piece := wire.recv(65536):
            answer += piece
    return int(answer.split(b" ", 2)[1])
