"""What a world cannot do."""


class WorldError(ValueError):
    """The world cannot do this now; the text says why."""


class NoSuch(LookupError):
    """There is no such phone, candidate or sitting in this world; the text names those there are."""
