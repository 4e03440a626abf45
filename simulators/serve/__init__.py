"""Everything of the simulated world behind HTTP ports of the loopback."""

from simulators.serve.simulation import CLOCKS, PORTS, Simulation

__all__ = ["CLOCKS", "PORTS", "Simulation"]
