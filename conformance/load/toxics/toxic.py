"""A toxic as Toxiproxy has it, in a plan and in JSON."""

import msgspec


class Toxic(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a connection, in Toxiproxy's words."""

    type: str
    name: str = ""
    stream: str = "downstream"
    toxicity: float = 1.0
    attributes: dict[str, float] = {}
