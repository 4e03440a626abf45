"""An adb server that a user runs is spoken to only where that is asked for."""

import argparse
import socket
from pathlib import Path

import pytest

from simulators.core.turns import Turns
from simulators.serve import cables
from simulators.wire.android.emulator.emulators import SERVER_PORT
from tests.phone.kit import phone
from tests.wire import real
from tests.wire.android.conftest import FIRST
from tests.wire.android.host import PATIENCE_S


@pytest.mark.parametrize("more", [["--announce"], []])
def test_of_an_emulator_the_adb_server_is_told_if_at_all(
    more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = argparse.ArgumentParser()
    cables.declare(parser)
    device, _, _ = phone(tmp_path, real.ANDROID)
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv(SERVER_PORT, str(server.getsockname()[1]))
        (plug,) = cables.plugs(parser.parse_args(["--emulators", str(FIRST), *more]))(Turns())
        try:
            port = int(plug.plug(device)["console"].rpartition(":")[2]) + 1
            if more:
                server.settimeout(PATIENCE_S)
                there, _ = server.accept()
                with there, there.makefile("rb") as told:
                    assert told.read() == f"{len(f'host:emulator:{port}'):04x}host:emulator:{port}".encode()
        finally:
            plug.close()
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
