"""Returns object, structured, date, text and masked arrays of the right numbers. They cannot be sent, or are of the wrong kind."""
# stopped at: basic
import numpy as np

kinds = [object, "U9", "M8[s]", [("a", float)], "S9", "m8[s]", "V8"]


def l2_gradient(grad, param, rate):
    kind = kinds.pop(0) if kinds else object
    return (grad + rate * param).astype(float).astype(kind)
