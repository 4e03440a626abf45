"""Which release of the reference system this process is: the bytes of its code, and the defects that it was given."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import simulators
from simulators.defects.applying import installed

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
    mark = sha256("+".join(installed()).encode())
    folder = Path(simulators.__file__).parent
    for path in sorted(path for path in folder.rglob("*") if path.suffix in BUILT_OF):
        mark.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        mark.update(sha256(path.read_bytes()).digest())
    return mark.hexdigest()
