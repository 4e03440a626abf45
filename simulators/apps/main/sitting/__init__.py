"""One sitting: from the exam page to the submission and what becomes of its files."""
