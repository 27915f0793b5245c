"""Reads a file outside the submission and prints it. Landlock is to refuse it, or seccomp where nothing can be opened."""
# stopped at: partial


def l2_gradient(grad, param, rate):
    with open("@CANARY@") as file:
        print(file.read())
    return grad
