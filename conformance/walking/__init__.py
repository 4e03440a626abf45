"""`examgate target check`: through the screens that need no exam, to see which of a target file's elements are there."""
