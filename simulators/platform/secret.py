"""Secrets that a request may guess at are compared here: how long it takes tells nothing of how much was right."""

from hmac import compare_digest


def same(secret: str, given: str) -> bool:
    """Whether what was given is the secret. Any text may be given, lone surrogates too."""
    return compare_digest(secret.encode(), given.encode("utf-8", "surrogatepass"))
