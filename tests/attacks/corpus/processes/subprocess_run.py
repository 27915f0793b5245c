"""Starts a program that shows a file. Seccomp is to refuse fork and exec."""
# stopped at: partial
# slow: yes
import subprocess


def l2_gradient(grad, param, rate):
    print(subprocess.run(["cat", "@CANARY@"], capture_output=True, text=True).stdout)
    return grad
