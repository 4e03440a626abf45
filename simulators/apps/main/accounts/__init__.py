"""The candidate's account: the pages before any exam."""
