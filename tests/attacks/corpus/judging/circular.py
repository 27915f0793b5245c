"""Returns a list that holds itself, and one nested very deeply. Depth is counted."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    circle = []
    circle.append(circle)
    if rate == 0.5:
        return circle
    for _ in range(100_000):
        circle = [circle]
    return circle
