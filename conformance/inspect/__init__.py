"""What a file can show by itself: films and photos, measured and held against limits.

`looking.inspect` takes one file. The limits, and the words for each measure, stand in `measures.toml`.
"""
