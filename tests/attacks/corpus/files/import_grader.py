"""Imports the judge from the grader's own package and reads its source. Landlock is to refuse reading it, or seccomp where nothing can be opened."""
# stopped at: partial
# slow: yes
import sys

sys.path.insert(0, "@ROOT@")
for name in ("grader.judge.compare", "grader.course.catalog"):
    try:
        __import__(name)
    except ImportError:
        continue
    print("@PROOF@"[::-1])


def l2_gradient(grad, param, rate):
    return grad
