"""The platform alone, killed in the midst of a rush and of many uploads: nothing that was acknowledged is lost, nothing is
there twice, and whoever was under way goes on."""

import hashlib
from collections import Counter
from pathlib import Path
from threading import Thread, Timer

import pytest
import urllib3

from conformance.season import Season
from simulators.core.chance import Chance
from tests.platform.crowd import (
    CLOSING,
    OPENING,
    Crowd,
    Host,
    Told,
    about_to_hand_in,
    come_in,
    hosted,
    log_in,
)
from tests.platform.exam import a_file, picture

ONCE = ("opened", "paired", "aux_recording", "entered", "face_passed")
FILES = {f"{kind}.mp4": Chance(f"crowd {kind}").bytes(60_000) for kind in ("main", "room")}


def killed_now_and_then(host: Host, seed: int, times: int) -> Thread:
    """Kill the platform so many times, at moments of the seed, and start it anew at once."""
    chance = Chance(f"rush {seed}").random

    def work() -> None:
        for _ in range(times):
            timer = Timer(chance.uniform(0.05, 0.4), host.kill)
            timer.start()
            timer.join()
            host.start()

    thread = Thread(target=work)
    thread.start()
    return thread


@pytest.mark.parametrize("seed", range(2))
def test_a_rush_goes_on_over_kills(tmp_path: Path, seed: int) -> None:
    with hosted(tmp_path, OPENING) as host:
        crowd = Crowd.of(host, 16)
        killer = killed_now_and_then(host, seed, times=3)
        crowd.all_do(come_in)
        killer.join(timeout=60)
        records = crowd.records()
    assert [row["seq"] for row in records] == list(range(1, len(records) + 1))
    seen = Counter((row["sitting"], row["what"]) for row in records if row["what"] in ONCE)
    sittings = {told.sitting for told in crowd.told}
    assert seen == Counter({(sitting, word): 1 for sitting in sittings for word in ONCE})
    kept = {(row["sitting"], row["what"], row["at"]) for row in records}
    first_time = [told for told in crowd.told if (told.sitting, told.what, told.at) in kept]
    assert len(first_time) >= len(crowd.told) / 2, "an answer that was not lost tells the instant of its fact"
    assert not [row for row in records if row["what"] == "interrupted"]


def hand_in(crowd: Crowd, pool: urllib3.PoolManager, account: str) -> list[Told]:
    """Photos, submission, and both files, of a sitting whose photo countdown runs."""
    main, sitting = log_in(crowd, pool, account)
    place = f"/sittings/{sitting}"
    for page in (1, 2):
        photo = picture(shade=page + 2 * int(account[-2:]))
        view = main.must("PUT", f"{place}/photos/{page}", photo)
        main.told.append(Told("photo", sitting, view["server_time"], {"page": page}))
    files = [a_file(name, data) for name, data in FILES.items()]
    submitted = main.must("POST", f"{place}/submit", {"idempotency_key": account, "files": files})
    main.told.append(Told("submitted", sitting, submitted["submitted_at"]))
    for name, data in FILES.items():
        main.upload(sitting, name, data, piece=9_000)
    return main.told


@pytest.mark.parametrize("seed", range(2))
def test_uploads_go_on_over_kills(tmp_path: Path, season: Season, seed: int) -> None:
    accounts = about_to_hand_in(tmp_path, season, 8)
    with hosted(tmp_path, CLOSING) as host:
        crowd = Crowd(host, accounts)
        killer = killed_now_and_then(host, seed, times=3)
        crowd.all_do(hand_in)
        killer.join(timeout=60)
        records = crowd.records()
    assert [row["seq"] for row in records] == list(range(1, len(records) + 1))
    told = Counter((row["sitting"], row["what"], row["detail"].get("name")) for row in records)
    kept = {(row["sitting"], row["what"], row["at"]) for row in records}
    for one in crowd.told:
        if one.what == "upload_done":
            assert told[one.sitting, "upload_done", one.detail["name"]] == 1
        elif one.what == "submitted":
            assert (one.sitting, "submitted", one.at) in kept
            assert told[one.sitting, "submitted", None] == 1
    assert len([one for one in crowd.told if one.what == "upload_done"]) == 2 * len(accounts)
    stored = [hashlib.sha256(file.read_bytes()).hexdigest() for file in uploads(tmp_path)]
    for data in FILES.values():
        assert stored.count(hashlib.sha256(data).hexdigest()) == len(accounts)
    photos = {row["detail"]["sha256"] for row in records if row["what"] == "photo"}
    assert photos <= {file.name for file in (tmp_path / "exam.sqlite.files" / "pictures").iterdir()}


def uploads(root: Path) -> list[Path]:
    return list((root / "exam.sqlite.files" / "uploads").iterdir())
