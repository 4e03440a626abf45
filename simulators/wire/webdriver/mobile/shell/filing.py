"""Commands on files: what lies on the phone, and how much room is left."""

import posixpath
import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatch
from hashlib import md5, sha256

from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong, letters, octets
from simulators.wire.webdriver.mobile.shell.texts import joined, options

BLOCK = 1024
PARTS = (("/data", "/dev/block/dm-5"), ("/storage/emulated", "/dev/fuse"))
UNITS = ("", "K", "M", "G", "T")


def ls(asked: Asked) -> str:
    """Names, one a line; -l with sizes, -a is all there is anyway."""
    flags, words = options(asked, "la1RAtrdhp")
    path = asked.disk.whole(words[0] if words else "/")
    if path in asked.disk.files():
        sizes = {words[0]: asked.disk.files()[path]}
    else:
        sizes = _children(asked, path)
    if "l" not in flags:
        return joined(sorted(sizes))
    when = asked.phone.clock.now().strftime("%Y-%m-%d %H:%M")
    rows = [f"-rw-rw---- 1 root sdcard_rw {size:>12} {when} {name}" for name, size in sorted(sizes.items())]
    return joined([f"total {sum(sizes.values()) // BLOCK}", *rows])


def _children(asked: Asked, folder: str) -> dict[str, int]:
    """What lies directly in a folder, each with its bytes and those of all below it."""
    sizes = dict.fromkeys(asked.disk.children(folder), 0)
    for inside, size in asked.disk.below(folder).items():
        sizes[inside.partition("/")[0]] += size
    return sizes


def cat(asked: Asked) -> str:
    if not asked.words:
        return asked.feed
    return "".join(_content(asked, asked.disk.whole(name)) for name in asked.words)


def _content(asked: Asked, path: str) -> str:
    made = PROC.get(path)
    return letters(asked.disk.read(path)) if made is None else made(asked)


PROC: Mapping[str, Callable[[Asked], str]] = {
    "proc/net/unix": lambda _: "Num       RefCount Protocol Flags    Type St Inode Path\n",
    "proc/version": lambda _: "Linux version 4.19 (android-build)\n",
    "proc/uptime": lambda asked: f"{asked.phone.uptime().total_seconds():.2f} 0.00\n",
}
"""Files that nobody wrote: the system makes them up when they are read."""


def sha256sum(asked: Asked) -> str:
    """As toybox prints them; what comes through the pipe is called `-`."""
    read = {name: asked.disk.read(asked.disk.whole(name)) for name in asked.words} or {
        "-": octets(asked.feed)
    }
    return joined([f"{sha256(content).hexdigest()}  {name}" for name, content in read.items()])


def rm(asked: Asked) -> str:
    """With -r folders too; with -f what is not there is no fault."""
    flags, words = options(asked, "rfR")
    for name in words:
        path = asked.disk.whole(name)
        if not asked.disk.may_write(f"{path}/."):
            raise Wrong(f"rm: '{name}': Permission denied")
        inside = asked.disk.below(path) if flags & {"r", "R"} and path and asked.disk.is_folder(path) else {}
        if not inside and not asked.disk.exists(path) and "f" in flags:
            continue
        recursive = bool(flags & {"r", "R"}) and asked.disk.is_folder(path)
        for one in [posixpath.join(path, below) for below in inside] or ([] if recursive else [path]):
            asked.disk.delete(one)
        if recursive:
            asked.disk.remove(path)
    return ""


def mkdir(asked: Asked) -> str:
    """A folder, with -p also those above it and one that is there; where nobody may write it is refused."""
    flags, words = options(asked, "pm")
    for name in words:
        path = asked.disk.whole(name)
        if path in asked.disk.files() or (asked.disk.is_folder(path) and "p" not in flags):
            raise Wrong(f"mkdir: '{name}': File exists")
        if not asked.disk.may_write(f"{path}/."):
            raise Wrong(f"mkdir: '{name}': Permission denied")
        asked.disk.make(path)
    return ""


def touch(asked: Asked) -> str:
    for name in asked.words:
        path = asked.disk.whole(name)
        if path not in asked.disk.files():
            asked.disk.write(path, b"")
    return ""


def copy(asked: Asked) -> str:
    _, (source, target) = options(asked, "rf")
    path = asked.disk.whole(target)
    if asked.disk.is_folder(path):
        path = posixpath.join(path, posixpath.basename(source))
    asked.disk.write(path, asked.disk.read(asked.disk.whole(source)))
    return ""


def move(asked: Asked) -> str:
    copy(asked)
    asked.disk.delete(asked.disk.whole(asked.words[-2]))
    return ""


def test(asked: Asked) -> Result:
    """`[ -e path ]` and its like, and `[ text = text ]`."""
    words = asked.words[:-1] if asked.words[-1:] == ["]"] else asked.words
    match words:
        case ["-e", name]:
            holds = asked.disk.exists(asked.disk.whole(name))
        case ["-f", name]:
            holds = asked.disk.whole(name) in asked.disk.files()
        case ["-d", name]:
            holds = asked.disk.is_folder(asked.disk.whole(name))
        case ["-z", text]:
            holds = not text
        case ["-n", text]:
            holds = bool(text)
        case [one, "=" | "==", other]:
            holds = one == other
        case [one, "!=", other]:
            holds = one != other
        case _:
            raise Wrong(f"test: {' '.join(words)}: unknown operator", 2)
    return Result(code=0 if holds else 1)


def df(asked: Asked) -> str:
    """Room in blocks of 1024 bytes, or with -h for people."""
    flags, _ = options(asked, "hk")
    storage = asked.phone.info()["storage"]
    size, free = storage["capacity"], storage["free"]
    write = _readable if "h" in flags else lambda number: str(number // BLOCK)
    used = size - free
    percent = f"{-(-100 * used // size)}%"
    head = (
        "Filesystem      Size Used Avail Use% Mounted on"
        if "h" in flags
        else ("Filesystem     1K-blocks     Used Available Use% Mounted on")
    )
    return joined(
        [head, *(f"{part} {write(size)} {write(used)} {write(free)} {percent} {at}" for at, part in PARTS)]
    )


def _readable(number: float) -> str:
    unit = 0
    while number >= BLOCK and unit < len(UNITS) - 1:
        number, unit = number / BLOCK, unit + 1
    return f"{number:.1f}{UNITS[unit]}" if number < 10 and unit else f"{number:.0f}{UNITS[unit]}"


def screencap(asked: Asked) -> str:
    """A picture of the screen into a file, or to whoever reads what is printed."""
    _, words = options(asked, "p")
    if not words:
        return letters(asked.phone.screenshot())
    asked.disk.write(asked.disk.whole(words[0]), asked.phone.screenshot())
    return ""


def rmdir(asked: Asked) -> str:
    for name in asked.words:
        path = asked.disk.whole(name)
        if asked.disk.children(path):
            raise Wrong(f"rmdir: '{name}': Directory not empty")
        asked.disk.remove(path)
    return ""


def find(asked: Asked) -> str:
    """Everything below the folders; `-name pattern`, `-type f` or `-type d` choose."""
    words = list(asked.words)
    asks = {
        words.pop(at): words.pop(at) for mark in ("-name", "-type") if (at := _place(words, mark)) is not None
    }
    rows = list[str]()
    for start in words or ["/"]:
        path = asked.disk.whole(start)
        files = [""] if path in asked.disk.files() else [f"/{inside}" for inside in asked.disk.below(path)]
        above = {name[: match.start()] for name in files for match in re.finditer("/", name)}
        found = {**dict.fromkeys(above, "d"), **dict.fromkeys(files, "f")}
        rows += [
            f"{start.rstrip('/')}{name}"
            for name, kind in sorted(found.items())
            if asks.get("-type", kind) == kind
        ]
    return joined([row for row in rows if fnmatch(posixpath.basename(row), asks.get("-name", "*"))])


def _place(words: list[str], mark: str) -> int | None:
    return words.index(mark) if mark in words[:-1] else None


def du(asked: Asked) -> str:
    """Blocks below each folder or of each file; -h is for people, -s is all there is anyway."""
    flags, words = options(asked, "hsk")
    rows = list[str]()
    for name in words or ["/"]:
        path = asked.disk.whole(name)
        size = (
            asked.disk.files().get(path)
            if path in asked.disk.files()
            else sum(asked.disk.below(path).values())
        )
        rows.append(f"{_readable(size or 0) if 'h' in flags else -(-(size or 0) // BLOCK)}\t{name}")
    return joined(rows)


def stat(asked: Asked) -> str:
    """Size and kind; `-c` with %s, %n and %F for one line."""
    words = list(asked.words)
    form = words.pop(1) if words[:1] == ["-c"] else ""
    path = asked.disk.whole(words[-1])
    if not asked.disk.exists(path):
        raise Wrong(f"stat: '{words[-1]}': No such file or directory")
    size, kind = (
        asked.disk.files().get(path, 4096),
        "directory" if asked.disk.is_folder(path) else "regular file",
    )
    if form:
        return form.replace("%s", str(size)).replace("%n", words[-1]).replace("%F", kind) + "\n"
    return f"  File: {words[-1]}\n  Size: {size}\t Blocks: {-(-size // 512)}\t IO Blocks: 512\t{kind}\n"


def md5sum(asked: Asked) -> str:
    read = {name: asked.disk.read(asked.disk.whole(name)) for name in asked.words} or {
        "-": octets(asked.feed)
    }
    return joined(
        [f"{md5(content, usedforsecurity=False).hexdigest()}  {name}" for name, content in read.items()]
    )


TABLE: Mapping[str, Run] = {
    "find": find,
    "du": du,
    "stat": stat,
    "md5sum": md5sum,
    "rmdir": rmdir,
    "ls": ls,
    "cat": cat,
    "rm": rm,
    "mkdir": mkdir,
    "touch": touch,
    "cp": copy,
    "mv": move,
    "[": test,
    "test": test,
    "df": df,
    "sha256sum": sha256sum,
    "pwd": lambda _: "/\n",
    "screencap": screencap,
}
