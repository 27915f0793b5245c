"""Never ends loading, but answers all requests itself with code of its own, hiding and lying as it likes. Only values count, and those are wrong."""
# stopped at: basic
import json
import os
import struct


def read(count):
    data = b""
    while len(data) < count:
        part = os.read(3, count - len(data))
        if not part:
            os._exit(0)
        data += part
    return data


def reply(value, body=b""):
    header = json.dumps(value).encode()
    os.write(3, struct.pack("!IQ", len(header), len(body)) + header + body)


reply([1, [None, ["l2_gradient"], [3, 3], []]])
while True:
    header_size, body_size = struct.unpack("!IQ", read(12))
    number, (kind, name, arguments) = json.loads(read(header_size))
    body = read(body_size)
    grad = dict(arguments["dict"])["grad"]
    size = len(body)
    # The first array of the body is the gradient: sent back as it came, under every guise.
    reply([number, [grad, None, {"dict": []}, [], None]], body[: -(-size // 2)] if size <= 32 else body)
