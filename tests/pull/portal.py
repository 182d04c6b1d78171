"""Portals on loopback for portals_test.py: a folder that is served with ETags, and in place of single files whatever a
test wants to be answered."""

import gzip
import hashlib
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Portal:
    """Serves a folder at its own port, and remembers what it was asked."""

    def __init__(self, folder):
        self.folder = folder
        self.answers = {}  # path -> function of the handler, in place of the file
        self.asked = []  # (path, If-None-Match), in order
        portal = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                portal.asked.append((self.path, self.headers.get("If-None-Match")))
                answer = portal.answers.get(self.path)
                answer(self) if answer else portal.send_file(self)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.place = f"127.0.0.1:{self.port}"
        self.url = f"http://{self.place}/"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def send_file(self, handler):
        path = os.path.join(self.folder, handler.path.lstrip("/"))
        if not os.path.isfile(path):
            return handler.send_error(404)
        with open(path, "rb") as file:
            send(file.read())(handler)

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def send(body, status=200):
    """Answers with these bytes, or with 304 who has them."""

    def answer(handler):
        etag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        same = handler.headers.get("If-None-Match") == etag
        handler.send_response(304 if same else status)
        handler.send_header("ETag", etag)
        handler.send_header("Content-Length", "0" if same else str(len(body)))
        handler.end_headers()
        if not same:
            handler.wfile.write(body)

    return answer


def send_packed(body):
    """What grows when it is unpacked."""

    def answer(handler):
        packed = gzip.compress(body)
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(packed)))
        handler.end_headers()
        handler.wfile.write(packed)

    return answer


def lead_to(address):
    def answer(handler):
        handler.send_response(302)
        handler.send_header("Location", address)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def send_slowly(seconds):
    def answer(handler):
        time.sleep(seconds)
        handler.close_connection = True

    return answer
