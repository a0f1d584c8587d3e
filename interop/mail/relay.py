"""Mail relays on loopback, each with a way of its own to take letters or not to.

usage: relay.py FOLDER NAME=PORT...

FOLDER gets `relay.pem`, the certificate of those that speak TLS, and a file for each letter that was taken: the lines `x-relay`, `x-mail-from`
and `x-rcpt-to`, then the letter as it came. The names are those of WAYS.
"""

import asyncio
import datetime
import ipaddress
import itertools
import os
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

USER, SECRET = b"signet", b"relay-secret"
NUMBERS = itertools.count(1)


class Accept:
    """Takes every letter."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder

    async def handle_DATA(self, server, session, envelope) -> str:
        head = f"x-relay: {self.name}\r\nx-mail-from: {envelope.mail_from}\r\nx-rcpt-to: {','.join(envelope.rcpt_tos)}\r\n"
        number = next(NUMBERS)
        beside = self.folder / f"{number:06}.part"
        beside.write_bytes(head.encode() + envelope.original_content)
        beside.rename(self.folder / f"{number:06}.eml")
        return "250 OK"


class Closing(Accept):
    """Has no time for anybody (421), and says goodbye."""

    async def handle_MAIL(self, server, session, envelope, address, options) -> str:
        return "421 4.3.2 Closing"


class Later(Accept):
    """Takes what it is offered again (greylisting): 451 the first time, 250 from then on."""

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(name, folder)
        self.seen: set[str] = set()

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        if address not in self.seen:
            self.seen.add(address)
            return "451 4.7.1 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"


class Never(Accept):
    """Always 451."""

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        return "451 4.7.1 Try again later"


class Unknown(Accept):
    """Knows nobody (550)."""

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        return "550 5.1.1 No such mailbox"


class Disliking(Accept):
    """Does not like what it is sent (554)."""

    async def handle_DATA(self, server, session, envelope) -> str:
        return "554 5.6.0 Not this letter"


class Distrusting(Accept):
    """Does not take anything from us (553 to the sender)."""

    async def handle_MAIL(self, server, session, envelope, address, options) -> str:
        return "553 5.7.1 Not from you"


class Dying(Accept):
    """Dies when it has the whole letter."""

    async def handle_DATA(self, server, session, envelope) -> str:
        server.transport.abort()
        return "250 OK"


class Slow(Accept):
    """Needs longer than anybody waits."""

    async def handle_DATA(self, server, session, envelope) -> str:
        await asyncio.sleep(60)
        return "250 OK"


def known(server, session, envelope, mechanism, data) -> AuthResult:
    # Not handled: the server itself answers a wrong secret, with 535.
    return AuthResult(success=(data.login, data.password) == (USER, SECRET), handled=False)


WAYS = {
    "accept": (Accept, {"enable_SMTPUTF8": True}),
    "ascii": (Accept, {"enable_SMTPUTF8": False}),
    "closing": (Closing, {}),
    "later": (Later, {}),
    "never": (Never, {}),
    "unknown": (Unknown, {}),
    "disliking": (Disliking, {}),
    "distrusting": (Distrusting, {}),
    "dying": (Dying, {}),
    "slow": (Slow, {}),
    "starttls": (Accept, {"require_starttls": True}),
    "login": (Accept, {"require_starttls": True, "auth_required": True, "authenticator": known}),
    "tls": (Accept, {}),
}


def certificate(folder: Path) -> ssl.SSLContext:
    """A certificate of this run for the loopback address, in the folder and as what a server needs."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "relay of the tests")])
    now = datetime.datetime.now(datetime.UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    whole = folder / "relay.key"
    whole.touch(mode=0o600)
    whole.write_bytes(secret + pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(whole)
    whole.unlink()
    (folder / "relay.pem").write_bytes(pem)
    return context


async def serve(folder: Path, ports: dict[str, int]) -> None:
    tls = certificate(folder)
    loop = asyncio.get_running_loop()
    for name, port in ports.items():
        way, options = WAYS[name]
        handler = way(name, folder)
        if options.get("require_starttls"):
            options = {**options, "tls_context": tls}

        def session(handler=handler, options=options) -> SMTP:
            return SMTP(handler, hostname="relay.example", loop=loop, **options)

        await loop.create_server(session, "127.0.0.1", port, ssl=tls if name == "tls" else None)
    await asyncio.Event().wait()


def main() -> None:
    os.umask(0o077)
    folder, *named = sys.argv[1:]
    ports = {name: int(port) for name, port in (one.split("=") for one in named)}
    asyncio.run(serve(Path(folder), ports))


if __name__ == "__main__":
    main()
