"""Throw-away certificates for servers on loopback: good ones, and each kind that a careful client refuses."""

import datetime
import ipaddress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from server import LOOPBACK

DAY = datetime.timedelta(days=1)
KINDS = ("good", "expired", "misnamed", "stranger")  # stranger: signed by an authority that the client is not told of


@dataclass
class Certificate:
    """A server's certificate with its key, and the authority that a client is told to trust, each a PEM file."""

    chain: Path
    key: Path
    authority: Path


def make(folder: Path, kind: str = "good") -> Certificate:
    """Makes an authority and a certificate of one of KINDS, for the loopback address, "localhost" and S3's buckets below it."""
    if kind not in KINDS:
        raise ValueError(f"no such kind of certificate: {kind}")
    trusted_key, trusted = authority("thidua test authority")
    signer_key, signer = authority("another authority") if kind == "stranger" else (trusted_key, trusted)
    key = ec.generate_private_key(ec.SECP256R1())
    names = [x509.DNSName("elsewhere.invalid")]
    if kind != "misnamed":
        names = [x509.DNSName("localhost"), x509.DNSName("*.s3.localhost"), x509.IPAddress(ipaddress.ip_address(LOOPBACK))]
    begins, ends = (-3 * DAY, -DAY) if kind == "expired" else (-DAY, DAY)
    unsigned = describe("thidua test server", signer.subject, key, begins, ends)
    certificate = unsigned.add_extension(x509.SubjectAlternativeName(names), False).sign(signer_key, hashes.SHA256())
    made = Certificate(folder / "certificate.pem", folder / "certificate.key", folder / "authority.pem")
    made.chain.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    made.authority.write_bytes(trusted.public_bytes(serialization.Encoding.PEM))
    made.key.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    made.key.chmod(0o600)
    return made


def authority(name: str):
    """An authority's key and its certificate, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    unsigned = describe(name, subject(name), key, -10 * DAY, 10 * DAY)
    return key, unsigned.add_extension(x509.BasicConstraints(ca=True, path_length=0), True).sign(key, hashes.SHA256())


def describe(name: str, issuer: x509.Name, key, begins: datetime.timedelta, ends: datetime.timedelta) -> x509.CertificateBuilder:
    """A certificate that is still to be signed; begins and ends count from now."""
    now = datetime.datetime.utcnow()
    return (x509.CertificateBuilder().subject_name(subject(name)).issuer_name(issuer).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now + begins).not_valid_after(now + ends))


def subject(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
