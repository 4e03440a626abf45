"""People's data and secrets are masked before they leave a scenario: by form, by what the bench tells, by where they stand.

What leaves is the scenario, its evidence, the notes of the journal and what the terminal quotes; everything else is made of these.
"""

from conformance.masking.form import scenario
from conformance.masking.known import Known, Witness
from conformance.masking.text import Mask

__all__ = ["Known", "Mask", "Witness", "scenario"]
