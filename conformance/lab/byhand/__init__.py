"""Phones that lie in a lab: what no bench does to them is done by their drivers, or by an operator who is told what to do."""
