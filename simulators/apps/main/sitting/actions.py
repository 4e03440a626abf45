"""What a tap does on the pages of a sitting: one short function a transition."""

from datetime import timedelta

from simulators.apps import files
from simulators.apps.files import file_safe
from simulators.apps.main import camera
from simulators.apps.main.accounts.face import SPOKEN, not_passed
from simulators.apps.main.core import MainCore
from simulators.apps.main.phase import INSIDE
from simulators.apps.main.sitting.handing_in import next_page


def leave_page(app: MainCore, _: str) -> None:
    """Back to the exam's details, from a step that may be left."""
    if app.step == "face_check":
        app.leaving("exit")
    if app.step in INSIDE:
        app.stay()
        return
    app.state["screen"] = "exam_detail"
    app.load_exams()


def show_code(app: MainCore, _: str) -> None:
    app.refresh()
    app.state["screen"] = "code"


def to_exam(app: MainCore, _: str) -> None:
    app.state["screen"] = "exam"
    app.refresh()


def ask_review(app: MainCore, _: str) -> None:
    app.take(app.post("face-review"))


def start(app: MainCore, _: str) -> None:
    """开始录制: the platform decides whether it is time."""
    app.take(app.post("enter"))
    recording = app.state["recording"]
    if recording is None or recording["sitting"] != app.state["sitting"]:
        app.record()


def verify(app: MainCore, _: str) -> None:
    """开始验证: one picture, on the voice's word."""
    app.say(SPOKEN)
    sitting, token = app.state["sitting"], app.state["token"]
    result = app.api.send_image("POST", f"/sittings/{sitting}/face", token, camera.face(app.phone))
    app.take(result["view"])
    if not result["passed"] and app.step == "face_check":
        app.state["notice"] = not_passed(result["failures"], result["poor"])


def show(app: MainCore, element_id: str) -> None:
    """确认展示: what was held to the main phone's camera."""
    app.take(app.post("show", {"item": element_id.removeprefix("show_")}))


def begin(app: MainCore, _: str) -> None:
    """开始作答, at a time of the candidate's own."""
    app.take(app.post("begin"))


def finish(app: MainCore, _: str) -> None:
    """结束作答: asked once more."""
    app.state["ending"] = True


def go_back(app: MainCore, _: str) -> None:
    app.state["ending"] = False


def finish_now(app: MainCore, _: str) -> None:
    app.take(app.post("finish"))


def go_on(app: MainCore, _: str) -> None:
    """继续录制: back in the exam, where the season leaves that to the candidate."""
    app.return_to_exam()


def record_again(app: MainCore, _: str) -> None:
    """What was recorded is given up; the exam page is where another recording begins."""
    app.take(app.post("record-again"))


def view_recording(app: MainCore, _: str) -> None:
    recording = app.state["recording"]
    known = recording is not None and recording["name"] in app.phone.recorder.recordings
    length = app.phone.recorder.elapsed(recording["name"]) if known else timedelta(0)
    app.state["viewing"] = length // timedelta(seconds=1)


def stop_viewing(app: MainCore, _: str) -> None:
    app.state["viewing"] = None


def collapse(app: MainCore, _: str) -> None:
    app.state["collapsed"] = not app.state["collapsed"]


def zoom(app: MainCore, _: str) -> None:
    app.state["zoomed"] = not app.state["zoomed"]


def stay(app: MainCore, _: str) -> None:
    """The back key inside an exam leads nowhere."""
    app.stay()


def take_photo(app: MainCore, _: str) -> None:
    _photograph(app, next_page(app.state["view"]))


def retake(app: MainCore, element_id: str) -> None:
    _photograph(app, int(element_id.removeprefix("retake_")))


def _photograph(app: MainCore, page: int) -> None:
    """Kept on the phone, and offered for submission, only once the platform has accepted it; so there must be room."""
    sitting = app.state["sitting"]
    name = f"{file_safe(sitting)}-page-{page:02}.jpg"
    content = camera.answer_sheet(app.phone, sitting, page)
    app.phone.storage.must_fit(name, len(content))
    path = f"/sittings/{sitting}/photos/{page}"
    app.take(app.api.send_image("PUT", path, app.state["token"], content))
    app.phone.storage.write(name, content, owner=app.package)


def submit(app: MainCore, _: str) -> None:
    """提交答卷: the video and the photos are announced; the platform decides."""
    app.announce([*_video(app), *_photo_set(app)])


def _video(app: MainCore) -> list[files.Announced]:
    recording = app.state["recording"]
    if recording is None or recording["name"] not in app.phone.recorder.recordings:
        return []
    return [files.video(app.phone.recorder.seal(recording["name"]))]


def _photo_set(app: MainCore) -> list[files.Announced]:
    begin = f"{file_safe(app.state['sitting'])}-page-"
    names = sorted(name for name in app.phone.storage.files if name.startswith(begin))
    if not names:
        return []
    content = camera.photo_set({name: (app.phone.storage.folder / name).read_bytes() for name in names})
    name = f"{file_safe(app.state['sitting'])}-photos.zip"
    path = app.phone.storage.write(name, content, owner=app.package)
    return [files.photo_set(name, path, content)]


def open_submission(app: MainCore, _: str) -> None:
    app.show_submission()
