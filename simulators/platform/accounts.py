"""Accounts, their passwords, whose identity they are, and the tokens of their phones."""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from secrets import token_bytes
from typing import Any

from sqlalchemy import BindParameter, Executable, bindparam, func, insert, or_, select, update

from simulators.core.chance import Chance
from simulators.platform.events import Event
from simulators.platform.store import Store
from simulators.platform.tables import ACCOUNTS, IDENTITIES, TOKENS

BLOCK, PARALLEL = 8, 1
"""scrypt's r and p; the cost that a platform chooses is log2 of its n."""


WHO: BindParameter[str] = bindparam("who")
HOW: BindParameter[str] = bindparam("how")
WHAT: BindParameter[str] = bindparam("what")
OF_IDENTITY = select(IDENTITIES.c.account).where(IDENTITIES.c.id_number == WHO)
EXISTS = select(ACCOUNTS.c.account).where(ACCOUNTS.c.account == WHO)
OF_EMAIL = select(ACCOUNTS.c.account).where(ACCOUNTS.c.email == WHO)
IDENTITY = select(IDENTITIES.c.id_number, IDENTITIES.c.name).where(IDENTITIES.c.account == WHO)
NEW_TOKEN = insert(TOKENS)
KNOWN = (
    select(*(ACCOUNTS.c[name] for name in ("account", "salt", "cost", "digest")))
    .where(
        or_(
            ACCOUNTS.c.account == WHO,
            ACCOUNTS.c.email == HOW,
            ACCOUNTS.c.account == OF_IDENTITY.scalar_subquery(),
        )
    )
    .order_by(ACCOUNTS.c.account != WHO)
)
MAIN = (TOKENS.c.account == WHO, TOKENS.c.binding.is_(None))
ON_OTHERS = update(TOKENS).where(*MAIN, TOKENS.c.device != HOW).values(ended=True)
ENDED = select(func.count().label("count")).where(
    TOKENS.c.account == WHO,
    TOKENS.c.device == HOW,
    func.coalesce(TOKENS.c.binding, "") == WHAT,
    TOKENS.c.ended,
)
EVER = select(TOKENS.c.digest).where(*MAIN, TOKENS.c.device == HOW).limit(1)
CALLER = select(*(TOKENS.c[name] for name in ("account", "device", "binding", "sitting", "ended"))).where(
    TOKENS.c.digest == WHO
)
"""Statements that are asked very often: put together once."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Whose token a request carries; an auxiliary phone's token is good for one binding.

    A main phone's token is `ended` when its candidate logs in on another phone.
    """

    account: str
    device: str
    binding: str | None = None
    sitting: str | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is kept of a password."""

    account: str
    salt: bytes
    cost: int
    digest: bytes

    def match(self, password: str) -> bool:
        """Whether this is the password. Takes as long as the cost asks for."""
        return hmac.compare_digest(self.digest, scrypt(password, self.salt, self.cost))


class Accounts:
    def __init__(self, store: Store, chance: Chance, cost: int) -> None:
        self._store, self._chance, self._cost = store, chance, cost
        self._callers: dict[str, Caller] = {}
        self._names: dict[str, str] = {}
        self._digests: dict[str, set[str]] = defaultdict(set)
        store.undone += (self._callers.clear, self._names.clear, self._digests.clear)
        store.learning.append(self._learn)
        self.nobody = Credentials("", b"nobody", cost, b"")

    def creation(self, account: str, password: str) -> Executable:
        """The statement that keeps an account with its password. Takes as long as the cost asks for."""
        return insert(ACCOUNTS).values(self.fresh(account, password))

    def fresh(self, account: str, password: str) -> dict[str, Any]:
        """The row of an account. Takes as long as the cost asks for."""
        salt = token_bytes(16)
        digest = scrypt(password, salt, self._cost)
        return {"account": account, "salt": salt, "cost": self._cost, "digest": digest}

    def credentials(self, login: str) -> Credentials | None:
        """By phone number, bound e-mail address or verified ID number (R306 to R308)."""
        rows = self._store.rows(KNOWN, who=login, how=login.lower())
        return Credentials(**rows[0]) if rows else None

    def exists(self, account: str) -> bool:
        return bool(self._store.rows(EXISTS, who=account))

    def of_email(self, email: str) -> str | None:
        """The account that this address is bound to."""
        rows = self._store.rows(OF_EMAIL, who=email)
        return rows[0]["account"] if rows else None

    def of_identity(self, id_number: str) -> str | None:
        """The account whose identity this is."""
        rows = self._store.rows(OF_IDENTITY, who=id_number)
        return rows[0]["account"] if rows else None

    def identity(self, account: str) -> str | None:
        """The ID number that this account has verified."""
        rows = self._store.rows(IDENTITY, who=account)
        return rows[0]["id_number"] if rows else None

    def name(self, account: str) -> str:
        """The verified name; empty before the identity check."""
        if account not in self._names:
            rows = self._store.rows(IDENTITY, who=account)
            self._names[account] = rows[0]["name"] if rows else ""
        return self._names[account]

    def forget(self, account: str) -> None:
        """What is remembered of an account whose identity has changed."""
        self._names.pop(account, None)

    def token(self, caller: Caller) -> str:
        """The token of this phone for this account; the same phone is given the same one until it has ended."""
        token = self._token(caller, self._ended(caller))
        if self._caller(_digest(token)) is None:
            self._keep(_digest(token), caller)
        return token

    def held(self, caller: Caller) -> str:
        """The token that this phone holds, be it ended; a fresh one where it never had any."""
        ended = self._ended(caller)
        token = self._token(caller, ended)
        if ended and self._caller(_digest(token)) is None:
            return self._token(caller, ended - 1)
        return self.token(caller)

    def end_others(self, account: str, device: str) -> None:
        """End the main phones' tokens of this account but this phone's."""
        self._store.write(ON_OTHERS, who=account, how=device)
        self._look_again(account)

    def caller(self, token: str) -> Caller | None:
        return self._caller(_digest(token))

    def remembers(self, token: str) -> bool:
        """Whether this is a phone's token, as far as is known without asking the store; any thread may ask."""
        return _digest(token) in self._callers

    def knows_phone(self, account: str, device: str) -> bool:
        """Whether this phone has ever been logged in to the account."""
        return bool(self._store.rows(EVER, who=account, how=device))

    def _ended(self, caller: Caller) -> int:
        """How many tokens of this phone have ended."""
        rows = self._store.rows(ENDED, who=caller.account, how=caller.device, what=caller.binding or "")
        return int(rows[0]["count"])

    def _token(self, caller: Caller, number: int) -> str:
        owner = "/".join((caller.account, caller.device, caller.binding or "", str(number)))
        return self._chance.child(f"token/{owner}").token(32)

    def _keep(self, digest: str, caller: Caller) -> None:
        self._store.write(NEW_TOKEN, digest=digest, **asdict(caller) | {"ended": False})
        self._remember(digest, caller)

    def _caller(self, digest: str) -> Caller | None:
        if digest not in self._callers:
            rows = self._store.rows(CALLER, who=digest)
            if not rows:
                return None
            self._remember(digest, Caller(**rows[0]))
        return self._callers[digest]

    def _remember(self, digest: str, caller: Caller) -> None:
        self._callers[digest] = caller
        self._digests[caller.account].add(digest)

    def _look_again(self, account: str) -> None:
        """A token of this account may have ended."""
        for digest in self._digests.pop(account, ()):
            del self._callers[digest]

    def _learn(self, events: Iterable[Event]) -> None:
        for one in events:
            if one.account is not None and one.sitting is None:
                self._look_again(one.account)
                self.forget(one.account)


def scrypt(password: str, salt: bytes, cost: int) -> bytes:
    """scrypt (RFC 7914) with n = 2**cost; releases the interpreter while it works."""
    memory = 2 * 128 * BLOCK * 2**cost + 2**20
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"), salt=salt, n=2**cost, r=BLOCK, p=PARALLEL, maxmem=memory
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
