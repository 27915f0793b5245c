"""Asks for, and could set, the limits of the judging process. Seccomp is to refuse it."""
# stopped at: partial
# slow: yes
import resource


def l2_gradient(grad, param, rate):
    resource.prlimit(int("@GRADER@"), resource.RLIMIT_NOFILE)
    print("@PROOF@"[::-1])
    return grad
