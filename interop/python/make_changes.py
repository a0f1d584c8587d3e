"""Makes sealed PDFs with pyHanko and changes them afterwards, form by form; says what pyHanko finds of the first seal of each.

usage: make_changes.py FOLDER

Writes NAME.pdf for each form, and root.pem, whose key is forgotten at the end. Prints one line of JSON for each file:
{"file": NAME, "accepted": whether pyHanko takes the seal and what came after it, "level": how it calls that, "coverage": what the seal covers}.
"""

import argparse
import asyncio
import datetime
import io
import json
import logging
import pathlib
from collections.abc import Callable, Iterator

from asn1crypto import keys, x509
from asn1crypto.cms import ContentInfo
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.generic import pdf_string as text
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

PADES = SigSeedSubFilter.PADES
WHEN = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.timezone.utc)


class Authority:
    """A root with a sealer and a time-stamp authority under it."""

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = self.called("Test Root")
        self.root = self.certify(self.name, self.key, authority=True)
        sealer, stamper = ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65_537, 2_048)
        self.sealer = self.signer(self.certify(self.called("Test Seal"), sealer), sealer)
        stamping = self.certify(self.called("Test Stamps"), stamper, stamps=True)
        self.stamper = timestamps.DummyTimeStamper(self.parsed(stamping), self.private(stamper))

    @staticmethod
    def called(common: str) -> certificates.Name:
        parts = [(NameOID.COUNTRY_NAME, "CZ"), (NameOID.ORGANIZATION_NAME, "Test"), (NameOID.COMMON_NAME, common)]
        return certificates.Name([certificates.NameAttribute(kind, value) for kind, value in parts])

    def certify(self, subject, key, authority: bool = False, stamps: bool = False) -> certificates.Certificate:
        usage = dict.fromkeys(
            ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
             "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"], False)
        usage |= {"key_cert_sign": True, "crl_sign": True} if authority else {"digital_signature": True}
        made = (
            certificates.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(certificates.random_serial_number())
            .not_valid_before(datetime.datetime(2025, 1, 1))
            .not_valid_after(datetime.datetime(2035, 1, 1))
            .add_extension(certificates.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(certificates.KeyUsage(**usage), critical=True)
        )
        if stamps:
            made = made.add_extension(certificates.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        return made.sign(self.key, hashes.SHA256())

    @staticmethod
    def parsed(certificate: certificates.Certificate) -> x509.Certificate:
        return x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))

    @staticmethod
    def private(key) -> keys.PrivateKeyInfo:
        plain = serialization.NoEncryption()
        return keys.PrivateKeyInfo.load(
            key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, plain))

    def signer(self, certificate, key) -> SimpleSigner:
        store = SimpleCertificateStore()
        store.register(self.parsed(self.root))
        return SimpleSigner(self.parsed(certificate), self.private(key), store)


def document(streams: bool) -> bytes:
    """One page, with a form: a text field, an empty visible signature field, an empty invisible one; and a note."""
    writer = PdfFileWriter(stream_xrefs=streams)
    content = writer.add_object(generic.StreamObject(stream_data=b"0 0 m 100 100 l S"))
    page = PageObject(contents=content, media_box=generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842))))
    reference = writer.insert_page(page)
    appearance = writer.add_object(generic.StreamObject(
        {name("/Type"): name("/XObject"), name("/Subtype"): name("/Form"), name("/BBox"): box(0, 0, 80, 20)},
        stream_data=b"/Tx BMC EMC"))
    grade = writer.add_object(generic.DictionaryObject({
        name("/Type"): name("/Annot"), name("/Subtype"): name("/Widget"), name("/FT"): name("/Tx"),
        name("/T"): text("grade"), name("/Rect"): box(10, 10, 90, 30), name("/P"): reference,
        name("/DA"): text("/Helv 0 Tf 0 g"), name("/AP"): generic.DictionaryObject({name("/N"): appearance})}))
    note = writer.add_object(generic.DictionaryObject({
        name("/Type"): name("/Annot"), name("/Subtype"): name("/Text"), name("/Rect"): box(100, 100, 120, 120),
        name("/Contents"): text("as sealed"), name("/P"): reference}))
    page[name("/Annots")] = generic.ArrayObject([grade, note])
    writer.root[name("/AcroForm")] = generic.DictionaryObject({name("/Fields"): generic.ArrayObject([grade])})
    fields.append_signature_field(writer, SigFieldSpec("there", on_page=0, box=(200, 10, 290, 30)))
    fields.append_signature_field(writer, SigFieldSpec("nowhere", on_page=0))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def box(*corners: int) -> generic.ArrayObject:
    return generic.ArrayObject(map(generic.NumberObject, corners))


def sealed(authority: Authority, file: bytes, field: str = "Seal", new: SigFieldSpec | None = None, **more) -> bytes:
    meta = signers.PdfSignatureMetadata(field_name=field, subfilter=PADES, md_algorithm="sha256", **more)
    writer = IncrementalPdfFileWriter(io.BytesIO(file), strict=False)
    signer = signers.PdfSigner(meta, authority.sealer, new_field_spec=new)
    return signer.sign_pdf(writer, in_place=False).getvalue()


def updated(change: Callable[[IncrementalPdfFileWriter], None]) -> Callable[[bytes], bytes]:
    """A change of single objects, as an incremental update."""

    def apply(file: bytes) -> bytes:
        writer = IncrementalPdfFileWriter(io.BytesIO(file), strict=False)
        change(writer)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    return apply


def root_entry(key: str, value: generic.PdfObject) -> Callable[[bytes], bytes]:
    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.root[name(key)] = value
        writer.update_root()

    return updated(change)


def page_of(writer: IncrementalPdfFileWriter) -> tuple[generic.IndirectObject, generic.DictionaryObject]:
    reference = writer.root["/Pages"]["/Kids"].raw_get(0)
    return reference, reference.get_object()


def page_entry(key: str, value: generic.PdfObject) -> Callable[[bytes], bytes]:
    def change(writer: IncrementalPdfFileWriter) -> None:
        reference, page = page_of(writer)
        page[name(key)] = value
        writer.mark_update(reference)

    return updated(change)


def content(writer: IncrementalPdfFileWriter) -> None:
    reference, page = page_of(writer)
    page[name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"0 0 m 9 9 l S"))
    writer.mark_update(reference)


def annotated(writer: IncrementalPdfFileWriter) -> None:
    reference, page = page_of(writer)
    stamp = writer.add_object(generic.DictionaryObject({
        name("/Type"): name("/Annot"), name("/Subtype"): name("/FreeText"), name("/Rect"): box(0, 0, 595, 842),
        name("/Contents"): text("forged"), name("/DA"): text("/Helv 20 Tf 0 g")}))
    page["/Annots"].append(stamp)
    writer.mark_update(reference)
    writer.update_container(page["/Annots"])


def form_of(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    form = writer.root["/AcroForm"]
    writer.update_container(form)
    writer.update_root()
    return form


def defaults(writer: IncrementalPdfFileWriter) -> None:
    form = form_of(writer)
    helvetica = writer.add_object(generic.DictionaryObject({
        name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"), name("/BaseFont"): name("/Helvetica")}))
    fonts = generic.DictionaryObject({name("/Helv"): helvetica})
    form[name("/DR")] = generic.DictionaryObject({name("/Font"): fonts})
    form[name("/DA")] = text("/Helv 0 Tf 0 g")


def anew(writer: IncrementalPdfFileWriter) -> None:
    form_of(writer)[name("/NeedAppearances")] = generic.BooleanObject(True)


def field(writer: IncrementalPdfFileWriter, called: str) -> tuple[generic.IndirectObject, generic.DictionaryObject]:
    references = [reference for reference in writer.root["/AcroForm"]["/Fields"]]
    all_fields = writer.root["/AcroForm"].raw_get("/Fields")
    all_fields = all_fields.get_object() if isinstance(all_fields, generic.IndirectObject) else all_fields
    for position in range(len(references)):
        reference = all_fields.raw_get(position)
        if reference.get_object()["/T"] == called:
            return reference, reference.get_object()
    raise KeyError(called)


def filled(writer: IncrementalPdfFileWriter) -> None:
    reference, grade = field(writer, "grade")
    grade[name("/V")] = text("A+")
    appearance = writer.add_object(generic.StreamObject(
        {name("/Type"): name("/XObject"), name("/Subtype"): name("/Form"), name("/BBox"): box(0, 0, 80, 20)},
        stream_data=b"/Tx BMC q 0 0 m 9 9 l S Q EMC"))
    grade[name("/AP")] = generic.DictionaryObject({name("/N"): appearance})
    writer.mark_update(reference)


def moved(writer: IncrementalPdfFileWriter) -> None:
    reference, grade = field(writer, "grade")
    grade[name("/Rect")] = box(10, 700, 90, 720)
    writer.mark_update(reference)


def another_field(writer: IncrementalPdfFileWriter) -> None:
    form = form_of(writer)
    form["/Fields"].append(writer.add_object(generic.DictionaryObject({
        name("/FT"): name("/Tx"), name("/T"): text("more"), name("/V"): text("x"), name("/Rect"): box(0, 0, 9, 9)})))
    writer.update_container(form["/Fields"])


def one_page_more(writer: IncrementalPdfFileWriter) -> None:
    stream = writer.add_object(generic.StreamObject(stream_data=b"0 0 m 9 9 l S"))
    writer.insert_page(PageObject(contents=stream, media_box=box(0, 0, 595, 842)))


def titled(writer: IncrementalPdfFileWriter) -> None:
    writer.set_info(writer.add_object(generic.DictionaryObject({name("/Title"): text("Doctor of all")})))


def stored(file: bytes, authority: Authority) -> bytes:
    out = io.BytesIO(file)
    certificate = authority.parsed(authority.root)
    DocumentSecurityStore.add_dss(out, sig_contents=None, certs=[certificate], force_write=True)
    return out.getvalue()


def stamped(file: bytes, authority: Authority) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(file), strict=False)
    stamper = signers.PdfTimeStamper(authority.stamper)
    return stamper.timestamp_pdf(writer, md_algorithm="sha256", validation_context=None).getvalue()


def loosened(der: bytes) -> bytes:
    """The outer layers of a message in indefinite lengths, as several signing libraries write them."""

    def head(data: bytes) -> int:
        return 2 if data[1] < 0x80 else 2 + (data[1] & 0x7F)

    def loose(data: bytes, inner: Callable[[bytes], bytes]) -> bytes:
        return data[:1] + b"\x80" + inner(data[head(data):]) + b"\0\0"

    message = ContentInfo.load(der)
    kind = message["content_type"].dump()
    explicit = der[head(der) + len(kind):]
    return loose(der, lambda _: kind + loose(explicit, lambda data: loose(data, lambda parts: parts)))


def external(authority: Authority, file: bytes, message: Callable[[bytes], bytes]) -> bytes:
    """Sealed with a message that `message` rewrites."""
    meta = signers.PdfSignatureMetadata(field_name="Seal", subfilter=PADES, md_algorithm="sha256")
    signer = signers.PdfSigner(meta, signer=authority.sealer)
    writer = IncrementalPdfFileWriter(io.BytesIO(file), strict=False)

    async def seal() -> bytes:
        prepared, _, out = await signer.async_digest_doc_for_signing(writer, bytes_reserved=16_384)
        made = await authority.sealer.async_sign(prepared.document_digest, "sha256", use_pades=True)
        prepared.fill_with_cms(out, message(made.dump()))
        return out.getvalue()

    return asyncio.run(seal())


def forms(authority: Authority) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every form by name."""
    for streams in (False, True):
        kind = "streams" if streams else "table"
        plain = sealed(authority, document(streams))
        yield f"{kind}-untouched", lambda plain=plain: plain
        yield f"{kind}-space-behind", lambda plain=plain: plain + b"\r\n\r\n"
        yield f"{kind}-store", lambda plain=plain: stored(plain, authority)
        yield f"{kind}-stamp", lambda plain=plain: stamped(plain, authority)
        yield f"{kind}-store-stamp-store", lambda plain=plain: stored(stamped(stored(plain, authority), authority), authority)
        yield f"{kind}-unseen-seal", lambda plain=plain: sealed(authority, plain, "Second")
        yield f"{kind}-seal-in-unseen-field", lambda plain=plain: sealed(authority, plain, "nowhere")
        yield f"{kind}-seal-in-visible-field", lambda plain=plain: sealed(authority, plain, "there")
        visible = SigFieldSpec("Second", on_page=0, box=(300, 10, 390, 30))
        yield f"{kind}-visible-seal", lambda plain=plain, visible=visible: sealed(authority, plain, "Second", visible)
        changes: list[tuple[str, Callable[[bytes], bytes]]] = [
            ("defaults", updated(defaults)), ("drawn-anew", updated(anew)), ("filled", updated(filled)),
            ("field-moved", updated(moved)), ("another-field", updated(another_field)),
            ("annotated", updated(annotated)), ("content", updated(content)), ("page", updated(one_page_more)),
            ("turned", page_entry("/Rotate", generic.NumberObject(180))),
            ("title", updated(titled)),
            ("version", root_entry("/Version", name("/2.0"))),
            ("open-action", root_entry("/OpenAction", generic.DictionaryObject(
                {name("/S"): name("/JavaScript"), name("/JS"): text("app.alert(1)")}))),
            ("language", root_entry("/Lang", text("cs"))),
        ]
        for called, change in changes:
            yield f"{kind}-{called}", lambda plain=plain, change=change: change(plain)
        for level in MDPPerm:
            certified = sealed(authority, document(streams), certify=True, docmdp_permissions=level)
            after = f"{kind}-p{level.value}"
            yield f"{after}-stamp", lambda file=certified: stamped(stored(file, authority), authority)
            if level is not MDPPerm.NO_CHANGES:  # pyHanko does not make what it would not accept
                yield f"{after}-unseen-seal", lambda file=certified: sealed(authority, file, "Second")
            yield f"{after}-filled", lambda file=certified: updated(filled)(file)
            yield f"{after}-annotated", lambda file=certified: updated(annotated)(file)
            yield f"{after}-content", lambda file=certified: updated(content)(file)
        lock = FieldMDPSpec(FieldMDPAction.INCLUDE, ["grade"])
        locking = SigFieldSpec("Seal", field_mdp_spec=lock, doc_mdp_update_value=None)
        locked = sealed(authority, document(streams), "Seal", locking)
        yield f"{kind}-locked-filled", lambda file=locked: updated(filled)(file)
        yield f"{kind}-locked-stamp", lambda file=locked: stamped(file, authority)
        yield f"{kind}-ber", lambda streams=streams: external(authority, document(streams), loosened)


def judged(file: bytes) -> dict:
    """What pyHanko says of the first seal; what it cannot read it does not take."""
    try:
        reader = PdfFileReader(io.BytesIO(file), strict=False)
        seal = reader.embedded_regular_signatures[0]
        seal.compute_integrity_info(diff_policy=DEFAULT_DIFF_POLICY)
        found = seal.summarise_integrity_info()
        result = found["diff_result"]
        level = result.modification_level.name if isinstance(result, DiffResult) else str(result)
        return {"accepted": bool(found["docmdp_ok"]), "level": level, "coverage": found["coverage"].name}
    except Exception as error:  # whatever a changed file makes it say is a verdict about that file
        return {"accepted": False, "level": f"{type(error).__name__}: {error}"}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=pathlib.Path)
    folder = arguments.parse_args().folder
    logging.disable(logging.CRITICAL)
    authority = Authority()
    (folder / "root.pem").write_bytes(authority.root.public_bytes(serialization.Encoding.PEM))
    for called, make in forms(authority):
        file = make()
        (folder / f"{called}.pdf").write_bytes(file)
        print(json.dumps({"file": called} | judged(file)))


if __name__ == "__main__":
    main()
