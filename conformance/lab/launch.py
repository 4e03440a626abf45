"""Starts what is judged, and ends it: a subprocess that prints one JSON line and lives as long as its pipe.

The child holds the reading end of a pipe on its standard input and runs until that ends, so it is gone when we are,
also after `kill -9`.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from conformance.kit import environment
from conformance.outcome import TransportLost
from conformance.request import RunRequest
from conformance.target import Address, Target
from reports.form import Text

GRACE_S = 10.0
"""Wall seconds that a target has to end by itself before it is ended."""
TAIL = 2000
"""Characters of a target's last words that an error quotes."""
SAID = 1 << 16
"""Bytes of them that are looked through for a crash."""
TAPE = "tape:"
"""Where there is no target, and no address of one."""


class LaunchError(TransportLost):
    """The target does not start or does not answer: nothing can be judged."""


IN_HAND = Text(
    "this target is in people's hands: there is nothing to start, and nothing that answers",
    "该被测对象由人工操作，没有可启动或可应答的服务",
)


@dataclass(frozen=True, slots=True)
class Running:
    """A target that answers. `line` is what it printed; `process` is None where nothing was started."""

    address: Address
    line: Mapping[str, Any]
    pid: int = 0
    said: Callable[[], str] = str
    """What it has written to its standard error, its end at least."""


@contextlib.contextmanager
def running(
    target: Target, request: RunRequest, outside: Mapping[str, str] | None = None
) -> Iterator[Running]:
    """The target as the request wants it, started where its file says how, and ended with the block; raises LaunchError.

    `outside` fills further holes of its words.
    """
    if request.replay:
        yield Running(Address(TAPE, TAPE, TAPE), {})
        return
    if target.address:
        yield Running(target.address, {})
        return
    if target.hand:
        raise LaunchError(IN_HAND)
    words = {"python": sys.executable, "season": request.season, "seed": str(request.seed), **(outside or {})}
    command = [*(word.format_map(words) for word in target.start), *_release(target, request)]
    with tempfile.TemporaryFile() as last_words:
        process = _start(command, last_words)
        try:
            line = _first_line(process, target.start_timeout_s, command, last_words)
            yield Running(_address(line, command), line, process.pid, lambda: _tail(last_words, SAID))
        finally:
            _end(process)


def _release(target: Target, request: RunRequest) -> list[str]:
    """The words for a release with a seeded defect, or for one that notes which of its places are passed through."""
    ways = target.defects
    if ways is None or not (request.defect or request.reach):
        return []
    defect = [word.format(defect=request.defect) for word in ways.start if request.defect]
    further = [word.format(file=file) for file in request.defects for word in ways.further]
    return [*defect, *further, *(word.format(file=request.reach) for word in ways.reach if request.reach)]


def _start(command: list[str], last_words: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=last_words, env=environment()
        )
    except OSError as fault:
        raise LaunchError(
            Text(f"the target cannot be started: {command[0]}", f"无法启动被测对象：{command[0]}"),
            seen=str(fault),
        ) from fault


def _first_line(
    process: subprocess.Popen[bytes], timeout_s: float, command: list[str], last_words: IO[bytes]
) -> Mapping[str, Any]:
    lines: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    try:
        text = lines.get(timeout=timeout_s)
    except queue.Empty as silence:
        raise _failed(
            command, last_words, f"no line within {timeout_s:g} s", f"{timeout_s:g} 秒内没有输出"
        ) from silence
    try:
        line = json.loads(text)
    except ValueError as fault:
        en, zh = (
            ("no JSON in its first line", "首行不是 JSON")
            if text
            else ("it ends without a line", "未输出内容即已退出")
        )
        raise _failed(command, last_words, en, zh, text) from fault
    if not isinstance(line, dict):
        raise _failed(command, last_words, "a line that is no JSON object", "输出的不是 JSON 对象", text)
    return line


def _pump(stream: IO[bytes] | None, lines: queue.Queue[bytes]) -> None:
    """Pass on every line, so that a target that goes on talking is never stopped by a full pipe."""
    if stream is None:
        return
    first = stream.readline()
    lines.put(first)
    for _ in stream:
        continue


def _failed(command: list[str], last_words: IO[bytes], en: str, zh: str, text: bytes = b"") -> LaunchError:
    tail = (text.decode(errors="replace") + _tail(last_words, TAIL)).strip()
    shown = " ".join(command)
    return LaunchError(
        Text(f"the target does not start: {en} ({shown})", f"被测对象未能启动：{zh}（{shown}）"), seen=tail
    )


def _tail(last_words: IO[bytes], most: int) -> str:
    """The child writes at the file's end, which is its own place too: it is read without moving that."""
    size = os.fstat(last_words.fileno()).st_size
    return os.pread(last_words.fileno(), most, max(0, size - most)).decode(errors="replace")


def _address(line: Mapping[str, Any], command: list[str]) -> Address:
    missing = [key for key in ("webdriver", "bench", "token") if not isinstance(line.get(key), str)]
    if missing:
        names, shown = ", ".join(missing), " ".join(command)
        raise LaunchError(
            Text(f"the target's line lacks {names} ({shown})", f"被测对象的输出缺少 {names}（{shown}）"),
            seen=json.dumps(line),
        )
    return Address(line["webdriver"], line["bench"], line["token"])


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
    for end in (None, process.terminate, process.kill):
        if end:
            end()
        try:
            process.wait(GRACE_S)
            break
        except subprocess.TimeoutExpired:
            continue
    if process.stdout:
        process.stdout.close()
