"""Reads environment, arguments, memory map and working folder of the judging process. Landlock is to refuse it, or seccomp where nothing can be opened."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    for pid in ("@GRADER@",):
        for name in ("environ", "cmdline", "maps", "status", "mem"):
            try:
                with open(f"/proc/{pid}/{name}", "rb") as file:
                    print("" if name == "mem" else file.read(4000), "@PROOF@"[::-1])
            except OSError:
                continue
        for name in ("cwd", "exe", "root"):
            try:
                print(os.readlink(f"/proc/{pid}/{name}"))
            except OSError:
                continue
    return grad
