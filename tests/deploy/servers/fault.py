"""A proxy that spoils connections: it cuts them after so many bytes, delays, resets, or answers an HTTP request itself with 500 or 503.

The proxy starts as one that does no harm. Each fault is set on the running proxy, is used up as often as it was asked for, and can be ordered again.
"""

import select
import socket
import ssl
import struct
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass

import certificates
from server import LOOPBACK

PIECE = 65536  # bytes
FOREVER = 1 << 30  # times


@dataclass
class Fault:
    """What happens to the next connections, or with `status` to the next HTTP requests."""

    after: int = 0  # bytes, or whole requests, that pass before it
    times: int = 1
    reset: bool = False
    replies: bool = False  # the server's bytes are counted, not the client's
    status: int = 0


class FaultProxy:
    """Listens on `port` and passes everything on to the server's port, but for the faults that were ordered."""

    def __init__(self, upstream_port: int, certificate: certificates.Certificate | None):
        self.upstream_port, self.delay = upstream_port, 0.0
        self.connections = self.requests = self.spoilt = 0  # counted since the start
        self.fault: Fault | None = None
        self.lock = threading.Lock()
        self.listener = socket.create_server((LOOPBACK, 0), backlog=128)
        self.port: int = self.listener.getsockname()[1]
        self.context = None
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate.chain, certificate.key)
        threading.Thread(target=self.accept, daemon=True).start()

    def cut(self, after: int, times: int = 1, reset: bool = False, replies: bool = False) -> None:
        """The next `times` connections end after that many bytes from the client, or with `replies` from the server; with `reset` by RST."""
        self.fault = Fault(after=after, times=times, reset=reset, replies=replies)

    def answer(self, status: int, times: int = 1, after: int = 0) -> None:
        """After `after` requests the next `times` HTTP requests are answered with that status; the server never sees them."""
        self.fault = Fault(after=after, times=times, status=status)

    def refuse(self, times: int = FOREVER) -> None:
        """The next connections are reset before a byte has passed."""
        self.cut(0, times, reset=True)

    def slow(self, seconds: float) -> None:
        """Each piece of data, either way, is passed on so much later. 0 ends it."""
        self.delay = seconds

    def heal(self) -> None:
        """No faults any more."""
        self.fault, self.delay = None, 0.0

    def stop(self) -> None:
        """Listens no longer. Connections that are open go on until one side closes them."""
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client: socket.socket) -> None:
        """One connection, from its beginning to its end. One thread for both directions: a TLS socket bears no second."""
        self.connections += 1
        with suppress(OSError), closing(client):
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            cut = self.take_cut()
            if cut and cut.after == 0:
                return hang_up(client, cut)
            if self.context:
                client = self.context.wrap_socket(client, server_side=True)
            with closing(client), closing(socket.create_connection((LOOPBACK, self.upstream_port))) as upstream:
                upstream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.relay(client, upstream, cut)

    def take_cut(self) -> Fault | None:
        """The fault that this connection is to suffer, used up once."""
        with self.lock:
            if not self.fault or self.fault.status or self.fault.times == 0:
                return None
            self.fault.times -= 1
            self.spoilt += 1
            return self.fault

    def relay(self, client: socket.socket, upstream: socket.socket, cut: Fault | None) -> None:
        """Passes data on, both ways, up to the cut or until one side closes."""
        reader, left = Requests(), cut.after if cut else None
        for source, data in arrivals(client, upstream):
            if self.delay:
                time.sleep(self.delay)
            counts = cut and (source is upstream) == cut.replies
            if counts and len(data) >= left:
                (client if source is upstream else upstream).sendall(data[:left])
                return hang_up(client, cut)
            if counts:
                left -= len(data)
            if source is upstream:
                client.sendall(data)
            else:
                self.pass_on(reader, data, client, upstream)

    def pass_on(self, reader: "Requests", data: bytes, client: socket.socket, upstream: socket.socket) -> None:
        """To the server, but for the requests that are to be answered here."""
        for piece in reader.take(data, self.take_answer):
            if isinstance(piece, int):
                client.sendall(f"HTTP/1.1 {piece} Spoilt\r\nContent-Length: 0\r\n\r\n".encode())
            else:
                upstream.sendall(piece)

    def take_answer(self) -> int:
        """The status that the request which begins now is answered with, or 0."""
        with self.lock:
            self.requests += 1
            if not self.fault or not self.fault.status or self.fault.times == 0:
                return 0
            if self.fault.after > 0:
                self.fault.after -= 1
                return 0
            self.fault.times -= 1
            self.spoilt += 1
            return self.fault.status

def arrivals(client: socket.socket, upstream: socket.socket):
    """What comes from either side, as pairs of the side and the data, until one has no more."""
    while True:
        waiting = isinstance(client, ssl.SSLSocket) and client.pending()
        ready = [client] if waiting else select.select([client, upstream], [], [])[0]
        for source in ready:
            data = source.recv(PIECE)
            if not data:
                return
            yield source, data


class Requests:
    """Finds where HTTP/1.1 requests begin and end in what a client sends. What is no HTTP passes as it is."""

    METHODS = (b"GET ", b"HEAD ", b"PUT ", b"POST ", b"DELETE ", b"MKCOL ", b"MOVE ", b"COPY ", b"PROPFIND ", b"OPTIONS ", b"LOCK ", b"UNLOCK ")

    def __init__(self):
        self.head = b""  # of a request whose head is not complete
        self.left = 0  # bytes of the current request's body that are still to come
        self.status = 0  # what the current request is answered with, once its body has come
        self.is_http: bool | None = None

    def take(self, data: bytes, judge):
        """Gives what is to be passed on, and a status wherever a request is to be answered with it. judge() is asked at each request."""
        if self.is_http is None:
            self.is_http = data.startswith(self.METHODS)
        if not self.is_http:
            yield data
            return
        while data:
            if not self.left:
                end = (self.head + data).find(b"\r\n\r\n")
                if end < 0:
                    self.head += data
                    return
                whole, self.head = self.head + data, b""
                data = whole[end + 4 :]
                self.left, self.status = body_length(whole[:end]), judge()
                if not self.status:
                    yield whole[: end + 4]
                elif wants_leave(whole[:end]):
                    self.left = 0  # the client does not send the body that it was to be asked for
            body, data = data[: self.left], data[self.left :]
            self.left -= len(body)
            if body and not self.status:
                yield body
            if self.status and not self.left:
                yield self.status


def body_length(head: bytes) -> int:
    """How long a request's body is by its head. Clients of these tests always know, and say, the length."""
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return int(value)
    return 0


def wants_leave(head: bytes) -> bool:
    """Whether the client sends its body only after it was told to go on."""
    return b"\r\nexpect: 100-continue" in head.lower()


def hang_up(client: socket.socket, cut: Fault) -> None:
    """Ends the connection: in good order, or by a reset."""
    if cut.reset:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    else:
        client.shutdown(socket.SHUT_RDWR)
    client.close()


def start(upstream_port: int, certificate: certificates.Certificate | None = None) -> FaultProxy:
    """Starts a proxy before the server on that port. certificate: the proxy then speaks TLS to clients and plain to the server, so that it can answer them."""
    return FaultProxy(upstream_port, certificate)
