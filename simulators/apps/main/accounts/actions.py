"""What a tap does on the pages of the account."""

from simulators.apps.main.core import MainCore


def log_in(app: MainCore, _: str) -> None:
    fields = app.state["fields"]
    sent = {"account": fields.get("account", ""), "password": fields.get("password", "")}
    answer = app.api.post("/login", None, sent)
    app.state.update(token=answer["token"], candidate=answer["candidate"], screen="exams", fields={})
    app.load_exams()
