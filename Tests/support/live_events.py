"""A screen that listens: server-sent events over a real socket."""

import json
import queue
import socket
import threading
import time
from http.client import HTTPConnection, HTTPException


class LiveEvents:
    """Reads the stream in a thread, so that a test can wait for what comes and see when it came."""

    def __init__(self, server, address: str = "/api/v1/events", headers: dict | None = None):
        self.connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.connection.request("GET", address, headers=headers or {})
        self.socket = self.connection.sock
        self.stream = self.connection.getresponse()
        self.received = queue.Queue()
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        name = None
        try:
            while line := self.stream.readline().decode():
                if line.startswith("event:"):
                    name = line[6:].strip()
                elif line.startswith("data:"):
                    self.received.put((name, json.loads(line[5:]), time.monotonic()))
        except (OSError, ValueError, AttributeError, HTTPException):
            pass

    def next(self, name: str, seconds: float = 10) -> dict:
        """The data of the next event of that name; others before it are passed over."""
        return self.next_at(name, seconds)[0]

    def next_at(self, name: str, seconds: float = 10) -> tuple[dict, float]:
        deadline = time.monotonic() + seconds
        while True:
            received, data, at = self.received.get(timeout=max(0.0, deadline - time.monotonic()))
            if received == name:
                return data, at

    def __enter__(self) -> "LiveEvents":
        return self

    def __exit__(self, *_) -> None:
        # What wakes the reader; closing would wait for it, that is for the server's next heartbeat.
        self.socket.shutdown(socket.SHUT_RDWR)
        self.thread.join(10)
        self.connection.close()
