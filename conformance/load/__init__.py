"""Exam day under load: phones by the thousand, each with a record of its own of what it was told.

Nothing imports this room but its command.
"""
