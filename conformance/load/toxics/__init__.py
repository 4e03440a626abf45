"""What a mobile network does to a connection, between the load's phones and the platform, in Toxiproxy's words.

A proxy listens on a port of its own and carries each connection on, under the toxics of its cohort. Milliseconds are those
of the wall, however fast the day is played. Written with threads: in a process that gevent has patched they are greenlets.
"""

from conformance.load.toxics.proxy import Proxy
from conformance.load.toxics.toxic import Toxic

__all__ = ["Proxy", "Toxic"]
