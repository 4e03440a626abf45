"""Three operators at their pages, over HTTP as browsers would be."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import urllib3

from conformance.hand.serving import ADDRESSES

NAMES = {"main": "李梅", "aux": "陈刚", "platform": "赵敏"}
JSON = {"Content-Type": "application/json"}
Say = Callable[[str, Mapping[str, Any]], Mapping[str, Any] | None]
"""What an operator at a place says of an open sentence: said, note, photos; None to stop here."""


class Operators:
    """Everybody answers what is open at their place, side by side, until the run is over or somebody stops."""

    def __init__(self, part: Path, say: Say) -> None:
        told = json.loads((part / ADDRESSES).read_text(encoding="utf-8"))
        self._origin, self._secrets = f"http://127.0.0.1:{told['port']}", told["secrets"]
        self._say = say
        self._stop = threading.Event()
        self.refused: list[int] = []

    def work(self) -> None:
        """Until nothing is open any more, or somebody stops."""
        threads = [threading.Thread(target=self._stand, args=(place,)) for place in self._secrets]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def photograph(self, place: str, content: bytes) -> str:
        """Hand a covered photo in; its name."""
        with urllib3.PoolManager() as http:
            said = http.request(
                "POST", self._page(place, "covered"), body=content, headers={"Content-Type": "image/jpeg"}
            )
        return str(json.loads(said.data)["photo"])

    def _page(self, place: str, what: str) -> str:
        return f"{self._origin}/{self._secrets[place]}/{what}"

    def _stand(self, place: str) -> None:
        with urllib3.PoolManager(retries=False, maxsize=1) as http:
            body = json.dumps({"name": NAMES[place], "version": "3.2.1"})
            http.request("POST", self._page(place, "join"), body=body, headers=JSON)
            known = ""
            while not self._stop.is_set():
                try:
                    state = json.loads(http.request("GET", self._page(place, "state") + known).data)
                except urllib3.exceptions.HTTPError:
                    return  # the run is over, and its pages went while this one was waiting for news
                known = f"?version={state['version']}"
                if state["closed"] or not state["sheet"]:
                    return
                self._answer(http, place, state["sheet"])

    def _answer(self, http: urllib3.PoolManager, place: str, sheet: Mapping[str, Any]) -> None:
        for line in sheet["lines"]:
            if not line["open"]:
                continue
            said = self._say(place, line)
            if said is None:
                self._stop.set()
                return
            body = json.dumps({"case": sheet["case"], "line": line["number"], **said})
            answer = http.request("POST", self._page(place, "answer"), body=body, headers=JSON)
            if answer.status != 200:
                self.refused.append(answer.status)
