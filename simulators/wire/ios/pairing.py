"""What a computer and the phones know of each other: made once for all phones of a socket, kept in memory.

One self-signed certificate stands for the root, for the computer and for the phones; nobody on either side checks more
than that it is the one of the pairing.
"""

import ssl
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from simulators.wire.ios.plists import Plist

BITS, EXPONENT = 2048, 65_537
VALID = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Pairing:
    """The ids of the computer; `hosts` are all that the phones trust, `saved` is what computers have put down of phones."""

    host: str
    system: str
    hosts: set[str] = field(default_factory=set)
    saved: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def _pems(self) -> tuple[bytes, bytes]:
        """Certificate and key."""
        key = rsa.generate_private_key(EXPONENT, BITS)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "simulated iPhones")])
        builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), *VALID)
        made = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        certificate = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        form = serialization.PrivateFormat.TraditionalOpenSSL
        secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
        return certificate, secret

    def trusts(self, host: str) -> bool:
        """Whether a phone begins a session with that computer."""
        return host == self.host or host in self.hosts

    @cached_property
    def public_key(self) -> bytes:
        """That of the phones, as a computer asks for it before it pairs."""
        key = serialization.load_pem_private_key(self._pems[1], None).public_key()
        return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.PKCS1)

    def record(self, wifi: str) -> Plist:
        """The pair record of the phone whose Wi-Fi has that address."""
        certificate, secret = self._pems
        return {
            **dict.fromkeys(("HostCertificate", "DeviceCertificate", "RootCertificate"), certificate),
            **dict.fromkeys(("HostPrivateKey", "RootPrivateKey"), secret),
            "HostID": self.host,
            "SystemBUID": self.system,
            "WiFiMACAddress": wifi,
            "EscrowBag": b"\0" * 32,
        }

    @cached_property
    def context(self) -> ssl.SSLContext:
        """TLS as a phone speaks it."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        with tempfile.TemporaryDirectory() as folder:  # the library takes keys from files only
            file = Path(folder) / "pair.pem"
            file.touch(mode=0o600)
            file.write_bytes(b"".join(self._pems))
            context.load_cert_chain(file)
        return context


def paired() -> Pairing:
    return Pairing(str(uuid4()).upper(), str(uuid4()).upper())
