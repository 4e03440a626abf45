"""What a reviewer saw, and what the review desk keeps of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from conformance.bench.forms import Dossier, Found, Noted, Record, Recording
from conformance.reviewing.watching import Sighting
from reports.form import Text
from steps.checks.records import events
from steps.findings import Finding, join, quoted

CLASSES = {"cheating": "作弊", "violation": "违规", "forfeit": "弃考"}
EFFECTS = {
    "none": Text("nothing", "未作处置"),
    "terminated": Text("terminated", "终止"),
    "failed": Text("failed", "考试失败"),
    "locked_out": Text("locked out", "不准进入"),
    "cannot_submit": Text("could not submit", "无法提交"),
}


def tell(sightings: Sequence[Sighting]) -> Text:
    """Sightings in one line: sign, phone, from and to in exam time."""
    return quoted(f"{one.sign} {one.phone} {one.begins:%H:%M:%S}–{one.ends:%H:%M:%S}" for one in sightings)


def found(sign: str, sightings: Sequence[Sighting], kept: Found | None) -> Finding:
    """The sign was seen and nothing else; the desk keeps it with item, phone, time and the reviewer's name."""
    seen = {one.sign for one in sightings}
    first = next((one for one in sightings if one.sign == sign), None)
    agrees = (
        first is not None
        and kept is not None
        and (kept.phone, kept.begins, kept.ends) == (first.phone, first.begins, first.ends)
        and kept.item in (sign, "other")
        and kept.history[0].by.strip() != ""
    )
    return Finding(
        seen == {sign} and agrees,
        Text(
            f"“{sign}” in the recordings and nothing else, kept as a finding",
            f"录像中仅见“{sign}”，并已留存为核查发现",
        ),
        join(tell(sightings), _kept(kept)),
    )


def nothing_found(phones: Sequence[str], sightings: Sequence[Sighting], dossier: Dossier) -> Finding:
    """The recordings of these phones are there, and nothing in them strikes the reviewer."""
    there = [one.phone for one in dossier.recordings if one.arrived]
    return Finding(
        not sightings and set(there) == set(phones),
        Text("every recording, and nothing in them that strikes", "各部手机的录像齐备，且未见异常"),
        join(quoted(there), tell(sightings)),
    )


def proposes(classes: Sequence[str], kept: Found | None) -> Finding:
    """The finding proposes the classes of its rule, and nobody has ruled yet."""
    holds = kept is not None and kept.proposes == tuple(classes) and kept.state == "made" and not kept.classes
    return Finding(holds, _classes(classes), _kept(kept))


def ruled(classes: Sequence[str], by: str, dossier: Dossier) -> Finding:
    """The school's ruling of this subject: these classes, the gravest first, by this person."""
    ruling = dossier.ruling
    wanted = (tuple(classes), classes[0] if classes else None)
    who = {one.by for one in ruling.by}
    return Finding(
        (ruling.classes, ruling.gravest) == wanted and who == ({by} if by else set()),
        join(_classes(classes), quoted([by] if by else [])),
        join(_classes(ruling.classes), quoted(sorted(who))),
    )


def effect_is(effect: str, dossier: Dossier) -> Finding:
    """What the platform has done by itself, whatever anybody ruled."""
    return Finding(
        dossier.effect == effect,
        EFFECTS[effect],
        EFFECTS.get(dossier.effect, Text(dossier.effect, dossier.effect)),
    )


def still_open(refused: bool, kept: Found | None) -> Finding:
    """The desk refused, and nothing of the finding changed."""
    untouched = kept is not None and kept.state == "made" and len(kept.history) == 1
    return Finding(
        refused and untouched,
        Text("a refusal, and a finding that nobody has settled", "不予受理，核查发现未经认定"),
        join(Text("refused" if refused else "accepted", "不予受理" if refused else "予以受理"), _kept(kept)),
    )


def every_step_kept(kept: Found | None) -> Finding:
    """Made, settled and withdrawn, each by somebody and not before the step that went before it."""
    steps = kept.history if kept else ()
    in_order = all(one.at <= other.at for one, other in pairwise(steps))
    named = all(step.by.strip() for step in steps)
    return Finding(
        [step.state for step in steps] == ["made", "settled", "withdrawn"] and in_order and named,
        Text(
            "three steps: made, settled, withdrawn, each by a named person",
            "提出、认定、撤回三步，均有具名人员",
        ),
        _kept(kept),
    )


def on_the_timeline(shown: tuple[str, str, str], lines: Sequence[Noted], kept: Found | None) -> Finding:
    """The platform's record shows it once, and the finding lies at that instant."""
    item, what, cause = shown
    holds = len(lines) == 1 and kept is not None and (kept.item, kept.begins) == (item, lines[0].at)
    said = f"{what} {cause}".strip()
    return Finding(
        holds,
        Text(
            f"one record “{said}” on the desk, kept as “{item}”",
            f"审核台有且仅有一条“{said}”记录，并留存为“{item}”",
        ),
        join(quoted(f"{one.what} {one.at:%H:%M:%S}" for one in lines), _kept(kept)),
    )


def very_files(
    recordings: Sequence[Recording], kept: Mapping[str, str], records: Sequence[Record]
) -> Finding:
    """Each phone's film has the digest that the phone announced, and so have the bytes that are kept."""
    announced = {
        str(file["name"]): str(file["sha256"])
        for record in events(records, "submitted", "aux_submitted")
        for file in record.detail.get("files", ())
        if file.get("kind") == "video"
    }
    listed = {one.name: one.sha256 for one in recordings}
    return Finding(
        len(announced) == 2 and listed == announced == kept,
        Text("two films with the digests that the phones announced", "两份录像的校验值均与手机所报一致"),
        quoted(f"{name}: {digest[:12]}" for name, digest in kept.items()),
    )


def _classes(classes: Sequence[str]) -> Text:
    if not classes:
        return Text("no class", "无认定类别")
    return Text(", ".join(classes), "、".join(CLASSES.get(one, one) for one in classes))


def _kept(kept: Found | None) -> Text:
    if kept is None:
        return Text("; nothing on the desk", "；审核台未留存")
    steps = ", ".join(f"{step.state} {step.by}" for step in kept.history)
    return Text(
        f"; on the desk: {kept.rule} {kept.item} ({steps})",
        f"；审核台留存：{kept.rule} {kept.item}（{steps}）",
    )
