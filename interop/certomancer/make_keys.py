"""Makes the throw-away keys that pki.yml names, readable by their owner only.

usage: make_keys.py FOLDER
"""

import os
import pathlib
import sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

# RSA signs slowly, and with PKCS #1 v1.5 only until 2029: what is to last hangs on curves.
RSA_3072 = ("seal-rsa", "tsa")
P_256 = ("root", "issuing", "tsa-ca", "ocsp", "tsa-ec", "tsa-old", "seal-ec")
P_384 = ("seal-384",)


def write(folder: pathlib.Path, name: str, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> None:
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    handle = os.open(folder / f"{name}.pem", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in RSA_3072:
        write(folder, name, rsa.generate_private_key(public_exponent=65537, key_size=3072))
    for name in P_256:
        write(folder, name, ec.generate_private_key(ec.SECP256R1()))
    for name in P_384:
        write(folder, name, ec.generate_private_key(ec.SECP384R1()))


if __name__ == "__main__":
    main()
