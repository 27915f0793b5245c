"""Shows a file in the message of an exception. Landlock is to refuse it, or seccomp where nothing can be opened."""
# stopped at: partial
# slow: yes
import pathlib


def l2_gradient(grad, param, rate):
    raise ValueError(pathlib.Path("@CANARY@").read_text())
