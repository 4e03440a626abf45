"""Several processes of one platform on one port: each is started, heard of when it serves, and replaced when it is lost,
which is said. They end with this one."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread

GRACE_S = 20.0
"""Wall seconds that a process has to end when it is asked to."""
Workers = dict[int, "subprocess.Popen[str]"]


class Lost(Exception):
    """A process ended before it served."""


class Processes:
    """`count` times the same command, with `env` beside the environment."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], count: int) -> None:
        self._command, self._env = list(command), {**os.environ, **env}
        self._ended: SimpleQueue[int | None] = SimpleQueue()
        self._workers: Workers = {}
        try:
            for number in range(1, count + 1):
                self._start(number)
            for number in self._workers:
                self._await(number)
        except BaseException:
            self.close()
            raise

    def end(self) -> None:
        """Have `watch` return."""
        self._ended.put(None)

    def watch(self) -> None:
        """Until `end`: whoever is lost is replaced. Lost where that cannot be."""
        while (number := self._ended.get()) is not None:
            gone = self._workers[number]
            _say(f"process {number} ({gone.pid}) ended with {gone.returncode}; another one takes its place")
            self._start(number)
            self._await(number)

    def close(self) -> None:
        """End them all."""
        for worker in self._workers.values():
            assert worker.stdin is not None
            with suppress(OSError):
                worker.stdin.close()
        for worker in self._workers.values():
            try:
                worker.wait(GRACE_S)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()
            assert worker.stdout is not None
            worker.stdout.close()

    def _start(self, number: int) -> None:
        """In a group of its own, so that Ctrl-C reaches it through this process."""
        self._workers[number] = worker = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._env,
            text=True,
            process_group=0,
        )
        Thread(target=self._wait, args=(number, worker), name=f"process {number}", daemon=True).start()

    def _await(self, number: int) -> None:
        worker = self._workers[number]
        assert worker.stdout is not None
        if not worker.stdout.readline():
            raise Lost(f"process {number} ended with {worker.wait()} before it served")

    def _wait(self, number: int, worker: "subprocess.Popen[str]") -> None:
        worker.wait()
        if self._workers.get(number) is worker:
            self._ended.put(number)


def _say(sentence: str) -> None:
    print(f"simulators.platform: {sentence}", file=sys.stderr, flush=True)
