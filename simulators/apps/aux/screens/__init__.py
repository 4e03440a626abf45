"""The screens of 小艺助手: each a pure function of the app's state and the server's time."""
