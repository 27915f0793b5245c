"""Opens its own memory as a file, which ignores write protection. Landlock is to refuse it, or seccomp where nothing can be opened."""
# stopped at: partial


def l2_gradient(grad, param, rate):
    open("/proc/self/mem", "r+b").close()
    print("@PROOF@"[::-1])
    return grad
