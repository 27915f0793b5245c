"""Looks up a name, which would carry what it has read to a stranger's server. Seccomp is to refuse the socket."""
# stopped at: partial
# slow: yes
import socket


def l2_gradient(grad, param, rate):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as resolver:
        resolver.connect(("127.0.0.1", int("@PORT@")))
        resolver.send(b"\0\0\1\0\0\1\0\0\0\0\0\0\6secret\7invalid\0\0\1\0\1")
    print("@PROOF@"[::-1])
    return grad
