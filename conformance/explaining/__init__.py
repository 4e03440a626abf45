"""Why a rule is judged at a target in a season, or is not, and what would have to be there for it."""
