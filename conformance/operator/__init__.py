"""The operator: a person at the phones, who is asked what neither the bench nor a driver can tell."""

from conformance.operator.question import Question, Words

__all__ = ["Question", "Words"]
