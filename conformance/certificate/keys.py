"""Ed25519 keys in files: K, which only its owner may read, and K.pub, which is handed to whoever is to verify.

Nothing here ever prints, or puts into an error, what a private key file holds.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from conformance.saying import Stopped
from reports.form import Text

PRIVATE_MODE, PUBLIC_MODE = 0o600, 0o644
OTHERS = stat.S_IRWXG | stat.S_IRWXO
OWNER = re.compile(r"^Owner: (.+)$", re.MULTILINE)
"""Text ahead of a PEM block is for people (RFC 7468); the owner's name stands there."""
BORDER = "-----"
"""What begins and ends a PEM block."""
LONGEST_NAME, LONGEST_FILE = 80, 64 * 1024


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The key of K.pub; `id` is the SHA-256 of its SubjectPublicKeyInfo."""

    key: Ed25519PublicKey
    owner: str = ""

    @property
    def id(self) -> str:
        return hashlib.sha256(
            self.key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        ).hexdigest()

    def holds(self, signature: bytes, message: bytes) -> bool:
        """Whether the signature is this key's, over these bytes."""
        try:
            self.key.verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class PrivateKey:
    """The key of K."""

    key: Ed25519PrivateKey
    owner: str = ""

    @property
    def public(self) -> PublicKey:
        return PublicKey(self.key.public_key(), self.owner)

    @property
    def id(self) -> str:
        return self.public.id

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)


def public_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.pub")


def new(path: Path, owner: str = "") -> PublicKey:
    """Make a pair of keys, K at `path` and K.pub beside it. Stopped where one of them is there already, or cannot be written."""
    name = named(owner)
    for there in (path, public_path(path)):
        if there.exists() or there.is_symlink():
            raise Stopped(
                Text(
                    f"{there} is there already and is left as it is; give another name with --out",
                    f"文件 {there} 已存在，未作改动；请用 --out 另取文件名",
                )
            )
    made = PrivateKey(Ed25519PrivateKey.generate(), name)
    head = f"Owner: {name}\n".encode() if name else b""
    private = made.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = made.public.key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    _write(path, head + private, PRIVATE_MODE)
    try:
        _write(public_path(path), head + public, PUBLIC_MODE)
    except Stopped:
        path.unlink()  # half a pair would be in the way of the next try
        raise
    return made.public


def private(path: Path) -> PrivateKey:
    """The key of K. Stopped where others may read it, and for what is no private Ed25519 key."""
    content = _read(path, "private", "私钥")
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & OTHERS:
        raise Stopped(
            Text(
                f"{path}: others may read this private key (mode {mode:04o}); run: chmod 600 {path}",
                f"{path}：其他用户可以读取该私钥（权限 {mode:04o}）；请执行 chmod 600 {path}",
            )
        )
    try:
        key = load_pem_private_key(content, password=None)
    except (TypeError, ValueError, UnsupportedAlgorithm):
        key = None  # what the library says of it is not passed on: it may quote the file
    if not isinstance(key, Ed25519PrivateKey):
        raise _other(path, "a private Ed25519 key without a password", "不带口令的 Ed25519 私钥")
    return PrivateKey(key, _owner(content))


def public(path: Path) -> PublicKey:
    """The key of K.pub. Stopped for what is none."""
    content = _read(path, "public", "公钥")
    if b"PRIVATE KEY" in content:
        raise Stopped(
            Text(
                f"{path}: this is a private key, to sign with; a certificate is verified with K.pub",
                f"{path}：该文件是签署所用的私钥；核对声明须使用公钥 K.pub",
            )
        )
    try:
        key = load_pem_public_key(content)
    except (ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise _other(path, "a public Ed25519 key", "Ed25519 公钥")
    return PublicKey(key, _owner(content))


def named(name: str) -> str:
    """A name as it may stand in a key or a certificate. Stopped where it is too long or not one line."""
    stripped = name.strip()
    if len(stripped) > LONGEST_NAME or not stripped.isprintable() or BORDER in stripped:
        raise Stopped(
            Text(
                f"a name is one line of at most {LONGEST_NAME} characters, without {BORDER}",
                f"名称须为一行，至多{LONGEST_NAME}个字符，不得含有 {BORDER}",
            )
        )
    return stripped


def _owner(content: bytes) -> str:
    found = OWNER.search(content.decode(errors="replace").partition("-----BEGIN")[0])
    return found[1].strip()[:LONGEST_NAME] if found else ""


def _read(path: Path, en: str, zh: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_FILE)
    except OSError as fault:
        raise Stopped(
            Text(
                f"{path}: the {en} key cannot be read ({fault.strerror}); `./examgate keys new --out K` makes K and K.pub",
                f"{path}：无法读取{zh}（原文：{fault.strerror}）；可用 ./examgate keys new --out K 生成 K 与 K.pub",
            )
        ) from fault


def _write(path: Path, content: bytes, mode: int) -> None:
    """Make the file with its mode from the first byte on; leave nothing of one that cannot be written whole."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, mode)
            file.write(content)
    except OSError as fault:
        if not isinstance(fault, FileExistsError):
            path.unlink(missing_ok=True)
        raise Stopped(
            Text(
                f"{path}: cannot be written ({fault.strerror})", f"{path}：无法写入（原文：{fault.strerror}）"
            )
        ) from fault


def _other(path: Path, en: str, zh: str) -> Stopped:
    return Stopped(
        Text(
            f"{path}: this is not {en}; `./examgate keys new --out K` makes one",
            f"{path}：该文件不是{zh}；可用 ./examgate keys new --out K 生成",
        )
    )
