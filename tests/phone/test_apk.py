"""The package files of installed apps: archives that any reader opens, told apart by code, version and channel."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from simulators.phone import apk
from tests.phone.kit import PACKAGE, SmallApp
from tests.wire import real
from tests.wire.client import assert_error, assert_success


def app(version: str = "1") -> SmallApp:
    made = SmallApp()
    made.version = version
    return made


def test_every_part_is_an_archive_that_names_its_package() -> None:
    parts = apk.files(app(), "official")
    assert list(parts) == [apk.BASE, apk.SPLIT]
    for content in parts.values():
        with ZipFile(BytesIO(content)) as archive:
            assert archive.testzip() is None
            assert PACKAGE.encode() in archive.read("AndroidManifest.xml")


def test_the_same_release_has_the_same_bytes_and_another_version_or_channel_has_others() -> None:
    same = apk.files(app(), "official")
    assert apk.files(app(), "official") == same
    assert apk.files(app("2"), "official")[apk.BASE] != same[apk.BASE]
    assert apk.files(app(), "market")[apk.BASE] != same[apk.BASE]


def test_changed_code_makes_another_package(monkeypatch: pytest.MonkeyPatch) -> None:
    same = apk.files(app(), "official")[apk.BASE]
    apk._files.cache_clear()
    apk._code.cache_clear()
    monkeypatch.setattr(apk, "_sources", lambda _module: [("tests.phone.kit", "changed")])
    assert apk.files(app(), "official")[apk.BASE] != same
    apk._files.cache_clear()
    apk._code.cache_clear()


def test_path_digest_and_pulled_bytes_agree(tmp_path: Path) -> None:
    from base64 import b64decode
    from hashlib import sha256

    wire, phone, small = real.begun(tmp_path)
    shown = assert_success(wire.mobile("shell", command=f"pm path {PACKAGE}")).split()
    paths = [line.removeprefix("package:") for line in shown]
    printed = assert_success(wire.mobile("shell", command="sha256sum", args=paths)).splitlines()
    pulled = [b64decode(assert_success(wire.mobile("pullFile", remotePath=path))) for path in paths]
    assert printed == [
        f"{sha256(content).hexdigest()}  {path}" for content, path in zip(pulled, paths, strict=True)
    ]
    assert pulled == list(apk.files(small, phone.sources.get(PACKAGE, "")).values())


def test_nobody_writes_or_deletes_a_package(tmp_path: Path) -> None:
    wire, _, _ = real.begun(tmp_path)
    path = f"/data/app/{PACKAGE}-1/base.apk"
    assert "Permission denied" in assert_error(wire.mobile("deleteFile", remotePath=path), "unknown error")
    assert "Permission denied" in assert_error(
        wire.mobile("shell", command=f"rm {path}", includeStderr=True), "unknown error"
    )
    assert "Permission denied" in assert_error(
        wire.mobile("pushFile", remotePath=path, payload="eA=="), "unknown error"
    )
