"""Makes a certificate: everything that has to hold first, then the statement about the run."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from conformance.certificate import grounds, matching, record
from conformance.certificate.keys import PrivateKey
from conformance.certificate.matching import APPS, ROLES, Role
from conformance.certificate.record import RESULTS, Record
from conformance.certificate.statement import (
    CLAIMS,
    DEMO,
    DEMO_CLAIMS,
    DEMO_TITLE,
    FORM,
    SELF_TEST,
    STATEMENT,
    TITLE,
    AppFile,
    Excused,
    Predicate,
    Resource,
    RuleFound,
    Statement,
)
from conformance.running.contents import JOURNAL
from conformance.saying import Stopped
from reports.form import Results, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be certified, by whom, and for how many days."""

    folder: Path
    files: Mapping[Role, Sequence[Path]]
    demo: bool = False
    ran_by: str = ""
    signed_by: str = ""
    days: int = 365


def issue(wish: Wish, key: PrivateKey, now: datetime) -> Statement:
    """The statement about a run. Stopped with every ground that speaks against it."""
    run = record.read(wish.folder)
    against = grounds.against(run.results, now.date(), demo=wish.demo)
    app_files, wrong = _app_files(run.results, wish)
    against += wrong
    if against:
        raise refusal(against)
    return Statement(
        type=STATEMENT,
        subject=_subjects(run, app_files, demo=wish.demo),
        predicate_type=DEMO if wish.demo else SELF_TEST,
        predicate=_predicate(run, app_files, wish, key, now),
    )


def refusal(against: Sequence[Text]) -> Stopped:
    """One sentence; where there are several grounds, each on a line of its own."""
    if len(against) == 1:
        return Stopped(against[0])
    head = Text(
        f"no certificate is made, for {len(against)} reasons", f"不予签发声明，共{len(against)}项原因"
    )
    return Stopped(head, Text("\n".join(one.en for one in against), "\n".join(one.zh for one in against)))


def _app_files(results: Results, wish: Wish) -> tuple[list[AppFile], list[Text]]:
    """A demonstration needs no files, but takes none that did not run either."""
    found, wrong = list[AppFile](), list[Text]()
    for role in ROLES:
        files = [matching.given(role, path) for path in wish.files.get(role, ())]
        ran = matching.party(role, results.subjects)
        if ran is None:
            wrong += [_nothing_ran(role)] if files else []
        elif files or not wish.demo:
            fits, fits_not = matching.matched(role, files, ran)
            found, wrong = [*found, *fits], [*wrong, *fits_not]
    return found, wrong


def _nothing_ran(role: Role) -> Text:
    return Text(
        f"--{role}: no {APPS[role].en} was judged in this run", f"--{role}：该次运行没有评判{APPS[role].zh}"
    )


def _subjects(run: Record, app_files: Sequence[AppFile], *, demo: bool) -> tuple[Resource, ...]:
    """A demonstration is about its own results only."""
    if demo:
        return tuple(Resource(name, {"sha256": run.files[name]}) for name in (JOURNAL, RESULTS))
    seen, named = Counter[str](), list[Resource]()
    for one in app_files:
        name = f"{one.role}/{one.name}"
        seen[name] += 1
        name += f" ({seen[name]})" if seen[name] > 1 else ""
        named.append(Resource(name, {"sha256": one.sha256}))
    return tuple(named)


def _predicate(
    run: Record, app_files: Sequence[AppFile], wish: Wish, key: PrivateKey, now: datetime
) -> Predicate:
    results = run.results
    apps = tuple(one for one in results.subjects if one.party != "platform")
    platform = next((one for one in results.subjects if one.party == "platform"), None)
    signed_by = wish.signed_by or key.owner or account()
    return Predicate(
        form=FORM,
        title=DEMO_TITLE if wish.demo else TITLE,
        claims=DEMO_CLAIMS if wish.demo else CLAIMS,
        season=results.season,
        ran_by=wish.ran_by or signed_by,
        signed_by=signed_by,
        key=key.id,
        issued=now.isoformat(timespec="seconds"),
        until=(now + timedelta(days=wish.days)).date().isoformat(),
        edition=results.edition,
        kit=results.kit,
        target=results.target,
        apps=apps,
        app_files=tuple(app_files),
        platform=platform,
        seed=results.seed,
        started=results.started,
        finished=results.finished,
        attempts=max(1, len(results.attempts)),
        tried_again={one.id: one.tries for one in results.scenarios if one.tries > 1},
        verdict=results.verdict,
        counts=results.counts,
        basis=_basis(results),
        rules={rule.id: RuleFound(rule.verdict, rule.digest) for rule in results.rules},
        scenarios={one.id: one.verdict for one in results.scenarios},
        waivers=tuple(
            Excused(one.rule, one.approver, one.expires)
            for one in results.waivers
            if one.standing == "applied"
        ),
        files=dict(run.files),
        remarks=tuple(dict.fromkeys(one.remark for one in results.subjects if one.remark)),
    )


def _basis(results: Results) -> dict[str, dict[str, int]]:
    """On what the verdicts rest: text, reading or answer."""
    return {
        "counted": dict(sorted(Counter(rule.basis for rule in results.rules if rule.counted).items())),
        "rules": dict(sorted(Counter(rule.basis for rule in results.rules).items())),
        "scenarios": dict(sorted(Counter(one.basis for one in results.scenarios).items())),
    }


def account() -> str:
    """Who is logged in here, for want of a name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def now() -> datetime:
    """The wall instant at which something is signed or looked at."""
    return datetime.now().astimezone()
