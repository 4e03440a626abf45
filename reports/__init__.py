"""The reports room: the form of a result (``reports.form``) and what prints it.

Everything a run shows is derived from ``results.json`` and ``evidence/``; the same files give the same bytes.
"""

from pathlib import Path

from reports import form
from reports.junit import junit
from reports.page import page

__all__ = ["form", "render"]


def render(out_dir: Path) -> None:
    """Write ``index.html`` and ``junit.xml`` beside the ``results.json`` of the run directory ``out_dir``."""
    results = form.load(out_dir / "results.json")
    (out_dir / "index.html").write_text(page(results, out_dir), encoding="utf-8", newline="\n")
    (out_dir / "junit.xml").write_bytes(junit(results))
