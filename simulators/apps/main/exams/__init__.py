"""The exams of the account: the list, an exam's details."""
