"""Connects to a socket that has a name and no file, which Landlock cannot see. Seccomp is to refuse the socket."""
# stopped at: partial
import socket


def l2_gradient(grad, param, rate):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0@MARKER@")
    print("@PROOF@"[::-1])
    return grad
