"""What passes between the trusted process and those that start workers; all read it here."""

from __future__ import annotations

import struct

# The zygote says it is ready; a request to fork carries three descriptors.
READY = b"r"
FORK = b"f"
# Where workers are spawned: descriptors have arrived, and may be closed by whoever sent them.
TAKEN = b"t"
# The wait status of a worker that has ended.
NEWS = struct.Struct("!i")
