"""The name of this process among its like: of consumers, gateways and holders of locks."""

import os
import socket
from uuid import uuid4


def process_name() -> str:
    """Readable, and never that of an earlier process."""
    return f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:6]}"
