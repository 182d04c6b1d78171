"""A reader of a site who is never content: goes through its pages without a pause, fetches whatever each of them names, and notes what is missing or not whole."""

import multiprocessing
import posixpath
import re
import socket
import time
import urllib.parse

from sites import digest, plain

# What a browser loads with a page; and what the search's script loads after its entry.
NAMED = re.compile(rb'(?:src|href)="([^"#?:]+\.(?:css|js|svg|png|jpe?g|webp|avif|woff2))"')
INDEX = re.compile(rb'"([0-9a-f]{16})"')
SEARCH_ENTRY, SEARCH_FILE = "tim-kiem/chi-muc.json", "am-tiet.json"


CUT = 0  # in place of a status: the server ended the connection within the answer or before it


class Connection:
    """HTTP/1.1 by hand: all that a page names is asked for at once, which a client of Python's own is too slow for."""

    def __init__(self, port: int):
        self.port, self.socket = port, None

    def fetch(self, paths: list[str]) -> list[tuple[int, bytes]]:
        """Status and plain bytes of each. After an answer that was cut, those that follow are asked for anew."""
        out = []
        while len(out) < len(paths):
            self.ask(paths[len(out):])
            while self.socket and len(out) < len(paths):
                out.append(self.answer())
        return out

    def ask(self, paths: list[str]) -> None:
        if not self.socket:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=10)
            self.stream = self.socket.makefile("rb")
        asked = "".join(f"GET /{urllib.parse.quote(path)} HTTP/1.1\r\nHost: doc.gia\r\n\r\n" for path in paths)
        try:
            self.socket.sendall(asked.encode())
        except (BrokenPipeError, ConnectionResetError):
            pass  # the answers say so

    def answer(self) -> tuple[int, bytes]:
        try:
            status = int(self.line().split()[1])
            head = {}
            while (line := self.line().strip()):
                name, _, value = line.partition(b":")
                head[name.lower()] = value.strip().decode()
            body = self.bytes(int(head[b"content-length"])) if b"content-length" in head else self.pieces()
        except (EOFError, ConnectionResetError):
            self.socket = None
            return CUT, b""
        if head.get(b"connection") == "close":
            self.socket = None
        return status, plain(body, head.get(b"content-encoding", ""))

    def pieces(self) -> bytes:
        """A body in chunks."""
        out = b""
        while (size := int(self.line(), 16)):
            out += self.bytes(size)
            self.line()
        self.line()
        return out

    def line(self) -> bytes:
        line = self.stream.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        return line

    def bytes(self, count: int) -> bytes:
        out = self.stream.read(count)
        if len(out) < count:
            raise EOFError
        return out


class Reader:
    """Reads in a process of its own, from start until stop()."""

    def __init__(self, port: int, pages: list[str], versions: dict[str, set[str]]):
        """pages: those that every version has. versions: the hashes that a file may have, by path."""
        self.port, self.pages, self.versions = port, pages, versions
        self.count, self.rounds = multiprocessing.Value("q"), multiprocessing.Value("q")
        self.ending, self.faults = multiprocessing.Event(), multiprocessing.SimpleQueue()
        self.process = multiprocessing.get_context("fork").Process(target=self.read, daemon=True)
        self.begun = time.monotonic()
        self.process.start()

    def stop(self) -> list[str]:
        """What was wrong: the first few; and how fast it was is known from then on."""
        self.seconds = time.monotonic() - self.begun
        self.ending.set()
        self.process.join(20)
        out = []
        while not self.faults.empty():
            out.append(self.faults.get())
        return out

    @property
    def rate(self) -> float:
        """Pages a second, each with all it names."""
        return self.count.value / self.seconds

    def look_around(self) -> None:
        """Waits until every page was read once from now on."""
        last, deadline = self.rounds.value + 2, time.monotonic() + 20
        while self.rounds.value < last and self.process.is_alive() and time.monotonic() < deadline:
            time.sleep(0.002)
        if self.rounds.value < last:
            raise AssertionError("the reader does not get on")

    def read(self) -> None:
        connection, told = Connection(self.port), 0
        while not self.ending.is_set():
            for page in self.pages:
                for fault in self.visit(connection, page):
                    told += 1
                    if told <= 20:
                        self.faults.put(fault)
                self.count.value += 1
            self.rounds.value += 1

    def visit(self, connection: Connection, page: str):
        """Fetches a page and what it names; gives what is wrong."""
        [(status, body)] = connection.fetch([page])
        yield from self.judge(page, status, body)
        folder = posixpath.dirname(page)
        if page == SEARCH_ENTRY:
            named = [f"tim-kiem/{name.decode()}/{SEARCH_FILE}" for name in INDEX.findall(body)[:1]]
        else:
            named = sorted({posixpath.normpath(posixpath.join("/", folder, each.decode()))[1:] for each in NAMED.findall(body)})
        if not named:
            yield f"{page} names nothing: {body[:80]!r}"
        for path, (status, asset) in zip(named, connection.fetch(named)):
            for fault in self.judge(path, status, asset):
                yield f"{page} names {fault}"

    def judge(self, path: str, status: int, body: bytes):
        if status == CUT:
            yield f"{path}: cut off"
        elif status != 200:
            yield f"{path}: {status}"
        elif digest(body) not in self.versions.get(path, ()):
            yield f"{path}: {len(body)} bytes that are of no version"
