"""Reads its environment and arguments, where tokens and paths would be. The zygote's are made from nothing."""
# stopped at: basic
import os
import sys


def l2_gradient(grad, param, rate):
    print(dict(os.environ), sys.argv, sys.orig_argv)
    if "TOKEN" in os.environ or any("@ROOT@" in path for path in sys.argv + sys.orig_argv):
        print("@PROOF@"[::-1])
    return grad
