"""Prints signs that clear the screen, move the cursor up and set the title. A report shows them as text or not at all."""
# stopped at: basic


def l2_gradient(grad, param, rate):
    print("\x1b[2J\x1b[H\x1b[99A\x1b]0;owned\x07\x1bc\x9b2J")
    return grad
