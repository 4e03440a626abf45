"""The table of controls: what this bench offers. A row missing here is a 501, never a silent success."""

from typing import Any

from simulators.bench import acting, around, around_bodies, asking, bodies, probing, reviewing, staging
from simulators.bench.ask import Ask, Control
from simulators.bench.probes import OPERATIONS
from simulators.bench.stand import Stand


def _controls(stand: Stand, _: Ask) -> Any:
    return asking.controls(names(stand.driven), stand)


CONTROLS = (
    Control("controls", "GET", "/controls", _controls),
    Control("worlds", "POST", "/worlds", staging.make_world, bodies.WorldWish, 201),
    Control("worlds", "GET", "/worlds/current", asking.world),
    Control("worlds", "DELETE", "/worlds/current", staging.end_world, None, 204),
    Control("clock", "GET", "/clock", asking.now),
    Control("clock", "POST", "/clock", staging.move_clock, bodies.ClockMove, driven=True),
    Control("candidates", "POST", "/candidates", staging.add_candidate, bodies.CandidateWish, 201),
    Control("phones", "POST", "/phones", staging.add_phone, bodies.PhoneWish, 201),
    Control("face-checks/next", "POST", "/face-checks/next", staging.script_faces, bodies.FaceScript, 204),
    Control(
        "face-checks/approve", "POST", "/face-checks/approve", staging.approve_face, bodies.FaceApproval, 204
    ),
    Control("reviews", "GET", "/reviews", staging.reviews),
    Control("reviews", "POST", "/reviews/{review}", staging.review, bodies.Decision, 204),
    Control("desk/checklist", "PUT", "/desk/checklist", reviewing.adopt, bodies.Checklist, 204),
    Control("desk/sittings", "GET", "/desk/sittings/{sitting}", reviewing.dossier),
    Control("desk/findings", "POST", "/desk/findings", reviewing.make, bodies.Remark, 201),
    Control("desk/findings", "POST", "/desk/findings/{finding}", reviewing.decide, bodies.Settlement, 204),
    Control("releases", "POST", "/releases", staging.publish, bodies.Release, 204),
    Control("phones", "GET", "/phones/{udid}", asking.phone),
    *(
        Control(f"phones/{act.name}", "PUT", f"/phones/{{udid}}/{act.name}", acting.handler(act), act.body)
        for act in acting.ACTS
    ),
    Control("records", "GET", "/records", asking.records),
    Control("uploads", "GET", "/uploads/{sitting}", asking.uploads),
    Control("platform/restart", "POST", "/platform/restart", staging.restart_platform, None, 204),
    Control("files", "GET", "/files/{sha256}", asking.file),
    *(
        Control(f"probes/{name}", "POST", f"/probes/{name}", probing.probe(name), operation.body)
        for name, operation in OPERATIONS.items()
    ),
    Control("probes/together", "POST", "/probes/together", probing.together, bodies.Together),
    Control("school/downloads", "POST", "/school/downloads", around.visit, around_bodies.Visit),
    Control("school/contacts", "POST", "/school/contacts", around.contact, around_bodies.Contact),
    Control("official-site", "GET", "/official-site", around.official_site),
    Control("support/queries", "POST", "/support/queries", around.query, around_bodies.Query, 201),
    Control("support/queries", "GET", "/support/queries/{query}", around.answer),
    Control("post/parcels", "POST", "/post/parcels", around.parcel, around_bodies.Parcel, 201),
    Control("post/mail-room", "GET", "/post/mail-room", around.mail_room),
    Control("faults", "POST", "/faults", acting.fault, bodies.Fault, 204),
)


def names(driven: bool) -> tuple[str, ...]:
    """The controls that are offered, each once, in the order of the table."""
    movable = {row.name for row in CONTROLS if row.driven}
    return tuple(dict.fromkeys(row.name for row in CONTROLS if driven or row.name not in movable))
