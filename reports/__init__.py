"""The reports room: the form of a result (``reports.form``) and what prints it.

Everything a run shows is derived from ``results.json`` and ``evidence/``; the same files give the same bytes.
"""

from collections.abc import Sequence
from pathlib import Path

from reports import form
from reports.form import Language
from reports.views import OF_A_RUN, VIEWS, write

__all__ = ["OF_A_RUN", "VIEWS", "form", "render", "write"]


def render(out_dir: Path, views: Sequence[str] = OF_A_RUN, language: Language | None = None) -> list[Path]:
    """Write views of the run beside the ``results.json`` in ``out_dir``, in its own language or another; where they lie."""
    results = form.load(out_dir / "results.json")
    return write(results, out_dir, views, language or results.language)
