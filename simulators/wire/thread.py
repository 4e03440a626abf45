"""An event loop in a thread of its own: the cables of all phones of one kind live there."""

import asyncio
from collections.abc import Callable, Coroutine
from threading import Event, Thread
from typing import Any


class LoopThread:
    """A loop that runs until `close`. Only `close` waits for it, so that whoever holds a turn may call the rest."""

    def __init__(self, name: str) -> None:
        self.loop = asyncio.new_event_loop()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def begin(
        self,
        name: str,
        work: Callable[[], Coroutine[Any, Any, None]],
        after: Callable[[], object] = lambda: None,
    ) -> None:
        """Begin something there that goes on until it is ended; `after` is called then, also where it never came to run."""
        self.loop.call_soon_threadsafe(self._begin, name, work, after)

    def end(self, name: str) -> None:
        """Cancel it, soon."""
        self.loop.call_soon_threadsafe(self._end, name)

    def finish(self, name: str, act: Callable[[], None]) -> None:
        """Do something there that ends it, and wait until it has ended. Whoever holds a turn must not call this."""
        over = Event()
        self.loop.call_soon_threadsafe(self._finish, name, act, over)
        over.wait()

    def close(self) -> None:
        """Cancel whatever goes on, end the thread."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()

    def _begin(
        self, name: str, work: Callable[[], Coroutine[Any, Any, None]], after: Callable[[], object]
    ) -> None:
        self._tasks[name] = task = self.loop.create_task(work(), name=name)
        task.add_done_callback(lambda _: after())
        task.add_done_callback(lambda ended: self._forget(name, ended))

    def _forget(self, name: str, ended: asyncio.Task[None]) -> None:
        if self._tasks.get(name) is ended:
            del self._tasks[name]

    def _finish(self, name: str, act: Callable[[], None], over: Event) -> None:
        act()
        if name in self._tasks:
            self._tasks[name].add_done_callback(lambda _: over.set())
        else:
            over.set()

    def _end(self, name: str) -> None:
        if (task := self._tasks.pop(name, None)) is not None:
            task.cancel()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
            for task in (left := asyncio.all_tasks(self.loop)):
                task.cancel()
            self.loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        finally:
            self.loop.close()
