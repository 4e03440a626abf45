"""Several processes of one platform on one port: each is started, heard of when it serves, and replaced when it is lost,
which is said. They end with this one."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread

GRACE_S = 20.0
"""Wall seconds that a process has to end when it is asked to."""
AGAIN_S = 5.0
"""Wall seconds after which a process that could not be replaced is tried again."""
Workers = dict[int, "subprocess.Popen[str]"]


class Lost(Exception):
    """A process ended before it served, and none is left."""


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
                if not self._serves(number):
                    raise Lost(f"process {number} ended with {self._workers[number].wait()} before it served")
        except BaseException:
            self.close()
            raise

    def end(self) -> None:
        """Have `watch` return."""
        self._ended.put(None)

    def watch(self) -> None:
        """Until `end`: whoever is lost is replaced, now or later. Lost where nobody is left and that cannot be."""
        missing: set[int] = set()
        while True:
            try:
                number = self._ended.get(timeout=AGAIN_S if missing else None)
            except Empty:
                number = min(missing)
            else:
                if number is None:
                    return
                gone = self._workers[number]
                _say(
                    f"process {number} ({gone.pid}) ended with {gone.returncode}; another one takes its place"
                )
            missing.add(number)
            self._start(number)
            if self._serves(number):
                missing.discard(number)
            elif len(missing) == len(self._workers):
                raise Lost("no process is left, and none could be started again")
            else:
                _say(f"process {number} could not be started again; in {AGAIN_S:g} s once more")

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
        self._workers[number] = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._env,
            text=True,
            process_group=0,
        )

    def _serves(self, number: int) -> bool:
        """Wait until the process serves; False where it ended before."""
        worker = self._workers[number]
        assert worker.stdout is not None
        if not worker.stdout.readline():
            worker.wait()
            return False
        Thread(target=self._wait, args=(number, worker), name=f"process {number}", daemon=True).start()
        return True

    def _wait(self, number: int, worker: "subprocess.Popen[str]") -> None:
        worker.wait()
        self._ended.put(number)


def _say(sentence: str) -> None:
    print(f"simulators.platform: {sentence}", file=sys.stderr, flush=True)
