"""Puts the course on the import path and imports the solution and the grader. Landlock is to refuse reading them, or seccomp where nothing can be opened."""
# stopped at: partial
# open below: points
import sys

sys.path[:0] = ["@ROOT@", "@ROOT@/solutions/day2/section3_overfitting/l2_gradient"]
name = "l2_gradient"
sys.modules.pop(name, None)
try:
    answer = __import__(name).l2_gradient
    print("@PROOF@"[::-1])
except ImportError:
    answer = None


def l2_gradient(grad, param, rate):
    return answer(grad, param, rate)
