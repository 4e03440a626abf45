"""A bench for a vendor's staging platform, to copy: three controls, and 501 with its name for every other.

Replace the body of `Staging`; leave the rest as it is. `python adapter.py pair.json` prints the bench's address and token,
and `examgate bench check ADDRESS --token TOKEN` says whether it keeps its contract and what each control gains.

测试台参考适配程序，可直接复制使用：只需改写 `Staging` 类，对接贵方预发布平台；其余部分保持不变。
"""

import json
import re
import secrets
import sys
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CHINA = timezone(timedelta(hours=8))


class Staging:
    """Your platform. What stands here keeps everything in memory, so that the adapter can be tried without one."""

    name, version, build = "staging platform", "0", ""
    resolution_ms = 1000  # how exactly your platform's clock is set and kept

    def __init__(self, pair):
        self.pair = pair  # who is registered there, and the phones in your rack: see pair.json
        self.ahead = timedelta(0)
        self.log = [{"seq": 1, "at": self.now(), "what": "account_created", "account": self.account}]

    @property
    def account(self):
        return self.pair["candidates"][0]["account"]

    def now(self):
        """The server's time."""
        return datetime.now(CHINA) + self.ahead

    def move(self, to):
        """Set the server's clock forward."""
        self.ahead += to - self.now()

    def records(self, since):
        """What the platform wrote down after record `since`, in the vocabulary of contracts/platform.openapi.yaml."""
        return [one for one in self.log if one["seq"] > since]

    def next_face_checks(self, account, results):
        """What the next face checks of this candidate will say."""
        if account != self.account:
            raise Refused(404, "there is no such candidate", field="account", found=account)
        self.face_checks = list(results)


class Refused(Exception):
    """An error of the contract."""

    def __init__(self, status, message, **more):
        self.status, self.error = status, {"message": message, **more}


def controls(staging, _path, _body):
    return 200, {
        "controls": ["clock", "records", "face-checks/next"],
        "resolution_ms": staging.resolution_ms,
        "clock": "real",
        "product": {"name": staging.name, "version": staging.version, "build": staging.build},
        "basis": {"screens": 0, "transitions": 0, "text": 0, "assumed": 0},
        "stages": [],
        "simulated": False,
    }


def world(staging, _path, _body):
    return 200, {**staging.pair, "now": instant(staging.now())}


def clock(staging, _path, _body):
    return 200, {"now": instant(staging.now())}


def move_clock(staging, _path, body):
    if set(body) not in ({"to"}, {"by_ms"}):
        raise Refused(400, "a clock is moved `to` an instant or `by_ms` milliseconds")
    now = staging.now()
    to = datetime.fromisoformat(body["to"]) if "to" in body else now + timedelta(milliseconds=body["by_ms"])
    if to < now:
        raise Refused(
            409, "exam time does not go back", found=instant(to), expected=f"{instant(now)} or later"
        )
    staging.move(to)
    return clock(staging, _path, body)


def records(staging, path, _body):
    found = staging.records(int(path.partition("since=")[2] or 0))
    last = found[-1]["seq"] if found else 0
    return 200, {"records": [{**one, "at": instant(one["at"])} for one in found], "last": last}


def next_face_checks(staging, _path, body):
    staging.next_face_checks(body["account"], body["results"])
    return 204, None


OFFERED = {
    ("GET", "/controls"): controls,
    ("GET", "/worlds/current"): world,
    ("GET", "/clock"): clock,
    ("POST", "/clock"): move_clock,
    ("GET", "/records"): records,
    ("POST", "/face-checks/next"): next_face_checks,
}
IDS = re.compile(r"^/(phones|desk/sittings|desk/findings|reviews|uploads|files|support/queries)/[^/]+")


def control(path):
    """The name of a control: the fixed words of its path."""
    return IDS.sub(r"/\1", path).strip("/")


def instant(at):
    return at.isoformat(timespec="milliseconds")


class Bench(BaseHTTPRequestHandler):
    staging: Staging
    token: str

    def answer(self):
        try:
            status, content = self.asked()
        except Refused as refused:
            status, content = refused.status, {"error": refused.error}
        except (KeyError, TypeError, ValueError) as fault:
            status, content = 400, {"error": {"message": f"the body is not what it should be: {fault!r}"}}
        body = b"" if content is None else json.dumps(content, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.answer()

    def do_PUT(self):
        self.answer()

    def do_DELETE(self):
        self.answer()

    def asked(self):
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        told = self.headers.get("Authorization", "")
        if not secrets.compare_digest(told.encode(), f"Bearer {self.token}".encode()):
            raise Refused(401, "this token is none of this bench's")
        path = self.path.removeprefix("/bench/v1")
        does = OFFERED.get((self.command, path.partition("?")[0]))
        if does is None:
            name = control(path.partition("?")[0])
            raise Refused(501, f"{name} is not offered", control=name)
        return does(self.staging, path, json.loads(content) if content else {})

    def log_message(self, *_):
        pass


def main():
    pair = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    token = secrets.token_urlsafe(24)
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    handler = type("Bench", (Bench,), {"staging": Staging(pair), "token": token})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    line = {"bench": f"http://127.0.0.1:{server.server_port}/bench/v1", "token": token}
    print(json.dumps(line), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
