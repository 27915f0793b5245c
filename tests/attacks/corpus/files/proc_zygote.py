"""Reads environment, arguments, memory map and working folder of the processes around it. Landlock is to refuse it; in bubblewrap those are its own."""
# stopped at: landlock
import os


def l2_gradient(grad, param, rate):
    for pid in (str(os.getppid()), "1"):
        for name in ("environ", "cmdline", "maps", "mem"):
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
