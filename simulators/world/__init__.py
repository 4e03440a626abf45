"""A world: one platform, its candidates, their phones, one clock. Made fresh, ended whole."""

from simulators.world.people import Person
from simulators.world.world import Handset, Seat, Wish, World

__all__ = ["Handset", "Person", "Seat", "Wish", "World"]
