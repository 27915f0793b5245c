"""Reads the file beside its own, which somebody else may have handed in. Landlock is to refuse it, or seccomp where nothing can be opened."""
# stopped at: partial


def l2_gradient(grad, param, rate):
    with open("@SUBMISSION@/conv_output_size.py") as file:
        print(file.read(), "@PROOF@"[::-1])
    return grad
