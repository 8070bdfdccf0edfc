"""Reads the window over a remote desktop without a graphics card, by Qt's own VNC server.

The client asks for changes as soon as it has received the last ones, uncompressed, as over a local
network. The result is how many pictures a second reach it, and how large they are.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from itertools import pairwise

SIZE = (1280, 800)
_RAW, _PIXEL = 0, 4


class Client(threading.Thread):
    """Reads the screen of a VNC server on this machine until it ends."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.updates: list[tuple[float, int]] = []
        """When each picture came, and its bytes."""
        self._port = port

    def run(self) -> None:
        """Connect as soon as there is a server, and read."""
        with contextlib.suppress(ConnectionError, EOFError):
            while (connection := self._connected()) is None:
                time.sleep(0.02)
            with connection:
                self._read(connection)

    def _connected(self) -> socket.socket | None:
        try:
            return socket.create_connection(("127.0.0.1", self._port), 5.0)
        except OSError:
            return None

    def _read(self, connection: socket.socket) -> None:
        connection.settimeout(None)
        stream = connection.makefile("rb", buffering=1 << 20)

        def take(count: int) -> bytes:
            data = stream.read(count)
            if len(data) < count:
                raise EOFError
            return data

        take(12)
        connection.sendall(b"RFB 003.003\n")
        take(4)
        connection.sendall(b"\1")
        width, height = struct.unpack(">HH", take(4))
        take(16)
        take(int.from_bytes(take(4), "big"))
        # Qt's server closes the connection unless it is told a pixel format
        connection.sendall(struct.pack(">B3x4B3H3B3x", 0, 32, 24, 0, 1, 255, 255, 255, 16, 8, 0))
        connection.sendall(struct.pack(">BxHi", 2, 1, _RAW))
        changed = 0
        while True:
            connection.sendall(struct.pack(">BBHHHH", 3, changed, 0, 0, width, height))
            changed = 1
            kind = take(1)[0]
            if kind != 0:
                raise EOFError
            _, parts = struct.unpack(">BH", take(3))
            taken = 0
            for _ in range(parts):
                _, _, wide, high, _ = struct.unpack(">HHHHi", take(12))
                taken += len(take(wide * high * _PIXEL))
            self.updates.append((time.perf_counter(), taken))

    def summary(self) -> dict[str, float]:
        """Milliseconds between pictures, how many came, and the megabytes of each."""
        gaps = sorted(b[0] - a[0] for a, b in pairwise(self.updates)) or [0.0]
        sizes = sorted(size for _, size in self.updates) or [0]
        return {
            "median_ms": round(1e3 * gaps[len(gaps) // 2], 1),
            "p95_ms": round(1e3 * gaps[int(0.95 * (len(gaps) - 1))], 1),
            "pictures": len(self.updates),
            "megabytes_each": round(sizes[len(sizes) // 2] / 1e6, 2),
        }


def free_port() -> int:
    """A port that is not in use."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
