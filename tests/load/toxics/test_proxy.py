"""The proxy over real sockets: what comes through whole, and how connections end."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest

from conformance.load.toxics import Proxy
from conformance.load.toxics.toxic import Toxic
from tests.load.toxics.echoing import Echo, echoing

DATA = bytes(range(256)) * 1200
Through = Callable[..., Proxy]


@pytest.fixture
def echo() -> Iterator[Echo]:
    with echoing() as made:
        yield made


@pytest.fixture
def through(echo: Echo) -> Iterator[Through]:
    with ExitStack() as stack:

        def make(*toxics: Toxic, seed: int = 1) -> Proxy:
            proxy = Proxy("test", ("127.0.0.1", echo.port), toxics, seed)
            stack.callback(proxy.close)
            return proxy

        yield make


def toxic(kind: str, stream: str = "downstream", toxicity: float = 1.0, **attributes: float) -> Toxic:
    return Toxic(type=kind, stream=stream, toxicity=toxicity, attributes=attributes)


def connect(proxy: Proxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), timeout=20)


def told(proxy: Proxy, data: bytes) -> bytes | str:
    """What comes back of bytes that are sent, or how it ended otherwise."""
    try:
        with connect(proxy) as client, ThreadPoolExecutor(1) as pool:
            sending = pool.submit(client.sendall, data)
            answer = received(client, len(data))
            sending.exception(20)
            return answer
    except ConnectionResetError:
        return "reset"


def received(client: socket.socket, length: int) -> bytes:
    answer = b""
    while len(answer) < length and (piece := client.recv(65536)):
        answer += piece
    return answer


CARRYING = [
    (),
    (toxic("latency", latency=5, jitter=4),),
    (toxic("latency", "upstream", latency=5), toxic("bandwidth", rate=20_000)),
    (toxic("loss", rate=0.05, rto=2),),
    (toxic("slicer", "upstream", average_size=700, size_variation=300, delay=5),),
    (toxic("slow_close", delay=5),),
    (toxic("limit_data", bytes=len(DATA)),),
    (toxic("timeout", toxicity=0, timeout=1), toxic("reset_peer", toxicity=0)),
]


@pytest.mark.parametrize("toxics", CARRYING, ids=lambda rows: "+".join(one.type for one in rows) or "clean")
def test_all_bytes_come_through_in_their_order(
    echo: Echo, through: Through, toxics: tuple[Toxic, ...]
) -> None:
    proxy = through(*toxics)
    assert told(proxy, DATA) == DATA
    assert echo.wait_for(["closed"])


def test_many_at_once(echo: Echo, through: Through) -> None:
    proxy = through(toxic("latency", latency=3, jitter=2))
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda number: told(proxy, DATA[number:]), range(60)))
    assert answers == [DATA[number:] for number in range(60)]
    assert echo.wait_for(["closed"] * 60)


def test_latency_is_waited_for_once_and_not_for_each_piece(through: Through) -> None:
    proxy = through(toxic("latency", latency=120))
    with connect(proxy) as client:
        begin = monotonic()
        client.sendall(b"x")
        assert client.recv(1) == b"x"
        assert monotonic() - begin >= 0.12


def test_who_sends_no_more_still_hears_the_answer(through: Through) -> None:
    with connect(through(toxic("latency", "upstream", latency=2))) as client:
        client.sendall(DATA[:5000])
        client.shutdown(socket.SHUT_WR)
        assert received(client, 5000) == DATA[:5000]
        assert client.recv(1) == b""


@pytest.mark.parametrize("timeout", [0, 30])
def test_a_reset_is_a_reset_for_both_and_the_answer_is_lost(
    echo: Echo, through: Through, timeout: int
) -> None:
    proxy = through(toxic("reset_peer", timeout=timeout))
    assert told(proxy, b"important") in ("reset", b"")
    if timeout:
        assert echo.wait_for_bytes(b"important")
    assert echo.wait_for(["reset"])


def test_a_connection_that_times_out_is_closed_and_nothing_came(echo: Echo, through: Through) -> None:
    assert told(through(toxic("timeout", "upstream", timeout=30)), b"lost") == b""
    assert echo.wait_for(["closed"])
    assert echo.got == []


def test_a_half_open_connection_tells_the_platform_nothing(echo: Echo, through: Through) -> None:
    """What the phone sends is gone, that it is gone itself too: the platform's side stays until the proxy ends."""
    proxy = through(toxic("timeout", "upstream", timeout=0))
    with connect(proxy) as client:
        client.sendall(b"into the void")
        client.shutdown(socket.SHUT_WR)
    assert echo.wait_for_connections(1)
    assert proxy.connections <= 1
    assert (echo.got, echo.ends) == ([], [])
    proxy.close()
    assert echo.wait_for(["reset"])


def test_a_limit_closes_in_the_midst(through: Through) -> None:
    answer = told(through(toxic("limit_data", bytes=1000)), DATA[:4000])
    assert answer in (DATA[:1000], "reset")


def test_down_reaches_nobody(through: Through) -> None:
    assert told(through(toxic("down")), b"x") in ("reset", b"")


def test_a_network_that_goes_and_comes_back(echo: Echo, through: Through) -> None:
    proxy = through()
    port = proxy.port
    with connect(proxy) as client:
        client.sendall(b"a")
        assert client.recv(1) == b"a"
        proxy.down()
        with pytest.raises(ConnectionResetError):
            client.recv(1)
    with pytest.raises(ConnectionRefusedError):
        connect(proxy)
    proxy.up()
    assert proxy.port == port
    assert told(proxy, b"b") == b"b"
    assert echo.wait_for(["closed", "reset"])


def test_toxics_change_for_connections_that_come_after(through: Through) -> None:
    proxy = through()
    assert told(proxy, b"a") == b"a"
    proxy.change([toxic("down")])
    assert told(proxy, b"b") in ("reset", b"")
    proxy.change([])
    assert told(proxy, b"c") == b"c"


def test_a_platform_that_is_away_is_a_connection_that_ends(through: Through, echo: Echo) -> None:
    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    proxy = Proxy("nobody", ("127.0.0.1", port), ())
    try:
        assert told(proxy, b"x") in (b"", "reset")
    finally:
        proxy.close()


def struck(through: Through, seed: int) -> list[bool]:
    proxy = through(toxic("down", toxicity=0.4), seed=seed)
    return [told(proxy, b"x") != b"x" for _ in range(30)]


def test_whom_a_toxic_strikes_follows_from_the_seed(through: Through) -> None:
    first, again, other = struck(through, 5), struck(through, 5), struck(through, 6)
    assert first == again != other
    assert 4 <= sum(first) <= 20


def test_nothing_is_left_of_connections_that_ended(through: Through, echo: Echo) -> None:
    proxy = through(toxic("latency", latency=1))
    for _ in range(10):
        assert told(proxy, b"x") == b"x"
    assert echo.wait_for(["closed"] * 10)
    assert proxy.connections <= 1


def test_as_a_process_of_its_own_it_ends_with_its_parent(echo: Echo, tmp_path: Path) -> None:
    file = tmp_path / "toxics.json"
    file.write_text('{"type": "slicer", "attributes": {"average_size": 100}}', encoding="utf-8")
    command = [sys.executable, "-m", "conformance.load.toxics", "--upstream", f"127.0.0.1:{echo.port}"]
    with subprocess.Popen(
        [*command, "--toxics", str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        port = int(json.loads(process.stdout.readline())["proxy"].rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=20) as client:
            client.sendall(DATA[:3000])
            assert received(client, 3000) == DATA[:3000]
        process.communicate(timeout=20)
    assert process.returncode == 0


def test_as_a_process_it_says_why_it_cannot_start(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "conformance.load.toxics",
        "--upstream",
        "127.0.0.1:1",
        "--toxics",
        "none.json",
    ]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=False)
    assert (done.returncode, "none.json" in done.stderr) == (3, True)
