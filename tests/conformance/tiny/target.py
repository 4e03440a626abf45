"""A target that is no exam system at all: a bench and two phones that do just enough to try the examiner on.

Words after the script's name make it misbehave: see `MISCHIEF`.
"""

import json
import os
import sys
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "tiny"
START = datetime.fromisoformat("2023-01-12T09:50:00.000+08:00")
CONTROLS = ["worlds", "clock", "candidates", "phones", "records", "probes/pair"]
MISCHIEF = {
    "silent",
    "garbled",
    "dies",
    "open-door",
    "says-yes",
    "wrong-clock",
    "blind",
    "updates-itself",
    "no-build",
}
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
PACKAGED = "packaged"
"""With this word the phones tell of their packages, and the bench of the platform's build."""
PACKAGE = b"PK\5\6" + 16 * b"\0" + b"\2\0" + b"v1"
"""An archive without entries."""
WRONG = set(sys.argv[1:])
PHONES = [{"udid": f"tiny-{role}", "owner": "1", "role": role, "model": "m"} for role in ("main", "aux")]
WORLD = {
    "world": "w",
    "stage": "waiting",
    "platform_url": "",
    "subject": "song",
    "session": "formal",
    "season": "",
    "candidates": [
        {
            "account": "1",
            "password": "p",
            "name": "王芳",
            "admission_number": "1",
            "major": "composition",
            "phones": {"main": "tiny-main", "aux": "tiny-aux"},
            "sittings": [{"sitting": "s", "subject": "song", "session": "formal"}],
        }
    ],
    "phones": PHONES,
}


class State:
    now = START
    records: list[dict[str, Any]] = []  # noqa: RUF012
    sessions: dict[str, str] = {}  # noqa: RUF012
    worlds = 0


def stamp() -> str:
    return State.now.isoformat(timespec="milliseconds")


def source(udid: str) -> str:
    shown = (State.now + timedelta(minutes=7 if "wrong-clock" in WRONG else 0)).strftime("%H:%M:%S")
    texts = (
        [] if "blind" in WRONG else [("countdown", "候考倒计时 10:00"), ("server_time", shown), ("who", udid)]
    )
    nodes = "".join(
        f'<android.widget.TextView class="android.widget.TextView" resource-id="tiny.app:id/{name}" text="{text}"'
        f' bounds="[0,{100 * row}][1080,{100 * row + 90}]" enabled="true" clickable="false"/>'
        for row, (name, text) in enumerate(texts)
    )
    return f'<hierarchy width="1080" height="2400">{nodes}</hierarchy>'


def build() -> dict[str, str]:
    return {"build": "b1"} if PACKAGED in WRONG and "no-build" not in WRONG else {}


def ran(line: str) -> str | None:
    """What the shell prints; the package changes with the second world where the target updates itself."""
    if PACKAGED not in WRONG:
        return None
    if "pm path" in line:
        return "package:/data/app/tiny.app-1/base.apk\n"
    if "sha256sum" in line:
        changed = State.worlds > 1 and "updates-itself" in WRONG
        return f"{sha256(PACKAGE + (b'!' if changed else b'')).hexdigest()}  /data/app/tiny.app-1/base.apk\n"
    return "    versionCode=7 minSdk=24\n    versionName=1.0.7\n"


class Door(BaseHTTPRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Say nothing."""

    def answer(self, status: int, content: Any) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_any(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        path = self.path.split("?")[0]
        if path.startswith("/bench/v1"):
            self.bench(path.removeprefix("/bench/v1"), body)
        else:
            self.webdriver(path, body)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815

    def bench(self, path: str, body: dict[str, Any]) -> None:
        if self.headers.get("Authorization") != f"Bearer {TOKEN}" and "open-door" not in WRONG:
            self.answer(401, {"error": {"message": "wrong token"}})
            return
        rows: dict[str, Callable[[], object]] = {
            "/controls": self.controls,
            "/worlds": self.world,
            "/clock": lambda: self.clock(body),
            "/records": lambda: self.answer(200, {"records": State.records, "last": len(State.records)}),
            "/probes/pair": self.pair,
            "/phones/tiny-main": lambda: self.phone(0),
            "/phones/tiny-aux": lambda: self.phone(1),
            "/faults": lambda: os._exit(1),  # the tiny target dies when it is asked for a fault
        }
        missing = {"error": {"message": "not offered", "control": path.strip("/")}}
        rows.get(path, lambda: self.answer(501, missing))()

    def controls(self) -> None:
        product = {"name": "tiny", "version": "1", **build()}
        self.answer(200, {"controls": CONTROLS, "resolution_ms": 1, "clock": "driven", "product": product})

    def world(self) -> None:
        State.now, State.records = START, []
        State.worlds += 1
        self.answer(201, {**WORLD, "now": stamp()})

    def clock(self, body: dict[str, Any]) -> None:
        if body:
            State.now = datetime.fromisoformat(body["to"])
        self.answer(200, {"now": stamp()})

    def phone(self, number: int) -> None:
        phone = PHONES[number]
        self.answer(200, {**phone, "info": {"device_id": f"device-{phone['udid']}"}})

    def pair(self) -> None:
        if "says-yes" in WRONG:
            self.answer(200, {"accepted": True, "status": 200, "cause": None, "at": stamp()})
            return
        record = {
            "seq": len(State.records) + 1,
            "at": stamp(),
            "what": "refused",
            "device": "device-tiny-aux",
        }
        State.records.append({**record, "detail": {"operation": "pair", "cause": "code_unknown"}})
        self.answer(200, {"accepted": False, "status": 404, "cause": "code_unknown", "at": stamp()})

    def webdriver(self, path: str, body: dict[str, Any]) -> None:
        parts = path.strip("/").split("/")
        if path == "/session":
            udid = (
                body["capabilities"]["firstMatch"][0].get("appium:udid")
                or body["capabilities"]["alwaysMatch"]["appium:udid"]
            )
            State.sessions[udid] = udid
            self.answer(200, {"value": {"sessionId": udid, "capabilities": {"platformName": "Android"}}})
            return
        what, udid = parts[-1], parts[1]
        found = {
            "sync": ran(str(body.get("args"))),
            "source": source(udid),
            "screenshot": PIXEL,
            "text": source(udid).split('server_time" text="')[-1].split('"')[0],
            "enabled": True,
            "element": {"element-6066-11e4-a52e-4f735466cecf": "e"},
            "elements": [{"element-6066-11e4-a52e-4f735466cecf": "e"}] if "tiny.app" in str(body) else [],
        }
        if what == "element" and "tiny.app" not in str(body):
            error = {"error": "no such element", "message": "none", "stacktrace": ""}
            self.answer(404, {"value": error})
            return
        self.answer(200, {"value": found.get(what)})


def main() -> None:
    if "dies" in WRONG:
        raise SystemExit("the tiny target was told to die")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    url = f"http://127.0.0.1:{server.server_address[1]}"
    line = {"webdriver": url, "bench": f"{url}/bench/v1", "token": TOKEN, "pid": os.getpid()}
    if "garbled" in WRONG:
        print("hello", flush=True)
    elif "silent" not in WRONG:
        print(json.dumps(line), flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    while os.read(0, 1024):
        pass
    os._exit(0)


main()
