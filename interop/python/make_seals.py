"""Makes sealed PDF files as pyHanko makes them, and variants that other software is known to write, for whoever is to judge them.

usage: make_seals.py FOLDER KEYS ROOT AUTHORITY

FOLDER holds plain.pdf; KEYS the PKCS#12 files of the test authority (password `test`), ROOT its root, AUTHORITY its address. Writes the files
and manifest-pyhanko.jsonl into FOLDER, one line for each file that says what it is and what must be said of it.
"""

import asyncio
import importlib.metadata
import io
import json
import logging
import pathlib
import sys

import aiohttp
from asn1crypto import cms
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import api
from pyhanko.sign.timestamps.aiohttp_client import AIOHttpTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend

MAKER = f"pyHanko {importlib.metadata.version('pyhanko')}"
# Room for a message with a time stamp, and for the same message written at greater length.
ROOM = 32_768
PADES, CMS = fields.SigSeedSubFilter.PADES, fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED


class Maker:
    def __init__(self, folder: pathlib.Path, keys: pathlib.Path, root: str, authority: str, session: aiohttp.ClientSession):
        self.folder, self.keys, self.session = folder, keys, session
        self.plain = (folder / "plain.pdf").read_bytes()
        self.root = load_cert_from_pemder(root)
        self.stamps = f"{authority}/signet/tsa/tsa-ec"
        self.lines: list[dict] = []

    def signer(self, name: str) -> signers.SimpleSigner:
        signer = signers.SimpleSigner.load_pkcs12(str(self.keys / f"{name}.pfx"), passphrase=b"test")
        assert signer, name
        return signer

    def context(self) -> ValidationContext:
        """What LT and LTA files are filled from."""
        backend = AIOHttpFetcherBackend(self.session)
        return ValidationContext(
            trust_roots=[self.root], allow_fetching=True, fetcher_backend=backend, revocation_mode="require"
        )

    async def seal(self, source: bytes, key: str, level: str, field: str = "Seal", **more) -> bytes:
        writer = IncrementalPdfFileWriter(io.BytesIO(source))
        long_term = {"embed_validation_info": True, "validation_context": self.context()} if "LT" in level else {}
        meta = signers.PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=more.pop("subfilter", PADES),
            use_pades_lta=level == "LTA",
            **long_term,
            **more,
        )
        stamper = AIOHttpTimeStamper(self.stamps, session=self.session) if level != "B" else None
        signer = signers.PdfSigner(meta, self.signer(key), timestamper=stamper)
        sealed = await signer.async_sign_pdf(writer, bytes_reserved=ROOM)
        return sealed.getvalue()

    def put(self, name: str, data: bytes, level: str, algorithm: str, about: str, expected: str = "TOTAL_PASSED"):
        file = f"pyhanko-{name}.pdf"
        (self.folder / file).write_bytes(data)
        self.lines.append(
            {"file": file, "form": "pades", "level": level, "algorithm": algorithm, "purpose": "other", "maker": MAKER,
             "about": about, "expected": expected}
        )  # fmt: skip

    async def all(self):
        made = {}
        for level in ("B", "T", "LT", "LTA"):
            for key, algorithm in (("seal-ec", "ES256"), ("seal-rsa", "RS256")):
                made[level, key] = await self.seal(self.plain, key, level)
                self.put(f"{level}-{key}", made[level, key], f"B-{level}", algorithm, "invisible field")
        basic, archived = made["B", "seal-ec"], made["LTA", "seal-ec"]

        self.put("plain-cms", await self.seal(self.plain, "seal-ec", "B", subfilter=CMS), "none", "ES256", "`adbe.pkcs7.detached`")
        twice = await self.seal(await self.seal(self.plain, "seal-ec", "LT"), "seal-rsa", "B", field="Second")
        self.put("twice", twice, "B-LT", "ES256", "a second seal after B-LT")
        for number, about in ((-1, "negative nonce in the stamp"), (-(2**63), "nonce of -2^63 in the stamp")):
            self.put(f"nonce-{-number}", await self.with_nonce(number), "B-T", "ES256", about)
        # PAdES wants DER (EN 319 142-1, 6.3), so it is sound and of no baseline level.
        self.put("ber", ber(basic), "none", "ES256", "message in BER, lengths indefinite")
        self.put("ber-stamped", ber(made["T", "seal-ec"]), "none", "ES256", "message in BER, lengths indefinite, with a stamp")

        self.put("changed", flipped(basic), "B-B", "ES256", "one byte of the document changed", "TOTAL_FAILED")
        self.put("stamp-broken", stamp_broken(archived), "B-LT", "ES256", "archive stamp broken")
        manifest = self.folder / "manifest-pyhanko.jsonl"
        manifest.write_text("".join(json.dumps(line) + "\n" for line in self.lines))

    async def with_nonce(self, nonce: int) -> bytes:
        """A stamp answers with the nonce of its request, which need not be a positive number."""
        drawn, api.get_nonce = api.get_nonce, lambda: nonce
        try:
            return await self.seal(self.plain, "seal-ec", "T")
        finally:
            api.get_nonce = drawn



def contents(data: bytes) -> tuple[int, int]:
    """Where the digits of the first signature's message are."""
    start = data.index(b"/Contents <") + len(b"/Contents <")
    return start, data.index(b">", start)


def ber(data: bytes) -> bytes:
    """The same file with the message's outermost constructions of indefinite length, as streaming software writes them."""
    start, end = contents(data)
    padded = bytes.fromhex(data[start:end].decode())
    message = cms.ContentInfo.load(padded, strict=False)
    signed = message["content"]
    inner = b"".join(signed[name].dump() for name in ("version", "digest_algorithms", "encap_content_info"))
    certificates = signed["certificates"].dump()
    inner += indefinite(certificates[0], body(certificates)) + signed["signer_infos"].dump()
    whole = indefinite(0x30, message["content_type"].dump() + indefinite(0xA0, indefinite(0x30, inner)))
    digits = whole.hex().encode().ljust(end - start, b"0")
    assert len(digits) == end - start, "the message outgrew its room"
    return data[:start] + digits + data[end:]


def body(element: bytes) -> bytes:
    """What is in an element whose tag has one byte."""
    length = element[1]
    return element[2:] if length < 0x80 else element[2 + (length & 0x7F) :]


def indefinite(tag: int, content: bytes) -> bytes:
    return bytes([tag, 0x80]) + content + b"\0\0"


def flipped(data: bytes) -> bytes:
    """One letter of the title in the document's metadata is another one; nothing else notices."""
    place = data.index(b"/MediaBox")
    return data[:place] + b"/MediaBoz" + data[place + len(b"/MediaBox") :]


def stamp_broken(data: bytes) -> bytes:
    """One digit deep inside the newest stamp, where its signature is, is another one."""
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    end = data.index(b">", start)
    used = len(data[start:end].rstrip(b"0"))
    place = start + used - 40
    other = b"1" if data[place : place + 1] != b"1" else b"2"
    return data[:place] + other + data[place + 1 :]


async def main() -> None:
    folder, keys, root, authority = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    async with aiohttp.ClientSession() as session:
        await Maker(pathlib.Path(folder), pathlib.Path(keys), root, authority, session).all()


if __name__ == "__main__":
    asyncio.run(main())
