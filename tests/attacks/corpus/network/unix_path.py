"""Connects to a socket that lies in a folder. Seccomp is to refuse the socket."""
# stopped at: partial
# slow: yes
import socket


def l2_gradient(grad, param, rate):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("@OUTSIDE@/socket")
    print("@PROOF@"[::-1])
    return grad
