"""Requests that are ready are done together: one transaction, one after another in it, answered after it is kept.

One thread takes all that waits, so that the event loop goes on reading and stamping meanwhile, and what comes while the
disk is waited for is the next group. What takes long and touches nothing that others may change (a picture's pixels, a
password's cost, a file on its way to the disk) is done beside the queue, between two turns of its request.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol, TypeVar

from simulators.platform.call import Answer, Later, Step
from simulators.platform.transactions import NotKept

T = TypeVar("T")
Turn = Callable[[], AbstractContextManager[None]]
Done = tuple[Any, Exception | None]
Told = tuple["asyncio.Future[Any] | Future[Any]", Any, Exception | None]
BESIDE = 32
"""Threads for what is done beside the queue; most of the time they wait for the disk."""
LARGEST = 256
"""Requests in a group: a longer one would only let the first of them wait."""


class Turns(Protocol):
    """How requests come to their turn. An exception of the work is raised; NotKept where the transaction was not kept."""

    async def do(self, work: Callable[[], T]) -> T: ...

    async def beside(self, work: Callable[[], T]) -> T: ...

    def run(self, work: Callable[[], T]) -> T:
        """The same as `do`, for a thread that waits."""

    async def answer(self, step: Callable[[], Step], line: str) -> Answer: ...

    def close(self) -> None: ...


class OneByOne:
    """Each request by itself, in the thread that heard it: for a world in which one phone speaks at a time."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn

    async def do(self, work: Callable[[], T]) -> T:
        with self._turn():
            return work()

    async def beside(self, work: Callable[[], T]) -> T:
        return work()

    def run(self, work: Callable[[], T]) -> T:
        with self._turn():
            return work()

    async def answer(self, step: Callable[[], Step], line: str) -> Answer:  # noqa: ARG002 - there is one line
        return await _answer(self, step)

    def close(self) -> None:
        """Nothing runs."""


@dataclass(frozen=True, slots=True)
class _Job:
    """`loop` is that of the future, None where a thread waits for it."""

    work: Callable[[], Any]
    told: "asyncio.Future[Any] | Future[Any]"
    loop: asyncio.AbstractEventLoop | None = None


class Groups:
    """Many requests in one transaction. `line` names the phone: what it sends is answered in the order of its stamps."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._beside = ThreadPoolExecutor(BESIDE, thread_name_prefix="beside")
        self._lines: dict[str, asyncio.Future[None]] = {}

    async def do(self, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        told: asyncio.Future[T] = loop.create_future()
        self._put(_Job(work, told, loop))
        return await told

    def run(self, work: Callable[[], T]) -> T:
        told: Future[T] = Future()
        self._put(_Job(work, told))
        return told.result()

    async def beside(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._beside, work)

    async def answer(self, step: Callable[[], Step], line: str) -> Answer:
        if not line:
            return await _answer(self, step)
        before = self._lines.get(line)
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._lines[line] = mine
        try:
            if before is not None:
                await asyncio.wait([before])
            return await _answer(self, step)
        finally:
            mine.set_result(None)
            if self._lines[line] is mine:
                del self._lines[line]

    def close(self) -> None:
        """End once all that waits is done."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._waiting.put(None)
            thread.join()
        self._beside.shutdown()

    def _put(self, job: _Job) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="groups", daemon=True)
            self._thread.start()
        self._waiting.put(job)

    def _run(self) -> None:
        while (first := self._waiting.get()) is not None:
            jobs = [first]
            told: dict[asyncio.AbstractEventLoop | None, list[Told]] = defaultdict(list)
            for job, done in zip(jobs, self._together(jobs), strict=True):
                told[job.loop].append((job.told, *done))
            _tell(told.pop(None, ()))
            for loop, rows in told.items():
                assert loop is not None
                with suppress(RuntimeError):  # a loop that has ended has nobody waiting
                    loop.call_soon_threadsafe(_tell, rows)

    def _ready(self) -> Iterator[_Job]:
        for _ in range(LARGEST - 1):
            try:
                job = self._waiting.get_nowait()
            except Empty:
                return
            if job is None:
                self._waiting.put(None)
                return
            yield job

    def _together(self, jobs: list[_Job]) -> Sequence[Done]:
        """The first job, and those that are ready once it is its turn."""
        try:
            with self._turn():
                jobs += self._ready()
                return [_done(job.work) for job in jobs]
        except Exception as error:  # noqa: BLE001 - whoever waits is told, whatever happened
            return [(None, error)] * len(jobs)


def _done(work: Callable[[], Any]) -> Done:
    try:
        return work(), None
    except NotKept:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised where the answer is waited for
        return None, error


def _tell(rows: Iterable[Told]) -> None:
    for told, found, error in rows:
        if told.done():
            continue
        if error is None:
            told.set_result(found)
        else:
            told.set_exception(error)


async def _answer(turns: Turns, step: Callable[[], Step]) -> Answer:
    made = await turns.do(step)
    while isinstance(made, Later):
        made = await turns.do(partial(made.then, await turns.beside(made.work)))
    return made
