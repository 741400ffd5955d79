"""A virus scanner on loopback that speaks as clamd does and knows one invented virus, by a mark made at run time."""

import contextlib
import socket
import struct
import threading

MARK = b"-".join([b"NOT", b"A", b"REAL", b"VIRUS", b"TEST"])


class Stub:
    """A scanner listening on loopback. `says` is one fixed answer in place of looking; `seen` counts what was asked."""

    def __init__(self, listener, address):
        self.says, self.seen, self.address = None, [], address
        self._listener = listener
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError):
                self._answer(connection)

    def _answer(self, connection):
        stream = connection.makefile("rb")
        assert stream.readline() == b"nINSTREAM\n"
        data = b""
        while length := struct.unpack("!L", stream.read(4))[0]:
            data += stream.read(length)
        self.seen.append(data)
        found = b"stream: Invented.Virus FOUND\n" if MARK in data else b"stream: OK\n"
        connection.sendall(found if self.says is None else self.says)

    def close(self):
        self._listener.close()
        self._thread.join(1)


@contextlib.contextmanager
def scanner(path=None):
    """The scanner, on a port of loopback or on a socket at `path`."""
    listener = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
    listener.bind(str(path) if path else ("127.0.0.1", 0))
    listener.listen()
    stub = Stub(listener, str(path) if path else f"127.0.0.1:{listener.getsockname()[1]}")
    try:
        yield stub
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        stub.close()
