"""The shell as adb reaches it: what `mobile: shell` runs as well, and what goes on after its turn."""
