"""What passes between the trusted process and the zygote; both sides read it here."""

from __future__ import annotations

import struct

# The zygote says it is ready; a request to fork carries three descriptors.
READY = b"r"
FORK = b"f"
# The wait status of a worker that has ended.
NEWS = struct.Struct("!i")
