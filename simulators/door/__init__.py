"""What the doorway of every bench is made of: the token, the body, what is refused, the answer."""
