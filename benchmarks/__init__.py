"""Measurements behind the pages in docs/decisions; run by hand, imported by nothing."""
