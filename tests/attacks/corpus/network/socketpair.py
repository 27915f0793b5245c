"""Makes a pair of sockets and passes a descriptor through it. Seccomp is to refuse it."""
# stopped at: partial
import socket


def l2_gradient(grad, param, rate):
    one, other = socket.socketpair()
    socket.send_fds(one, [b"x"], [0])
    socket.recv_fds(other, 1, 1)
    print("@PROOF@"[::-1])
    return grad
