"""The review desk for sittings: checklist, recordings side by side, findings, and what becomes of them (C21)."""
