"""The platform alone where nothing more can be written: it says so, keeps what it has kept, and goes on once there is room.

What stands for a full disk is the limit on a file's size that the kernel holds against the process (EFBIG), which needs no
privilege and can be lifted while it runs.
"""

import resource
from pathlib import Path

import pytest
import urllib3

from conformance.load.pictures import picture
from conformance.season import Season
from simulators.core.chance import Chance
from simulators.platform.refusals import SPREAD
from tests.platform.crowd import (
    CLOSING,
    OPENING,
    Caller,
    Crowd,
    Host,
    Told,
    about_to_hand_in,
    come_in,
    hosted,
    log_in,
)
from tests.platform.exam import a_file, portrait, tus_metadata

NO_LIMIT = resource.RLIM_INFINITY
NOT_KEPT = {503: "try_again", 507: "no_room"}


def no_room(host: Host) -> None:
    """No file of the process may grow beyond a size that the store has already."""
    assert host.process is not None
    resource.prlimit(host.process.pid, resource.RLIMIT_FSIZE, (4096, NO_LIMIT))


def room(host: Host) -> None:
    assert host.process is not None
    resource.prlimit(host.process.pid, resource.RLIMIT_FSIZE, (NO_LIMIT, NO_LIMIT))


def once(
    phone: Caller, method: str, path: str, body: bytes = b"", **headers: str
) -> urllib3.BaseHTTPResponse:
    """Asked one time, whatever the answer."""
    named = phone.headers | {key.replace("_", "-"): value for key, value in headers.items()}
    return phone.pool.request(method, phone.host.url + path, body=body, headers=named, timeout=20)


@pytest.mark.parametrize("killed", [False, True], ids=["lives on", "killed meanwhile"])
def test_a_fact_that_finds_no_room_is_refused_and_nowhere(tmp_path: Path, killed: bool) -> None:
    with hosted(tmp_path, OPENING) as host:
        crowd = Crowd.of(host, 2)

        def without_room(crowd: Crowd, pool: urllib3.PoolManager, account: str) -> list[Told]:
            main, sitting = log_in(crowd, pool, account)
            before = crowd.records()
            no_room(host)
            reply = once(main, "POST", f"/sittings/{sitting}/open")
            assert NOT_KEPT[reply.status] == reply.json()["refused"]["cause"]
            assert 1 <= int(reply.headers["retry-after"]) <= SPREAD
            assert set(reply.json()["refused"]["message"]) == {"en", "zh"}
            assert once(main, "GET", f"/sittings/{sitting}").json()["state"] == "listed"
            if killed:
                host.kill()
                host.start()
            room(host)
            assert crowd.records() == before
            assert once(main, "POST", f"/sittings/{sitting}/open").json()["state"] == "exam_page"
            return []

        alone = Crowd(host, crowd.accounts[:1])
        alone.all_do(without_room)
        Crowd(host, crowd.accounts[1:]).all_do(come_in)
        assert [row["seq"] for row in crowd.records()] == list(range(1, len(crowd.records()) + 1))


def test_a_picture_that_finds_no_room_is_refused_and_nothing_is_left_of_it(tmp_path: Path) -> None:
    with hosted(tmp_path, OPENING) as host:
        crowd = Crowd.of(host, 1)

        def photographed(crowd: Crowd, pool: urllib3.PoolManager, account: str) -> list[Told]:
            main, sitting = log_in(crowd, pool, account)
            come_in_until_the_face_check(crowd, pool, main, sitting, account)
            before = crowd.records()
            no_room(host)
            reply = once(main, "POST", f"/sittings/{sitting}/face", picture("face", account, 20_000))
            assert (reply.status, reply.json()["refused"]["cause"]) == (507, "no_room")
            room(host)
            files = tmp_path / "exam.sqlite.files"
            assert not [*(files / "pictures").iterdir(), *(files / "drafts").iterdir()]
            assert crowd.records() == before
            assert once(main, "POST", f"/sittings/{sitting}/face", portrait()).json()["passed"] is True
            return []

        crowd.all_do(photographed)


def test_a_part_of_an_upload_that_finds_no_room_is_refused_and_its_offset_is_honest(
    tmp_path: Path, season: Season
) -> None:
    data = Chance("no room").bytes(40_000)
    file = a_file("main.mp4", data)
    accounts = about_to_hand_in(tmp_path, season, 1)
    with hosted(tmp_path, CLOSING) as host:

        def uploaded(crowd: Crowd, pool: urllib3.PoolManager, account: str) -> list[Told]:
            main, sitting = log_in(crowd, pool, account)
            for page in (1, 2):
                main.must("PUT", f"/sittings/{sitting}/photos/{page}", picture("sheet", f"{account}/{page}"))
            main.must("POST", f"/sittings/{sitting}/submit", {"idempotency_key": "k", "files": [file]})
            told = {key: str(file[key]) for key in ("name", "sha256", "kind")}
            headers = {
                "Upload_Length": str(len(data)),
                "Upload_Metadata": tus_metadata(sitting=sitting, **told),
            }
            made = main("POST", "/uploads", Tus_Resumable="1.0.0", **headers)
            place = made.headers["Location"].removeprefix("/api/v1")
            no_room(host)
            sent = {"Tus_Resumable": "1.0.0", "Content_Type": "application/offset+octet-stream"}
            reply = once(main, "PATCH", place, data, **sent, Upload_Offset="0")
            assert (reply.status, reply.json()["refused"]["cause"]) == (507, "no_room")
            room(host)
            stands = int(main("HEAD", place, Tus_Resumable="1.0.0").headers["Upload-Offset"])
            assert stands <= 4096
            reply = once(main, "PATCH", place, data[stands:], **sent, Upload_Offset=str(stands))
            assert (reply.status, reply.headers["Upload-Offset"]) == (204, str(len(data)))
            (row,) = main.must("GET", f"/sittings/{sitting}/submission")["files"]
            assert (row["state"], row["received"]) == ("done", len(data))
            return []

        Crowd(host, accounts).all_do(uploaded)


def come_in_until_the_face_check(
    crowd: Crowd, pool: urllib3.PoolManager, main: Caller, sitting: str, account: str
) -> None:
    opened = main.must("POST", f"/sittings/{sitting}/open")
    aux = Caller(crowd.host, {"X-Device": f"aux-{account}"}, pool)
    paired = aux.must("POST", "/pair", {"code": opened["code"]["payload"]})
    aux.headers["Authorization"] = f"Bearer {paired['token']}"
    aux.must("POST", f"/bindings/{paired['binding']}/record")
    main.must("POST", f"/sittings/{sitting}/enter")
