"""Sends a datagram to loopback. Seccomp is to refuse the socket; Landlock does not govern it."""
# stopped at: partial
import socket


def l2_gradient(grad, param, rate):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"hello", ("127.0.0.1", int("@PORT@")))
    print("@PROOF@"[::-1])
    return grad
