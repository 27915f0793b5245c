"""Adds an audit hook, which cannot be removed, that refuses everything. It refuses its own process."""
# stopped at: basic
import sys


def refuse(event, _arguments):
    raise RuntimeError(event)


def l2_gradient(grad, param, rate):
    sys.addaudithook(refuse)
    return grad
