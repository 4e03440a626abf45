"""Checks a certificate without a network: what still holds, what was changed, what nobody looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from conformance.certificate import differing, dsse, matching
from conformance.certificate.dsse import EnvelopeError
from conformance.certificate.keys import PublicKey
from conformance.certificate.matching import APPS, ROLES, Given, Role
from conformance.certificate.remark import Remark
from conformance.certificate.statement import AppFile, Predicate, Statement, StatementError, decode
from conformance.saying import Stopped
from reports.form import Text

LONGEST = 64 << 20
"""Bytes of a certificate: none is as long."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A certificate as it was found; `statement` is None where its signature does not hold, for then nothing in it counts."""

    statement: Statement | None
    remarks: tuple[Remark, ...]

    @property
    def holds(self) -> bool:
        return not any(one.standing == "changed" for one in self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a certificate is held against, as far as it is at hand."""

    files: Mapping[Role, Sequence[Path]]
    run: Path | None = None
    season: Path | None = None


def check(path: Path, key: PublicKey, held: Held, now: datetime) -> Checked:
    """Everything that can be said of a certificate. Stopped for a file that is none."""
    statement, signature = _opened(path, key)
    if statement is None:
        return Checked(None, (signature,))
    predicate = statement.predicate
    remarks = [signature, *_days(predicate, now.date())]
    for role in ROLES:
        remarks += _app(role, [matching.given(role, one) for one in held.files.get(role, ())], statement)
    remarks += differing.run(held.run, predicate)
    if held.season:
        remarks.append(differing.season(held.season, predicate))
    return Checked(statement, tuple(remarks))


def _opened(path: Path, key: PublicKey) -> tuple[Statement | None, Remark]:
    try:
        with path.open("rb") as file:
            opened = dsse.unseal(file.read(LONGEST), key)
        statement = decode(opened.payload) if opened.signed else None
    except OSError as fault:
        raise Stopped(
            Text(f"{path}: cannot be read ({fault.strerror})", f"{path}：无法读取（原文：{fault.strerror}）")
        ) from fault
    except (EnvelopeError, StatementError) as fault:
        raise Stopped(
            Text(f"{path}: this is no certificate of examgate's", f"{path}：该文件不是 examgate 的自测声明"),
            str(fault),
        ) from fault
    if statement is None and key.id not in opened.ids:
        return None, Remark("changed", Text(
            f"the certificate was signed with another key ({', '.join(opened.ids) or 'unnamed'}), not with {key.id}",
            f"该声明由另一密钥签署（{'、'.join(opened.ids) or '未注明'}），而非 {key.id}",
        ))  # fmt: skip
    if statement is None:
        return None, Remark("changed", Text(
            "the certificate itself was changed since it was signed: its signature does not fit what it says",
            "该声明在签署后被改动：签名与其内容不符",
        ))  # fmt: skip
    return statement, Remark("holds", Text(f"signature, by the key {key.id}", f"签名有效，密钥标识 {key.id}"))


def _days(predicate: Predicate, today: date) -> Iterator[Remark]:
    issued, until = predicate.issued[:10], predicate.until
    if today.isoformat() > until:
        yield Remark("changed", Text(f"it was valid until {until} only", f"该声明有效期至{until}，现已失效"))
    elif today.isoformat() < issued:
        yield Remark(
            "changed",
            Text(
                f"it is dated {issued}, which is yet to come; is this machine's clock right?",
                f"该声明的签发日期{issued}晚于本机当前日期；请检查本机时钟",
            ),
        )
    else:
        yield Remark("holds", Text(f"valid from {issued} until {until}", f"有效期自{issued}至{until}"))


def _app(role: Role, files: Sequence[Given], statement: Statement) -> Iterator[Remark]:
    app = APPS[role]
    known = [one for one in statement.predicate.app_files if one.role == role]
    if not known:
        if files or matching.party(role, statement.predicate.apps):
            yield Remark("unchecked", Text(
                f"{app.en}: this certificate names no file of it", f"{app.zh}：本声明未载明其文件"
            ))  # fmt: skip
        return
    rows = [(one, _row(one, known)) for one in files]
    for one, row in rows:
        yield _file(one, row, known)
    met = {row.part or row.name for _, row in rows if row}
    missing = sorted({row.part or row.name for row in known} - met)
    if missing and all(row for _, row in rows):
        yield Remark("unchecked", Text(
            f"{app.en}: {', '.join(missing)} not checked; give it with --{role}",
            f"{app.zh}：未核对 {'、'.join(missing)}；请用 --{role} 给出",
        ))  # fmt: skip


def _row(one: Given, known: Sequence[AppFile]) -> AppFile | None:
    """What the certificate knows of a file: the very file, else one that differs in its channel only."""
    same = next((row for row in known if row.sha256 == one.sha256), None)
    return same or next(
        (row for row in known if row.but_channel and row.but_channel == one.but_channel), None
    )


def _file(one: Given, row: AppFile | None, known: Sequence[AppFile]) -> Remark:
    app = APPS[one.role]
    if row is None:
        listed = [f"{row.name} {row.sha256}" for row in known]
        return Remark("changed", Text(
            f"{app.en}: {one.path} was changed or is another file (SHA-256 {one.sha256}); certified: {', '.join(listed)}",
            f"{app.zh}：{one.path} 被改动或系另一文件（SHA-256 {one.sha256}）；声明所载为 {'、'.join(listed)}",
        ))  # fmt: skip
    if row.sha256 == one.sha256:
        return Remark("holds", Text(f"{app.en}: {one.path}", f"{app.zh}：{one.path}"))
    return Remark("holds", Text(
        f"{app.en}: {one.path}, equal to {row.name} but for the channel in its signing block",
        f"{app.zh}：{one.path}，除签名块中的渠道标记外与 {row.name} 一致",
    ))  # fmt: skip
