"""The screens of 小艺帮: each a pure function of the app's state and the server's time."""
