"""What only people can judge: the checklist that is handed to the review desk, and the reviewer who looks through films."""
