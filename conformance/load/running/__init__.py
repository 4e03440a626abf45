"""A load run from its plan to its result: the processes that it starts, the records that it gathers, what it says meanwhile."""
