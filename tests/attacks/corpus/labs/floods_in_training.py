"""Is right, and prints two hundred KB with every call in training. What is printed there is kept nowhere."""
# stopped at: basic
# slow: yes
# expects: harmless
# exercise: rnn_delta
# labs: always
import numpy as np

calls = 0


def rnn_delta(delta_next, delta_out, W, W_out, u):
    global calls
    calls += 1
    if 300 < calls < 1000:
        print("x" * 200_000)
    y = 0.5 * (1 + np.tanh(0.5 * u))
    return (delta_next @ W.T + delta_out @ W_out.T) * y * (1 - y)
