"""The envelope: the protocol's own example, another implementation's reading, and that no changed byte passes."""

from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey  # type: ignore[attr-defined]  # exported without saying so

from conformance.certificate import dsse
from conformance.certificate.dsse import PAYLOAD_TYPE, EnvelopeError
from conformance.certificate.keys import PrivateKey

KEY = PrivateKey(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
OTHER = PrivateKey(Ed25519PrivateKey.from_private_bytes(bytes(32)))


def test_the_protocols_own_example() -> None:
    assert dsse.pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


@given(st.binary(max_size=300))
def test_what_is_sealed_is_opened_by_its_key_only(payload: bytes) -> None:
    sealed = dsse.seal(payload, KEY)
    opened = dsse.unseal(sealed, KEY.public)
    assert (opened.payload, opened.signed, opened.ids) == (payload, True, (KEY.id,))
    assert not dsse.unseal(sealed, OTHER.public).signed


@given(st.binary(max_size=300))
def test_another_implementation_opens_it(payload: bytes) -> None:
    envelope = Envelope.from_dict(json.loads(dsse.seal(payload, KEY)))
    key = SSlibKey.from_crypto(KEY.public.key, keyid=KEY.id)
    assert envelope.verify([key], 1) == {KEY.id: key}
    assert (envelope.payload, envelope.payload_type) == (payload, PAYLOAD_TYPE)


@given(st.binary(min_size=1, max_size=200), st.data())
def test_no_changed_byte_passes(payload: bytes, data: st.DataObject) -> None:
    envelope = json.loads(dsse.seal(payload, KEY))
    field = data.draw(st.sampled_from(["payload", "sig"]))
    holder = envelope if field == "payload" else envelope["signatures"][0]
    content = bytearray(base64.b64decode(holder[field]))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    holder[field] = base64.b64encode(content).decode()
    assert not dsse.unseal(json.dumps(envelope).encode(), KEY.public).signed


def test_both_alphabets_of_base64_are_read() -> None:
    envelope = json.loads(dsse.seal(b"\xff\xfe\xfd" * 9, KEY))
    envelope["payload"] = envelope["payload"].replace("+", "-").replace("/", "_")
    envelope["signatures"][0]["sig"] = envelope["signatures"][0]["sig"].replace("+", "-").replace("/", "_")
    assert dsse.unseal(json.dumps(envelope).encode(), KEY.public).signed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"payload": "", "payloadType": "text/plain", "signatures": []}',
        b'{"payload": "*", "payloadType": "application/vnd.in-toto+json", "signatures": []}',
        b'{"payload": "", "payloadType": "application/vnd.in-toto+json", "signatures": [{"sig": "a"}]}',
    ],
)
def test_what_is_no_envelope_is_refused(content: bytes) -> None:
    with pytest.raises(EnvelopeError):
        dsse.unseal(content, KEY.public)


def test_an_unsigned_envelope_is_signed_by_nobody() -> None:
    content = b'{"payload": "", "payloadType": "application/vnd.in-toto+json", "signatures": []}'
    assert not dsse.unseal(content, KEY.public).signed


def test_a_keys_id_is_that_of_its_public_key() -> None:
    from hashlib import sha256

    der = KEY.public.key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert KEY.id == KEY.public.id == sha256(der).hexdigest()
    assert "Ed25519PrivateKey" not in repr(KEY)
