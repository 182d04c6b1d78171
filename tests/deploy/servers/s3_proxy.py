#!/usr/bin/python3
"""Stands before an S3 server that accepts any signature and lets through only what is rightly signed, as botocore reckons it.

    s3_proxy.py PORT UPSTREAM_PORT REGION ACCESS_KEY [CERTIFICATE KEY]

The secret key comes from the environment variable S3_PROXY_SECRET. Both forms of Signature Version 4 are understood: the Authorization header and the signed address.
"""

import datetime
import hashlib
import hmac
import http.client
import os
import re
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ALGORITHM = "AWS4-HMAC-SHA256"
UNSIGNED = "UNSIGNED-PAYLOAD"
MOST_SKEW = datetime.timedelta(minutes=15)  # as S3
ONE_HOP = {"connection", "keep-alive", "transfer-encoding", "expect"}  # headers that are not passed on


class Refused(Exception):
    """A request that S3 would not carry out: the status, its error code and what was wrong."""

    def __init__(self, status: int, code: str, message: str):
        super().__init__(message)
        self.status, self.code = status, code


class Judge:
    """Knows the one secret, and tells whether a request was signed with it."""

    def __init__(self, access_key: str, secret_key: str, region: str):
        self.credentials, self.region = Credentials(access_key, secret_key), region

    def check(self, method: str, target: str, headers: http.client.HTTPMessage, body: bytes) -> None:
        """Raises Refused unless the request is signed by our key, for this region, now, and over this body."""
        parts = urlsplit(target)
        query = parse_qsl(parts.query, keep_blank_values=True)
        if headers.get("Authorization"):
            claim, auth = header_claim(headers), S3SigV4Auth
        elif any(name == "X-Amz-Signature" for name, _ in query):
            claim, auth = query_claim(query), S3SigV4QueryAuth
            query = [pair for pair in query if pair[0] != "X-Amz-Signature"]
        else:
            raise Refused(403, "AccessDenied", "the request is not signed")
        self.check_scope(claim)
        check_signed_headers(claim["headers"], headers)
        check_body(headers.get("x-amz-content-sha256"), body, auth is S3SigV4Auth)
        expected = self.signature(auth, method, canonical_url(parts.path, query), claim, headers)
        if not hmac.compare_digest(expected, claim["signature"]):
            raise Refused(403, "SignatureDoesNotMatch", "the signature is not the one that this request must have")

    def check_scope(self, claim: dict) -> None:
        """The key that was named, the day, the region and the service."""
        if claim["access_key"] != self.credentials.access_key:
            raise Refused(403, "InvalidAccessKeyId", "no such access key")
        if claim["scope"] != [claim["time"][:8], self.region, "s3", "aws4_request"]:
            raise Refused(400, "AuthorizationHeaderMalformed", f"the credential is for {'/'.join(claim['scope'])}")
        try:
            signed_at = datetime.datetime.strptime(claim["time"], "%Y%m%dT%H%M%SZ")
        except ValueError:
            raise Refused(403, "AccessDenied", "the request has no time") from None
        if abs(datetime.datetime.utcnow() - signed_at) > MOST_SKEW:
            raise Refused(403, "RequestTimeTooSkewed", "the request was signed at another time")

    def signature(self, auth_kind, method: str, url: str, claim: dict, headers) -> str:
        """What botocore would have signed the same request with."""
        request = AWSRequest(method=method, url=url, headers={name: headers.get(name, "") for name in claim["headers"]})
        request.context["timestamp"] = claim["time"]
        auth = auth_kind(self.credentials, "s3", self.region)
        return auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)


def header_claim(headers) -> dict:
    """Who the Authorization header says signed the request, and what."""
    form = re.fullmatch(ALGORITHM + r" +Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})", headers["Authorization"])
    if not form:
        raise Refused(400, "AuthorizationHeaderMalformed", "the Authorization header has another form")
    access_key, *scope = form[1].split("/")
    return {"access_key": access_key, "scope": scope, "headers": form[2].split(";"), "signature": form[3],
            "time": headers.get("x-amz-date", "")}


def query_claim(query: list) -> dict:
    """The same of a signed address."""
    values = dict(query)
    if values.get("X-Amz-Algorithm") != ALGORITHM:
        raise Refused(400, "AuthorizationQueryParametersError", "another algorithm")
    access_key, *scope = values.get("X-Amz-Credential", "").split("/")
    return {"access_key": access_key, "scope": scope, "headers": values.get("X-Amz-SignedHeaders", "").split(";"),
            "signature": values["X-Amz-Signature"], "time": values.get("X-Amz-Date", "")}


def check_signed_headers(signed: list, headers) -> None:
    """The host and every header of S3's own must be under the signature, so that nobody can change them on the way."""
    for name in headers:
        if (name.lower() == "host" or name.lower().startswith("x-amz-")) and name.lower() not in signed:
            raise Refused(403, "AccessDenied", f"there were headers present in the request which were not signed: {name}")


def check_body(stated: str | None, body: bytes, needed: bool) -> None:
    """The hash that was signed must be the body's, unless the client chose not to sign it."""
    if stated is None and needed:
        raise Refused(400, "InvalidRequest", "x-amz-content-sha256 is missing")
    if stated not in (None, UNSIGNED) and stated != hashlib.sha256(body).hexdigest():
        raise Refused(400, "XAmzContentSHA256Mismatch", "the body is not the one that was signed")


def canonical_url(path: str, query: list) -> str:
    """The address as S3 reckons it: taken apart and encoded anew, so that a client which encodes otherwise is found out."""
    encoded = "&".join(f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}" for name, value in query)
    return f"http://unused{quote(unquote(path), safe='/-_.~')}?{encoded}"


class Handler(BaseHTTPRequestHandler):
    """Judges each request of a connection, and passes it on over a connection of its own."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    judge: Judge
    upstream_port: int
    own = threading.local()

    def handle_any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            self.judge.check(self.command, self.path, self.headers, body)
            self.pass_on(body)
        except Refused as refusal:
            self.refuse(refusal)
        except (OSError, http.client.HTTPException) as error:
            self.forget_upstream()
            self.refuse(Refused(500, "InternalError", str(error)))

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = handle_any

    def pass_on(self, body: bytes) -> None:
        if not hasattr(self.own, "upstream"):
            self.own.upstream = http.client.HTTPConnection("127.0.0.1", self.upstream_port)
        upstream = self.own.upstream
        upstream.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            if name.lower() not in ONE_HOP:
                upstream.putheader(name, value)
        upstream.endheaders(body)
        response = upstream.getresponse()
        self.reply(response.status, response.getheaders(), response.read())

    def forget_upstream(self) -> None:
        if hasattr(self.own, "upstream"):
            self.own.upstream.close()
            del self.own.upstream

    def refuse(self, refusal: Refused) -> None:
        text = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>{refusal.code}</Code><Message>{refusal}</Message></Error>'
        self.reply(refusal.status, [("Content-Type", "application/xml")], text.encode())

    def reply(self, status: int, headers: list, body: bytes) -> None:
        lines = [f"HTTP/1.1 {status} {http.client.responses.get(status, '')}"]
        length = len(body)
        for name, value in headers:
            if name.lower() == "content-length":
                length = int(value)  # of HEAD: the length that a GET would have
            elif name.lower() not in ONE_HOP:
                lines.append(f"{name}: {value}")
        if status not in (204, 304):
            lines.append(f"Content-Length: {length}")
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1") + (b"" if self.command == "HEAD" else body))

    def log_message(self, *_) -> None:
        """Says nothing: what clients see is what is tested."""


class Proxy(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def main() -> None:
    port, upstream_port, region, access_key, *tls = sys.argv[1:]
    Handler.judge = Judge(access_key, os.environ["S3_PROXY_SECRET"], region)
    Handler.upstream_port = int(upstream_port)
    proxy = Proxy(("127.0.0.1", int(port)), Handler)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        proxy.socket = context.wrap_socket(proxy.socket, server_side=True, do_handshake_on_connect=False)
    proxy.serve_forever()


if __name__ == "__main__":
    main()
