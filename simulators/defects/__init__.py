"""Seeded defects: each a small change that a vendor's release might carry, as data (`*.toml`, one row each).

A process that is started with a defect loads the changed modules instead of the clean ones; the clean code knows nothing
of it. What may stand in a row says `rows.Defect`.
"""

from simulators.defects.applying import install, installed
from simulators.defects.rows import Change, Defect, DefectError, chosen, every

__all__ = ["Change", "Defect", "DefectError", "chosen", "every", "install", "installed"]
