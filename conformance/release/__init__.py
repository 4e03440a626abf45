"""Release against release, and whether one may go out: what follows from the results of finished runs alone."""
