"""First use: makes .venv from the locks. Standard library alone, because nothing else is there yet.

Called by the launcher with the command's name; `test` brings the developers' libraries too. Safe to run
twice at once (a file lock) and to interrupt (a marker; a half-made .venv is made anew). Exit code 0 or 3.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / "examgate.unfinished"
MADE_IN = VENV / "examgate.root"
RUN, DEV, SLIM = "requirements.lock", "requirements-dev.lock", "requirements-slim.lock"
CHINESE = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "").startswith(
    "zh"
)
NO_LIBRARY = re.compile(r"(?:ImportError|OSError): .*?(lib[\w+.-]+?\.so[.\d]*): |Unable to find (zbar)")
LOOKED_AT = re.compile(r"(?:Collecting|Requirement already satisfied:|Processing (?:\S*/)?)\s*([\w.]+)")
APT = ["apt-get", "-qq", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=15"]


class Stopped(Exception):
    """First use cannot be finished; the text says what failed and what to do."""


def pick(english: str, chinese: str) -> str:
    return chinese if CHINESE else english


def say(english: str, chinese: str) -> None:
    print(pick(f"examgate: {english}", f"examgate：{chinese}"), file=sys.stderr, flush=True)


@contextlib.contextmanager
def alone() -> Iterator[int]:
    """Hold the lock; yields its descriptor, which children inherit: a pip that outlives us still holds it."""
    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another first use is under way; waiting for it", "另一个首次使用正在进行，等待其完成")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def wanted(command: str) -> list[str]:
    return [RUN, DEV] if command == "test" else [RUN]


def same(name: str) -> bool:
    copy = VENV / name
    return copy.exists() and copy.read_bytes() == (ROOT / name).read_bytes()


def made_here() -> bool:
    return MADE_IN.exists() and MADE_IN.read_text(encoding="utf-8").strip() == str(ROOT)


def runs() -> bool:
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0


def make_venv() -> None:
    """Leave a .venv whose Python runs; one that was left half-made, broken or moved here is made anew."""
    moved = MADE_IN.exists() and not made_here()
    if VENV.exists() and (UNFINISHED.exists() or moved or not runs()):
        say("the .venv here is unfinished or broken; making it anew", "此处的 .venv 不完整或已损坏，重新建立")
        old = VENV.rename(ROOT / f".venv.old-{os.getpid()}")
        shutil.rmtree(old)
    fresh = not VENV.exists()
    VENV.mkdir(exist_ok=True)
    UNFINISHED.touch()
    if fresh:
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True, stdout=subprocess.DEVNULL)


def show(done: int, total: int, name: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K  {done}/{total} {name}", end="", file=sys.stderr, flush=True)
    elif done % 20 == 0:
        print(f"  {done}/{total} {name}", file=sys.stderr, flush=True)


def install(name: str, lock: int, *options: str) -> None:
    """Install a lock file with plain pip, every file checked against its hash."""
    total = len(re.findall(r"^[\w.-]+==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
    command = [str(PYTHON), "-m", "pip", "install", "--no-deps", "--require-hashes", *options, "-r", name]
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_PROGRESS_BAR": "off", "PIP_NO_INPUT": "1"}
    tail: deque[str] = deque(maxlen=15)
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=os.environ | quiet,
        text=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=(lock,),
    ) as pip:
        done = 0
        for line in pip.stdout or ():
            tail.append(line)
            if seen := LOOKED_AT.match(line):
                done += 1
                show(done, total, seen[1])
            elif line.startswith("Installing"):
                show(done, total, pick("unpacking", "解包"))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    if pip.returncode:
        raise Stopped(
            "".join(tail)
            + pick(
                f"pip could not install {name}; first use needs the network (or a pip index nearer by); then run the same command again",
                f"pip 未能安装 {name}；首次使用需要网络（或就近的 pip 源），联网后重新执行同一命令即可",
            )
        )


def missing_library(module: str) -> str:
    """The system library for want of which `module` cannot be imported; "" if none is wanting."""
    answer = subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True, text=True, check=False)
    found = NO_LIBRARY.search(answer.stderr) if answer.returncode else None
    return next(filter(None, found.groups())) if found else ""


def settle_opencv(lock: int) -> None:
    """opencv-python needs libGL and libglib, which slim machines lack; its headless twin does not."""
    library = missing_library("cv2")
    if not library:
        return
    say(
        f"this machine lacks {library}: opencv-python-headless of the same version takes opencv-python's place",
        f"本机缺少 {library}：改用同一版本的 opencv-python-headless 代替 opencv-python",
    )
    remove = [str(PYTHON), "-m", "pip", "uninstall", "-q", "-y", "--root-user-action=ignore", "opencv-python"]
    subprocess.run(remove, check=True, pass_fds=(lock,))
    install(SLIM, lock, "--force-reinstall")  # the two share their files: what was there is torn


def as_root() -> list[str] | None:
    """The words before a command that root runs: none, sudo without a password, or None if neither can be."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    able = sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    return [str(sudo), "-n"] if able else None


def apt_install(package: str) -> bool:
    before = as_root()
    if before is None:
        return False
    say(f"apt-get install {package}", f"apt-get install {package}")
    get = [*before, "env", "DEBIAN_FRONTEND=noninteractive", *APT, "install", "-y", package]
    update = [*before, *APT, "update"]
    return any(
        all(subprocess.run(c, capture_output=True, check=False).returncode == 0 for c in commands)
        for commands in ([get], [update, get])
    )


def settle_zbar() -> None:
    """pyzbar, the second of three code readers, loads zbar's system library; without it two are left."""
    if missing_library("pyzbar.pyzbar") and not apt_install("libzbar0"):
        say(
            "zbar's library is missing: codes are read by zxing-cpp and OpenCV alone; apt-get install libzbar0 brings it",
            "缺少 zbar 系统库：二维码仅由 zxing-cpp 和 OpenCV 识别；执行 apt-get install libzbar0 可补上",
        )


def reach_packages() -> None:
    """Let .venv's Python import the packages of this folder from anywhere."""
    site = next((VENV / "lib").glob("python3.*/site-packages"))
    (site / "examgate.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def finish(names: list[str]) -> None:
    """Lay down what the launcher looks for: the folder's name and copies of the locks."""
    MADE_IN.write_text(f"{ROOT}\n", encoding="utf-8")
    UNFINISHED.unlink()
    for name in names:
        shutil.copyfile(ROOT / name, VENV / f"{name}.new")
        (VENV / f"{name}.new").replace(VENV / name)


def prepare(command: str, lock: int) -> None:
    names = [name for name in wanted(command) if not same(name)]
    if made_here() and not names and not UNFINISHED.exists() and runs():
        return  # whoever held the lock before us has done it
    begun = time.monotonic()
    say("first use: making .venv from the lock, about a minute", "首次使用：按锁定清单建立 .venv，约需一分钟")
    make_venv()
    names = wanted(command)
    install(names[-1], lock)  # the developers' lock holds all of the other
    reach_packages()
    settle_opencv(lock)
    settle_zbar()
    finish(names)
    spent = round(time.monotonic() - begun)
    say(f"ready after {spent} s", f"就绪，用时 {spent} 秒")


def main() -> int:
    try:
        with alone() as lock:
            prepare(sys.argv[1] if len(sys.argv) > 1 else "", lock)
    except (Stopped, OSError, subprocess.CalledProcessError) as fault:
        say(f"first use stopped: {fault}", f"首次使用中断：{fault}")
        return 3
    except KeyboardInterrupt:
        say("interrupted; the next use begins anew", "已中断；下次使用时重新建立")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
