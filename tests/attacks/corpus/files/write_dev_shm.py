"""Makes a file in shared memory and one in the folder for temporary files. Landlock and seccomp are to refuse it."""
# stopped at: partial


def l2_gradient(grad, param, rate):
    for folder in ("/dev/shm", "/tmp", "/var/tmp"):
        try:
            with open(f"{folder}/@MARKER@", "w") as file:
                file.write("")
        except OSError:
            continue
        print("@PROOF@"[::-1])
    return grad
