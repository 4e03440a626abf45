"""What a tap does on the pages of logging in, registering and the account."""

from simulators.apps.main.accounts.face import SPOKEN, not_passed
from simulators.apps.main.core import MainCore

REGISTERED = "注册成功，请登录"


def log_in(app: MainCore, _: str) -> None:
    fields = app.state["fields"]
    sent = {"account": fields.get("account", ""), "password": fields.get("password", "")}
    answer = app.api.post("/login", None, sent)
    app.state.update(token=answer["token"], candidate=answer["candidate"], fields={})
    app.uploads.renew(answer["candidate"]["account"], answer["token"])
    app.to_list()


def log_out(app: MainCore, _: str) -> None:
    """Uploads that are under way keep their tokens and go on."""
    app.state.update(
        token=None, candidate=None, account=None, exams=[], confirmations=None, screen="login", fields={}
    )


def to_register(app: MainCore, _: str) -> None:
    app.state.update(screen="register", code_sent="", fields={})


def to_login(app: MainCore, _: str) -> None:
    app.state.update(screen="login", fields={})


def send_code(app: MainCore, _: str) -> None:
    number = app.state["fields"].get("phone_number", "")
    app.api.post("/accounts/code", None, {"phone": number})
    app.state["code_sent"] = f"{number[:3]}****{number[-4:]}"


def register(app: MainCore, _: str) -> None:
    fields = app.state["fields"]
    number = fields.get("phone_number", "")
    wish = {"phone": number, "code": fields.get("code", ""), "password": fields.get("new_password", "")}
    app.api.post("/accounts", None, wish)
    app.state.update(screen="login", fields={"account": number}, notice=REGISTERED)


def mine(app: MainCore, _: str) -> None:
    app.state.update(screen="mine", fields={})
    app.load_account()


def bind_email(app: MainCore, _: str) -> None:
    app.api.put("/account/email", app.state["token"], {"email": app.state["fields"].get("email", "")})
    mine(app, "")


def face(app: MainCore, _: str) -> None:
    app.state["screen"] = "account_face"


def verify(app: MainCore, _: str) -> None:
    """开始验证: one picture, on the voice's word; passed, or failed too often, leads back to the list."""
    app.say(SPOKEN)
    result = app.api.send_image("POST", "/account/face", app.state["token"], app.phone.camera.photo("front"))
    app.load_account()
    known = app.state["account"]["face"]
    if known["state"] != "needed":
        app.to_list()
    else:
        app.state["notice"] = not_passed(known["failures"], result["poor"])


def ask_review(app: MainCore, _: str) -> None:
    app.api.post("/account/face-review", app.state["token"])
    app.load_account()
