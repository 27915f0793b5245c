"""Lists a folder outside the submission. Landlock is to refuse it, or seccomp where nothing can be opened."""
# stopped at: partial
import os


def l2_gradient(grad, param, rate):
    print(os.listdir("@OUTSIDE@"), "@PROOF@"[::-1])
    return grad
