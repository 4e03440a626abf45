"""What candidates do, by the part of the exam in which they do it."""
