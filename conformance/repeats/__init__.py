"""False alarms: the same target is judged under several seeds and numbers of workers, and must get the same verdicts."""
