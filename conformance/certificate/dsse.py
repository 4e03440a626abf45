"""DSSE, the envelope around what is signed: https://github.com/secure-systems-lab/dsse (protocol and envelope, version 1.0)."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Protocol

import msgspec

PAYLOAD_TYPE = "application/vnd.in-toto+json"
URL_SAFE = str.maketrans("-_", "+/")


class EnvelopeError(ValueError):
    """A file is no envelope that can be read; the text says what of it."""


class Signer(Protocol):
    """Whoever has the private key."""

    @property
    def id(self) -> str: ...
    def sign(self, message: bytes) -> bytes: ...


class Verifier(Protocol):
    """Whoever has the public key."""

    @property
    def id(self) -> str: ...
    def holds(self, signature: bytes, message: bytes) -> bool: ...


class Signature(msgspec.Struct, frozen=True):
    """One signature, base64, and the id of its key."""

    sig: str
    keyid: str = ""


class Envelope(msgspec.Struct, frozen=True, rename="camel"):
    """The envelope as it is written."""

    payload: str
    payload_type: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """What an envelope holds. `signed`: by this very key; `ids` are the keys that claim to have signed it."""

    payload: bytes
    signed: bool
    ids: tuple[str, ...]


def pae(payload_type: str, payload: bytes) -> bytes:
    """The bytes that are signed: type and content, each after its length."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def seal(payload: bytes, signer: Signer) -> bytes:
    """The envelope around an in-toto statement, signed."""
    signature = signer.sign(pae(PAYLOAD_TYPE, payload))
    envelope = Envelope(_base64(payload), PAYLOAD_TYPE, (Signature(_base64(signature), signer.id),))
    return msgspec.json.format(msgspec.json.encode(envelope), indent=1) + b"\n"


def unseal(content: bytes, verifier: Verifier) -> Opened:
    """What an envelope holds, and whether the key signed it. EnvelopeError for what is none."""
    try:
        envelope = msgspec.json.decode(content, type=Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise EnvelopeError(str(fault)) from fault
    if envelope.payload_type != PAYLOAD_TYPE:
        raise EnvelopeError(f"payloadType is {envelope.payload_type!r}, expected {PAYLOAD_TYPE!r}")
    payload = _bytes(envelope.payload, "payload")
    message = pae(envelope.payload_type, payload)
    signed = any(verifier.holds(_bytes(one.sig, "sig"), message) for one in envelope.signatures)
    return Opened(payload, signed, tuple(one.keyid for one in envelope.signatures))


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str, field: str) -> bytes:
    """Either alphabet of base64, as the protocol asks of whoever reads."""
    try:
        return base64.b64decode(text.translate(URL_SAFE), validate=True)
    except (binascii.Error, ValueError) as fault:
        raise EnvelopeError(f"{field} is no base64 ({fault})") from fault
