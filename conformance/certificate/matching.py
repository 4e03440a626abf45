"""Whether the files that were handed in are what ran on the phones."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from conformance.certificate import packages
from conformance.certificate.statement import AppFile
from conformance.saying import Stopped
from reports.form import Subject, Text

Role = Literal["main", "aux"]
ROLES: tuple[Role, ...] = ("main", "aux")
APPS: Mapping[Role, Text] = {"main": Text("main app", "主机应用"), "aux": Text("aux app", "辅机应用")}


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was handed in, with its digests."""

    role: Role
    path: Path
    sha256: str
    but_channel: str


def given(role: Role, path: Path) -> Given:
    """Read a file. Stopped where it cannot be."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise Stopped(
            Text(
                f"--{role} {path}: cannot be read ({fault.strerror})",
                f"--{role} {path}：无法读取（原文：{fault.strerror}）",
            )
        ) from fault
    return Given(role, path, hashlib.sha256(content).hexdigest(), packages.same_but_channel(content))


def party(role: Role, subjects: Sequence[Subject]) -> Subject | None:
    """The app of a role among what was judged."""
    return next((one for one in subjects if one.party == f"{role} app"), None)


def matched(role: Role, files: Sequence[Given], ran: Subject) -> tuple[list[AppFile], list[Text]]:
    """The files of one app that are what ran, and a sentence for each thing that does not fit."""
    if ran.parts:
        return _by_digest(role, files, ran)
    return _by_name(role, files, ran)


def _by_digest(role: Role, files: Sequence[Given], ran: Subject) -> tuple[list[AppFile], list[Text]]:
    parts = {part.sha256: part.name for part in ran.parts}
    there = {one.sha256 for one in files}
    shared = {one.but_channel: parts[one.sha256] for one in files if one.sha256 in parts and one.but_channel}
    found, wrong = list[AppFile](), list[Text]()
    for one in files:
        if one.sha256 in parts:
            found.append(_file(one, parts[one.sha256], "the same"))
        elif one.but_channel in shared:
            found.append(_file(one, shared[one.but_channel], "another channel"))
        else:
            wrong.append(_other(one))
    missing = [part.name for part in ran.parts if part.sha256 not in there]
    if missing:
        wrong.append(_missing(role, missing))
    return found, wrong


def _by_name(role: Role, files: Sequence[Given], ran: Subject) -> tuple[list[AppFile], list[Text]]:
    """An iPhone shows no packages: the file's own id, version and build must be those that the phone told."""
    found, wrong = list[AppFile](), list[Text]()
    for one in files:
        said = packages.bundle(one.path)
        if said and (said.id, said.version, said.build) == (ran.id, ran.version, ran.build):
            found.append(_file(one, "", "named the same"))
        else:
            wrong.append(_other(one))
    return found, wrong if files else [_missing(role, [ran.id])]


def _file(one: Given, part: str, found: Literal["the same", "another channel", "named the same"]) -> AppFile:
    return AppFile(
        role=one.role,
        name=one.path.name,
        sha256=one.sha256,
        but_channel=one.but_channel,
        part=part,
        found=found,
    )


def _other(one: Given) -> Text:
    app = APPS[one.role]
    return Text(
        f"--{one.role} {one.path}: this is not the {app.en} that ran",
        f"--{one.role} {one.path}：该文件不是运行时所用的{app.zh}",
    )


def _missing(role: Role, parts: Sequence[str]) -> Text:
    app, names = APPS[role], ", ".join(parts)
    return Text(
        f"--{role}: the {app.en} that ran has {names}, which no file given is; give each file with --{role}",
        f"--{role}：运行时所用的{app.zh}含有 {names}，所给文件中没有；每个文件均须用 --{role} 给出",
    )
