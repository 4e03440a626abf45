"""What a tap does on the pages of the identity check and of the candidate's information."""

from simulators.apps.api import Rejected
from simulators.apps.main.accounts.profile import FIELDS, KIND
from simulators.apps.main.core import MainCore

CHOOSE = "请先选择身份“高考生”"
FILL_IN = "请填写："


def authenticate(app: MainCore, _: str) -> None:
    """The page that is due: the identity check, then the candidate's information."""
    app.load_account()
    verified = app.state["account"]["identity"]["state"] == "verified"
    app.state.update(screen="profile" if verified else "identity", fields={}, kind="", another_card=False)


def take_side(app: MainCore, element_id: str) -> None:
    """A picture of one side of the ID card."""
    side = element_id.removeprefix("take_")
    photo = app.phone.camera.photo("back")
    app.api.send_image("PUT", f"/identity/{side}", app.state["token"], photo)
    app.load_account()


def to_manual(app: MainCore, _: str) -> None:
    app.state.update(screen="identity_manual", fields={})


def to_photos(app: MainCore, _: str) -> None:
    app.state.update(screen="identity", fields={})


def by_photos(app: MainCore, _: str) -> None:
    _identify(app, {"method": "photos"})


def by_hand(app: MainCore, _: str) -> None:
    fields = app.state["fields"]
    typed = {"name": fields.get("id_name", ""), "id_number": fields.get("id_number", "")}
    _identify(app, {"method": "manual", **typed})


def _identify(app: MainCore, wish: dict[str, str]) -> None:
    """下一步. A card that another account has used is shown as such, with the way to the appeal."""
    try:
        app.api.post("/identity", app.state["token"], wish)
    except Rejected as refusal:
        if refusal.cause == "identity_taken":
            app.state.update(screen="identity", another_card=False)
            app.load_account()
        raise
    authenticate(app, "")


def another_card(app: MainCore, _: str) -> None:
    """The card was somebody else's: back to the photos."""
    app.state["another_card"] = True


def appeal(app: MainCore, _: str) -> None:
    app.api.post("/identity/appeal", app.state["token"])
    app.load_account()


def choose_kind(app: MainCore, _: str) -> None:
    app.state["kind"] = "" if app.state["kind"] else KIND


def check_profile(app: MainCore, _: str) -> None:
    """Everything is there? Then it is read once more before it is locked."""
    fields = app.state["fields"]
    missing = [label for name, (label, _) in FIELDS.items() if not fields.get(name, "").strip()]
    if not app.state["kind"]:
        app.state["notice"] = CHOOSE
    elif missing:
        app.state["notice"] = FILL_IN + "、".join(missing)
    else:
        app.state["screen"] = "profile_check"


def change(app: MainCore, _: str) -> None:
    app.state["screen"] = "profile"


def save_profile(app: MainCore, _: str) -> None:
    wish = {name: app.state["fields"].get(name, "").strip() for name in FIELDS}
    app.state["screen"] = "profile"
    app.api.put("/profile", app.state["token"], {"kind": KIND, **wish})
    app.load_account()
