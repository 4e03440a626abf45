"""The walks: each begins at a stage and is a function of the two hands. A new screen is shown here, or a test misses it."""

from simulators.gallery.walks import aside, exam, phone

WALKS = (*exam.WALKS, *aside.WALKS, *phone.WALKS)
