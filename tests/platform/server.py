"""A PostgreSQL server of the tests' own: private files, a private socket, no port, an unprivileged user."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from signal import SIGINT

import psycopg

from tests.platform.exam import eventually

USER = "postgres"
"""Whom the server runs as where the tests run as root, whom it refuses."""
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "50",
    "shared_buffers": "32MB",
    "timezone": "UTC",
}


@cache
def programs() -> Path | None:
    """Where initdb and postgres are: on the path, or where Debian keeps them, the newest."""
    found = [Path(os.path.realpath(one)).parent for name in ("postgres",) if (one := shutil.which(name))]
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
    return next((one for one in [*found, *debian[::-1]] if (one / "initdb").exists()), None)


def there() -> bool:
    """Whether a server can be started here."""
    return programs() is not None and (os.geteuid() != 0 or shutil.which("setpriv") is not None)


class Server:
    """A server that runs, is ended as the administrator would, and can be started again."""

    def __init__(self, root: Path, *, flushed: bool) -> None:
        self._root, self._numbers = root, count(1)
        self._settings = SETTINGS | {"fsync": "on" if flushed else "off"}
        self._process: subprocess.Popen[bytes] | None = None
        options = ["-D", str(root / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        subprocess.run(
            _unprivileged([_program("initdb"), *options]), check=True, capture_output=True, cwd=root
        )
        self.start()

    def start(self) -> None:
        named = {**self._settings, "unix_socket_directories": str(self._root)}
        options = [word for key, value in named.items() for word in ("-c", f"{key}={value}")]
        command = _unprivileged([_program("postgres"), "-D", str(self._root / "data"), *options])
        with (self._root / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._root)
        eventually(self._answers, 60)

    def stop(self) -> None:
        """At once, as a restart does it: connections are ended, nothing that was kept is lost."""
        if self._process is not None:
            self._process.send_signal(SIGINT)
            self._process.wait(timeout=60)
        self._process = None

    def database(self) -> str:
        """The address of a fresh database."""
        name = f"exam{next(self._numbers)}"
        with psycopg.connect(self._address(USER), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"postgresql+psycopg://{USER}@/{name}?host={self._root}"

    def _address(self, database: str) -> str:
        return f"postgresql://{USER}@/{database}?host={self._root}"

    def _answers(self) -> bool:
        try:
            psycopg.connect(self._address(USER)).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def server(*, flushed: bool = False) -> Iterator[Server]:
    """Ended and wiped with the block. Only who measures, or pulls the plug of the machine, needs it `flushed` to the disk."""
    root = Path(tempfile.mkdtemp(prefix="examgate-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(root, USER)
        made = Server(root, flushed=flushed)
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(root)


def _program(name: str) -> str:
    where = programs()
    assert where is not None
    return str(where / name)


def _unprivileged(command: Sequence[str]) -> list[str]:
    """Ended with the thread that started it, whatever becomes of that; and not as root."""
    drop = ["--reuid", USER, "--regid", USER, "--init-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *drop, "--pdeathsig", "INT", *command] if shutil.which("setpriv") else [*command]
