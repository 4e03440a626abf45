"""A certificate in words, for the terminal: the season's digest first, for all else stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conformance.certificate.matching import APPS, ROLES
from conformance.certificate.statement import Statement
from reports.form import Subject, Text
from reports.wording import word


def lines(statement: Statement) -> Iterator[Text]:
    """What it says, a sentence each."""
    said = statement.predicate
    yield Text(
        f"season {said.season.id}: SHA-256 {said.season.sha256}",
        f"招考年度 {said.season.id}：SHA-256 {said.season.sha256}",
    )
    yield said.title
    yield said.claims
    yield Text(f"run by {said.ran_by or 'nobody named'}, {_minute(said.started)} to {_minute(said.finished)}",
               f"运行方：{said.ran_by or '未注明'}，{_minute(said.started)} 至 {_minute(said.finished)}")  # fmt: skip
    yield Text(f"signed by {said.signed_by or 'nobody named'}, {_minute(said.issued)}, valid until {said.until}; key id {said.key}",
               f"签署方：{said.signed_by or '未注明'}，{_minute(said.issued)}，有效期至{said.until}；密钥标识 {said.key}")  # fmt: skip
    for one in said.apps:
        yield _subject(APPS[ROLES[one.party == "aux app"]], one)
    if said.platform:
        yield _subject(Text("platform", "平台"), said.platform)
    yield Text(
        f"kit {said.kit.version}, SHA-256 {said.kit.digest}; edition {said.edition}; seed {said.seed}",
        f"工具版本 {said.kit.version}，SHA-256 {said.kit.digest}；规则版次 {said.edition}；随机种子 {said.seed}",
    )
    counted = _counts("verdict", said.counts.counted.items())
    basis = _counts("basis", said.basis.get("counted", {}).items())
    yield Text(
        f"rules that count: {counted.en}; they rest on: {basis.en}",
        f"计入结论的规则：{counted.zh}；依据：{basis.zh}",
    )
    if said.attempts > 1 or said.tried_again:
        lost = len(said.tried_again)
        yield Text(
            f"started {said.attempts} times until it was whole; {lost} scenarios that the lab lost were run again",
            f"共启动{said.attempts}次方告完成；其中因测试环境故障重新运行的场景有{lost}个",
        )
    for waiver in said.waivers:
        yield Text(
            f"excused: {waiver.rule}, by {waiver.approver}, until {waiver.expires}",
            f"经批准豁免：{waiver.rule}，批准人 {waiver.approver}，有效期至{waiver.expires}",
        )
    for remark in said.remarks:
        yield Text(f"note: {remark.en}", f"说明：{remark.zh}")


def _subject(name: Text, one: Subject) -> Text:
    version = " ".join(filter(None, (one.version, f"({one.build})" if one.build else "")))
    parts = [f"{part.name} SHA-256 {part.sha256}" for part in one.parts]
    said = [part for part in (f"{one.id} {version}".strip(), one.environment, *parts) if part]
    return Text(f"{name.en}: {'; '.join(said)}", f"{name.zh}：{'；'.join(said)}")


def _counts(group: str, counts: Iterable[tuple[str, int]]) -> Text:
    said = [(word(group, key), number) for key, number in counts]
    return Text(
        ", ".join(f"{one.en} {number}" for one, number in said),
        "，".join(f"{one.zh} {number}" for one, number in said),
    )


def _minute(instant: str) -> str:
    return instant[:16].replace("T", " ")
