"""Connects to a server on loopback. Seccomp is to refuse the socket."""
# stopped at: partial
import socket


def l2_gradient(grad, param, rate):
    with socket.create_connection(("127.0.0.1", int("@PORT@")), 1) as connection:
        connection.sendall(b"hello")
    print("@PROOF@"[::-1])
    return grad
