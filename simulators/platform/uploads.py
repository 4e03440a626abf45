"""Uploads of announced files. The offset is the file's size on disk and nothing else, so it survives a kill.

A connection that appends holds a lease. Whoever asks for the offset or appends anew takes the lease over, and
the connection before, which may be half open, adds nothing more. No upload is ever locked.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from secrets import token_bytes
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.engine import RowMapping

from simulators.core.chance import Chance
from simulators.core.instants import iso, parse
from simulators.platform.disk import Disk
from simulators.platform.events import Event
from simulators.platform.plan import UPLOAD_HOURS
from simulators.platform.refusals import Refusal
from simulators.platform.store import Store
from simulators.platform.tables import UPLOADS
from simulators.platform.upload_machine import UPLOAD

LIFETIME = timedelta(hours=UPLOAD_HOURS)
THE_UPLOAD = UPLOADS.c.upload == bindparam("which")
ONE = select(UPLOADS).where(THE_UPLOAD)
LONGER = update(UPLOADS).where(THE_UPLOAD).values(expires=bindparam("until"))
BEGUN = select(func.count().label("count")).where(UPLOADS.c.sitting == bindparam("of"))
SAME = select(UPLOADS.c.upload).where(
    UPLOADS.c.sitting == bindparam("of"),
    func.coalesce(UPLOADS.c.binding, "") == bindparam("by"),
    UPLOADS.c.name == bindparam("named"),
)
DONE = select(UPLOADS.c.upload).where(UPLOADS.c.sha256 == bindparam("of"), UPLOADS.c.state == "done")
DUE = select(UPLOADS).where(UPLOADS.c.state == "active", UPLOADS.c.expires <= bindparam("now"))
"""Statements that are asked with every part of every file: put together once."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload of one file; `binding` is None for the main phone's."""

    upload: str
    sitting: str
    binding: str | None
    account: str
    device: str
    name: str
    length: int
    sha256: str
    expires: datetime
    state: str = UPLOAD.initial


class Lease:
    """A connection's leave to append to one upload, good until another one takes it over, in whichever process. A file
    beside the upload says whose it is; who looks or writes there keeps the others waiting."""

    def __init__(self, path: Path) -> None:
        self._path, self._mark = path, token_bytes(16)

    @contextmanager
    def taking(self) -> Iterator[None]:
        """From the end of this on the lease is ours."""
        with self._kept(os.O_RDWR | os.O_CREAT) as file:
            yield
            os.pwrite(file, self._mark, 0)

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Refusal where another connection has taken the upload over."""
        try:
            with self._kept(os.O_RDONLY) as file:
                if os.pread(file, len(self._mark), 0) != self._mark:
                    raise Refusal("taken_over")
                yield
        except FileNotFoundError as error:  # the upload has ended, or its bytes are gone
            raise Refusal("taken_over") from error

    @contextmanager
    def _kept(self, how: int) -> Iterator[int]:
        file = os.open(self._path, how, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
        finally:
            os.close(file)


class Uploads:
    def __init__(self, store: Store, disk: Disk, chance: Chance) -> None:
        self._store, self.disk, self._chance = store, disk, chance

    def create(self, upload: Upload, at: datetime) -> Upload:
        """Begin; a file without bytes is complete at once."""
        self.disk.begin(upload.upload)
        values = asdict(upload) | {"expires": iso(upload.expires)}
        self._store.append([_event(upload, "upload_started", at)], insert(UPLOADS).values(values))
        return self._completed(upload, at)

    def fresh_id(self, sitting: str) -> str:
        count = self._store.rows(BEGUN, of=sitting)[0]["count"]
        return f"u{self._chance.child(f'upload/{sitting}/{count}').token(15).lower()}"

    def find(self, upload: str, at: datetime) -> Upload | None:
        """The upload as it stands at `at`."""
        found = self.current(upload)
        return self.by(found, at) if found else None

    def by(self, upload: Upload, at: datetime) -> Upload:
        """What has become of an upload: expired where its time is over, complete where all bytes are there."""
        return self._completed(self._expired(upload, at), at)

    def current(self, upload: str) -> Upload | None:
        """The upload as it was last written down."""
        rows = self._store.rows(ONE, which=upload)
        return _upload(rows[0]) if rows else None

    def of_file(self, sitting: str, binding: str | None, name: str, at: datetime) -> Upload | None:
        """The upload of a file that is done, or else the one begun last."""
        named = {row["upload"] for row in self._store.rows(SAME, of=sitting, by=binding or "", named=name)}
        begun = (one for one in self._store.of_sitting(sitting) if one.what == "upload_started")
        found = [self.find(one.detail["upload"], at) for one in begun if one.detail["upload"] in named]
        done = [upload for upload in found if upload is not None and upload.state == "done"]
        return (done or found or [None])[-1]

    def content(self, sha256: str) -> bytes:
        """The bytes of a picture, or of a file that is done; KeyError where there is none."""
        if self.disk.has_picture(sha256):
            return self.disk.picture(sha256)
        return self.place(sha256).read_bytes()

    def place(self, sha256: str) -> Path:
        """Where a file that is done lies; KeyError where there is none."""
        rows = self._store.rows(DONE, of=sha256)
        if not rows:
            raise KeyError(sha256)
        return self.disk.place(rows[0]["upload"])

    def progress(self, sitting: str, binding: str | None, name: str, at: datetime) -> tuple[int, str]:
        """Bytes received and state of a file: queued, uploading, done, corrupt, expired or terminated."""
        upload = self.of_file(sitting, binding, name, at)
        if upload is None:
            return 0, "queued"
        ended = upload.length if upload.state == "done" else 0
        received = self.disk.offset(upload.upload) if upload.state == "active" else ended
        return received, "uploading" if upload.state == "active" else upload.state

    def take(self, upload: str, offset: int | None = None) -> Lease:
        """The lease; whoever held it before has lost it. Refusal where the upload does not stand at `offset`."""
        lease = Lease(self.disk.lease(upload))
        with lease.taking():
            if offset is not None and self.disk.offset(upload) != offset:
                raise Refusal("wrong_offset")
        return lease

    def append(self, upload: str, lease: Lease, data: bytes) -> None:
        """Add to the end; Refusal where another connection has taken the upload over."""
        with lease.holding():
            self.disk.append(upload, data)

    def prolong(self, upload: Upload, at: datetime) -> Upload:
        """Bytes came: the upload lives on."""
        longer = replace(upload, expires=at + LIFETIME)
        self._store.write(LONGER, which=upload.upload, until=iso(longer.expires))
        return longer

    def finish(self, upload: Upload, at: datetime, digest: str) -> Upload:
        """All bytes are there: the whole file must have the announced digest."""
        whole = digest == upload.sha256
        fact = "upload_done" if whole else "upload_corrupt"
        after = self._move(upload, "complete" if whole else "mismatch", fact, at)
        if not whole:
            self._drop(upload)
        return after

    def terminate(self, upload: Upload, at: datetime) -> Upload:
        after = self._move(upload, "terminate", "upload_terminated", at)
        self._drop(after)
        return after

    def settle(self, at: datetime) -> None:
        """Write down which uploads have expired until `at`."""
        for row in self._store.rows(DUE, now=iso(at)):
            self._expired(_upload(row), at)

    def _completed(self, upload: Upload, at: datetime) -> Upload:
        if upload.state != "active" or self.disk.offset(upload.upload) < upload.length:
            return upload
        self.disk.settle(upload.upload)
        return self.finish(upload, at, self.disk.digest(upload.upload))

    def _expired(self, upload: Upload, at: datetime) -> Upload:
        for row in UPLOAD.due(upload.state, {"expires": None}) if at >= upload.expires else ():
            upload = self._stand(upload, row.target, "upload_expired", upload.expires)
            self._drop(upload)
        return upload

    def _drop(self, upload: Upload) -> None:
        """Its bytes go once it is written down that they may."""
        self._store.afterwards(partial(self.disk.drop, upload.upload))

    def _move(self, upload: Upload, event: str, fact: str, at: datetime) -> Upload:
        return self._stand(upload, UPLOAD.next(upload.state, event), fact, at)

    def _stand(self, upload: Upload, state: str, fact: str, at: datetime) -> Upload:
        self.take(upload.upload)
        self._store.afterwards(partial(self.disk.lease(upload.upload).unlink, missing_ok=True))
        row = update(UPLOADS).where(UPLOADS.c.upload == upload.upload).values(state=state)
        self._store.append([_event(upload, fact, at)], row)
        return replace(upload, state=state)


def alive(upload: Upload | None) -> Upload:
    """The upload while it takes bytes or has them all; Refusal for one that there never was or is no more."""
    if upload is None:
        raise Refusal("not_found")
    if upload.state not in ("active", "done"):
        raise Refusal("gone")
    return upload


def _upload(row: RowMapping) -> Upload:
    return Upload(**{**row, "expires": parse(row["expires"])})


def _event(upload: Upload, what: str, at: datetime) -> Event:
    detail: dict[str, Any] = {"upload": upload.upload, "name": upload.name, "bytes": upload.length}
    if upload.binding is not None:
        detail["binding"] = upload.binding
    return Event(at, what, upload.sitting, upload.account, upload.device, detail)
