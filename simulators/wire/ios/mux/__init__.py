"""usbmuxd: which phones are attached, what a computer keeps of each, and connections to ports of theirs."""
