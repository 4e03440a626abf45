"""A world: one platform, its candidates, their phones, one clock. Made fresh, ended whole."""

from simulators.world.errors import NoSuch, WorldError
from simulators.world.handset import Handset
from simulators.world.people import Person
from simulators.world.world import MODELS, Seat, Wish, World

__all__ = ["MODELS", "Handset", "NoSuch", "Person", "Seat", "Wish", "World", "WorldError"]
