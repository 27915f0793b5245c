"""Opens sockets of rare kinds: netlink, packets, kernel cryptography, virtual machines. Seccomp is to refuse each."""
# stopped at: partial
import socket


def l2_gradient(grad, param, rate):
    families = ("AF_NETLINK", "AF_PACKET", "AF_ALG", "AF_VSOCK", "AF_INET6", "AF_CAN")
    for family in families:
        for kind in (socket.SOCK_RAW, socket.SOCK_SEQPACKET, socket.SOCK_DGRAM):
            try:
                socket.socket(getattr(socket, family), kind).close()
            except OSError:
                continue
            print("@PROOF@"[::-1])
    return grad
