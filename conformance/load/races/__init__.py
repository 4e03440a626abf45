"""Races on purpose: many phones ask for what only some may have, at one instant, over connections made before."""
