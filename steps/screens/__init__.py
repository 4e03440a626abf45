"""The screens of the two apps: their elements by the target file's names, and what can be done on them."""
