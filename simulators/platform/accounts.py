"""Candidates, their passwords and the tokens of their phones."""

import hashlib
import hmac
from dataclasses import dataclass
from secrets import token_bytes

from sqlalchemy import Executable, insert, or_, select

from simulators.core.chance import Chance
from simulators.platform.store import Store
from simulators.platform.tables import CANDIDATES, TOKENS

BLOCK, PARALLEL = 8, 1
"""scrypt's r and p; the cost that a platform chooses is log2 of its n."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom a platform registers: phone number as account, password in clear, the majors applied for (season ids)."""

    account: str
    password: str
    name: str
    id_number: str = ""
    majors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caller:
    """Whose token a request carries; an auxiliary phone's token is good for one binding."""

    account: str
    device: str
    binding: str | None = None
    sitting: str | None = None


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is kept of a candidate."""

    account: str
    name: str
    salt: bytes
    cost: int
    digest: bytes

    def match(self, password: str) -> bool:
        """Whether this is the password. Takes as long as the cost asks for."""
        return hmac.compare_digest(self.digest, scrypt(password, self.salt, self.cost))


class Accounts:
    def __init__(self, store: Store, chance: Chance, cost: int) -> None:
        self._store, self._chance, self._cost = store, chance, cost
        self._names: dict[str, str] = {}
        self._callers: dict[str, Caller] = {}
        self.nobody = Credentials("", "", b"nobody", cost, b"")

    def registration(self, candidate: Candidate) -> Executable:
        """The statement that makes a candidate known."""
        salt = token_bytes(16)
        row = {
            "account": candidate.account,
            "name": candidate.name,
            "id_number": candidate.id_number or None,
            "salt": salt,
            "cost": self._cost,
            "digest": scrypt(candidate.password, salt, self._cost),
        }
        return insert(CANDIDATES).values(row)

    def credentials(self, login: str) -> Credentials | None:
        """By phone number or ID number (R306, R307)."""
        fields = [CANDIDATES.c[name] for name in ("account", "name", "salt", "cost", "digest")]
        known = or_(CANDIDATES.c.account == login, CANDIDATES.c.id_number == login)
        rows = self._store.rows(select(*fields).where(known).order_by(CANDIDATES.c.account != login))
        return Credentials(**rows[0]) if rows else None

    def name(self, account: str) -> str | None:
        if account not in self._names:
            rows = self._store.rows(select(CANDIDATES.c.name).where(CANDIDATES.c.account == account))
            if not rows:
                return None
            self._names[account] = rows[0]["name"]
        return self._names[account]

    def token(self, caller: Caller) -> str:
        """The token of this phone for this account; the same phone is given the same one."""
        owner = "/".join((caller.account, caller.device, caller.binding or ""))
        token = self._chance.child(f"token/{owner}").token(32)
        digest = _digest(token)
        if self._caller(digest) is None:
            values = {
                "digest": digest,
                "account": caller.account,
                "device": caller.device,
                "binding": caller.binding,
                "sitting": caller.sitting,
            }
            self._store.write(insert(TOKENS).values(values))
            self._callers[digest] = caller
        return token

    def caller(self, token: str) -> Caller | None:
        return self._caller(_digest(token))

    def _caller(self, digest: str) -> Caller | None:
        if digest not in self._callers:
            fields = [TOKENS.c[name] for name in ("account", "device", "binding", "sitting")]
            rows = self._store.rows(select(*fields).where(TOKENS.c.digest == digest))
            if not rows:
                return None
            self._callers[digest] = Caller(**rows[0])
        return self._callers[digest]


def scrypt(password: str, salt: bytes, cost: int) -> bytes:
    """scrypt (RFC 7914) with n = 2**cost; releases the interpreter while it works."""
    memory = 2 * 128 * BLOCK * 2**cost + 2**20
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"), salt=salt, n=2**cost, r=BLOCK, p=PARALLEL, maxmem=memory
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
