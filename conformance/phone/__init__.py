"""One phone in the hand: what is on its screen, and how to touch it, through Appium."""
