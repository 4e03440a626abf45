"""The simulated phones: hardware and operating system, whatever app runs on them."""
