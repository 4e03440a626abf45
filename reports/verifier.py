"""``verify.html``: one page without a network, in which a school's browser checks a certificate as ``examgate verify`` does.

It knows no certificate and no key: both are chosen by whoever opens it, so that one copy from a trusted source serves all.
"""

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from reports.page import environment, hashed

FILE = "verify.html"
SCRIPTS = ("bytes", "sha", "ed25519", "keys", "package", "check", "tell", "page")
GENERATOR = "examgate verify"


def page() -> str:
    """The whole page; always the same for the same kit."""
    style, script = _read("style.css"), _script()
    policy = (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{hashed(style)}'; script-src '{hashed(script)}'"
    )
    template = environment().get_template("verify/page.html.j2")
    return template.render(style=style, script=script, policy=policy, generator=GENERATOR)


def ours(content: bytes) -> bool:
    """Whether a file is such a page, of whatever version, and may be replaced by another one."""
    return f'content="{GENERATOR}"'.encode() in content[:4096]


@cache
def _read(name: str) -> Markup:
    return Markup((files("reports") / "templates" / "verify" / name).read_text(encoding="utf-8"))


def _script() -> Markup:
    inside = Markup("\n").join(_read(f"{name}.js") for name in SCRIPTS)
    return Markup('"use strict";\n(() => {\n') + inside + Markup("})();\n")
