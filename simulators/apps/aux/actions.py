"""What a tap does in 小艺助手: one short function a transition."""

from simulators.apps.api import Rejected
from simulators.apps.aux.core import STAY, AuxCore
from simulators.apps.aux.records import MAIN_OVER, by_key, submittable

TICK_FIRST = "请先勾选“我已阅读以上内容，并确认信息正确”"


def to_home(app: AuxCore, _: str) -> None:
    app.state.update(screen="home", scanning=False)
    app.synchronise()


def scan(app: AuxCore, _: str) -> None:
    """Open the scanner, or try once more: it goes on looking every second."""
    app.state.update(screen="scan", scanning=True)
    app.scan()


def manual(app: AuxCore, _: str) -> None:
    app.state.update(screen="manual", scanning=False, fields={})


def to_scan(app: AuxCore, _: str) -> None:
    app.state["screen"] = "scan"


def pair(app: AuxCore, _: str) -> None:
    fields = app.state["fields"]
    app.pair({"exam_code": fields.get("exam_code", ""), "account": fields.get("main_account", "")})


def agree(app: AuxCore, _: str) -> None:
    app.state["agreed"] = not app.state["agreed"]


def enter_recording(app: AuxCore, _: str) -> None:
    if not app.state["agreed"]:
        app.state["notice"] = TICK_FIRST
        return
    app.state.update(screen="pre_record", lens=app.phone.camera.lens)


def switch_lens(app: AuxCore, _: str) -> None:
    app.state["lens"] = app.phone.camera.switch_lens()


def record(app: AuxCore, _: str) -> None:
    app.begin()


def go_record(app: AuxCore, element_id: str) -> None:
    """去录制 on a record: its exam is confirmed first."""
    app.state.update(binding=by_key(app.state, element_id)["binding"], agreed=False, screen="confirm")


def resume(app: AuxCore, element_id: str) -> None:
    app.state["binding"] = by_key(app.state, element_id)["binding"]
    app.begin()


def finish(app: AuxCore, _: str) -> None:
    """完成录制: whether by accident shows in what the main phone is doing."""
    found = app.record
    try:
        app.take(found, app.api.get(f"/bindings/{found['binding']}", found["token"]))
    finally:
        cause = "finished" if found["view"]["main_state"] in MAIN_OVER else "accident"
        app.state["screen"] = "submit"
        app.ended(found, cause)


def show(app: AuxCore, element_id: str) -> None:
    """确认展示: what was shown to this phone's camera while the main phone waits."""
    found = app.record
    app.take(found, app.post(found, "show", {"item": element_id.removeprefix("show_")}))


def stay(app: AuxCore, _: str) -> None:
    app.state["notice"] = STAY


def go_submit(app: AuxCore, _: str) -> None:
    app.state["screen"] = "submit"
    app.synchronise()


def submit(app: AuxCore, element_id: str) -> None:
    app.submit(by_key(app.state, element_id))


def submit_all(app: AuxCore, _: str) -> None:
    """Each in turn; a refusal of one does not stop the others, and is told."""
    refusals: list[Rejected] = []
    for found in submittable(app.state):
        try:
            app.submit(found)
        except Rejected as refusal:
            refusals.append(refusal)
    if refusals:
        raise refusals[-1]


def upload_again(app: AuxCore, _: str) -> None:
    app.state["screen"] = "submit"
    app.uploads.again()
