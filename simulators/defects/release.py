"""Which release of the reference system this process is: the bytes of its code, and the defects that it was given."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

import simulators
from simulators.defects.applying import installed
from simulators.defects.rows import Defect

FOLDER = Path(simulators.__file__).parent
BUILT_OF = {".py", ".toml", ".html", ".css", ".js", ".j2"}


def product() -> dict[str, str]:
    """The reference apps and platform of this package, and the defects that this release has."""
    try:
        number = version("examgate")
    except PackageNotFoundError:
        number = "unpacked"
    return {
        "name": "examgate reference system",
        "version": "+".join((number, *installed())),
        "build": build(),
        "environment": "simulated",
    }


@cache
def build() -> str:
    """The bytes of the simulated world that runs here, its defects with them."""
    return _digest("+".join(installed()).encode(), *_files(_world()))


def made_of(defect: Defect) -> str:
    """The bytes of the clean world and of what this defect changes there; what its row says of it does not count."""
    return _digest(msgspec.json.encode(defect.change), _clean())


def _world() -> list[Path]:
    """The files of the simulated world."""
    return sorted(path for path in FOLDER.rglob("*") if path.suffix in BUILT_OF)


@cache
def _clean() -> bytes:
    rows = FOLDER / "defects"
    world = [path for path in _world() if not (path.parent == rows and path.suffix == ".toml")]
    return _digest(*_files(world)).encode()


def _files(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        yield f"{path.relative_to(FOLDER).as_posix()}\0".encode() + sha256(path.read_bytes()).digest()


def _digest(*parts: bytes) -> str:
    return sha256(b"".join(parts)).hexdigest()
