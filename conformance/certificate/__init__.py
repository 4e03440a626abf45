"""Certificates: what a run found, bound to the bytes that it judged, signed with a key of one's own; checked without a network.

An in-toto Statement in a DSSE envelope. It says who ran and who signed; it is no licensed certification and says so.
"""
