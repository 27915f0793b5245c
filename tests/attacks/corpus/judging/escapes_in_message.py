"""Raises an exception whose text and name steer a terminal, and hold HTML and commands of CI services. They are shown as text."""
# stopped at: basic
SAID = "\x1b[2J\x1b]0;owned\x07\u202e\r::error::x\n##[error]\n<script>alert(1)</script>\x9b31m"


def l2_gradient(grad, param, rate):
    raise type("\x1b[1mOdd\u202e" * 9, (ValueError,), {})(SAID)
