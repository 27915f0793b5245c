"""Makes a file outside the submission. Landlock and seccomp are to refuse it."""
# stopped at: partial


def l2_gradient(grad, param, rate):
    open("@OUTSIDE@/@MARKER@", "w").close()
    print("@PROOF@"[::-1])
    return grad
