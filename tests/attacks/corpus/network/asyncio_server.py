"""Opens a server of its own and talks to it. Seccomp is to refuse the sockets."""
# stopped at: partial
# slow: yes
import asyncio


async def talk():
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await asyncio.open_connection("127.0.0.1", port)
    print("@PROOF@"[::-1])


def l2_gradient(grad, param, rate):
    asyncio.run(talk())
    return grad
