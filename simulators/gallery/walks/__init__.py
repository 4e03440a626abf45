"""The walks: each begins at a stage and is a function of the two hands. A new screen is shown here, or a test misses it."""

from simulators.gallery.walks import aside, exam, joining, phone, refusing, variants

WALKS = (*joining.WALKS, *exam.WALKS, *aside.WALKS, *refusing.WALKS, *phone.WALKS, *variants.WALKS)
