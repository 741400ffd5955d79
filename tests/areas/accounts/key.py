"""A security key made of software: it does what a browser and its authenticator do, so that passkeys can be tested."""

import hashlib
import json

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40
HOST = "testserver"


class Key:
    """One credential for the host of the tests; `verifies` says whether it checks who holds it."""

    def __init__(self, *, verifies: bool = True, origin: str = f"https://{HOST}") -> None:
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.identity = hashlib.sha256(str(self.private.private_numbers().private_value).encode()).digest()
        self.flags = PRESENT | (VERIFIED if verifies else 0)
        self.origin = origin
        self.handle = ""

    def make(self, options: dict) -> str:
        """What the browser sends after `navigator.credentials.create`."""
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.private.public_key())
        attested = AttestedCredentialData.create(Aaguid.NONE, self.identity, public)
        told = self._told("webauthn.create", asked["challenge"])
        data = AuthenticatorData.create(self._host(), self.flags | ATTESTED, 0, attested)
        made = AttestationObject.create("none", data, {})
        return self._sent({"clientDataJSON": told, "attestationObject": made}, {"credProps": {"rk": True}})

    def sign(self, options: dict, *, name_owner: bool = False) -> str:
        """What the browser sends after `navigator.credentials.get`."""
        told = self._told("webauthn.get", options["publicKey"]["challenge"])
        data = AuthenticatorData.create(self._host(), self.flags, 1)
        signed = self.private.sign(data + hashlib.sha256(told).digest(), ec.ECDSA(SHA256()))
        answer = {"clientDataJSON": told, "authenticatorData": data, "signature": signed}
        return self._sent(answer, {}, owner=self.handle if name_owner else "")

    def _host(self) -> bytes:
        return hashlib.sha256(HOST.encode()).digest()

    def _told(self, kind: str, challenge: str) -> CollectedClientData:
        return CollectedClientData.create(kind, challenge, self.origin)

    def _sent(self, answer: dict, extensions: dict, owner: str = "") -> str:
        name = websafe_encode(self.identity)
        response = {key: websafe_encode(value) for key, value in answer.items()}
        if owner:
            response["userHandle"] = owner
        whole = {"id": name, "rawId": name, "type": "public-key", "response": response}
        return json.dumps({**whole, "clientExtensionResults": extensions})
