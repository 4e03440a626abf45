"""Is this phone ready for the exam? What is known of a phone, held against what the season asks.

What the notice demands and a phone lacks makes it `unfit`; what the notice only recommends is `advice`, because the
exam can be sat without it at the candidate's own risk (C27).
"""

from conformance.readiness.condition import conditions
from conformance.readiness.inquiry import Answer, Inquiry
from conformance.readiness.model import (
    NEEDED,
    Facts,
    banned,
    banned_brand,
    facts,
    first_exam,
    remarks,
    version,
    youngest_allowed,
)
from conformance.readiness.occasion import Occasion
from conformance.readiness.remark import Grade, Remark, Teller, grade

__all__ = [
    "NEEDED",
    "Answer",
    "Facts",
    "Grade",
    "Inquiry",
    "Occasion",
    "Remark",
    "Teller",
    "banned",
    "banned_brand",
    "conditions",
    "facts",
    "first_exam",
    "grade",
    "remarks",
    "version",
    "youngest_allowed",
]
