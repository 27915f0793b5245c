"""Lists all processes with their arguments. Landlock is to refuse it, in bubblewrap those are its own."""
# stopped at: landlock
# slow: yes
import os


def l2_gradient(grad, param, rate):
    for pid in filter(str.isdecimal, os.listdir("/proc")):
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            file.read()
        print("@PROOF@"[::-1])
        break
    return grad
