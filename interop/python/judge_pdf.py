"""Judges the seals of PDF files with pyHanko, which shares no code with Signet.

usage: judge_pdf.py --trust ROOT.pem FILE.pdf...

Prints `ok WHAT` or `not ok WHAT` for each check (Test Anything Protocol). Exit status 1 if any check failed.
Certificates beside the root come from the file itself. Revocation is asked about where the file is archived (B-LTA): then
the file alone must hold everything. Nothing is fetched.
"""

import argparse
import asyncio
import logging
import pathlib
import sys
from collections.abc import Iterator

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.ades import ades_basic_validation, ades_lta_validation, ades_with_time_validation
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import NO_REVOCATION, REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

Check = tuple[str, bool, str]


async def judge_seal(seal: EmbeddedPdfSignature, roots: list, archived: bool) -> list[Check]:
    """What EN 319 142-1 asks of a baseline seal, and what EN 319 102-1 concludes about it."""
    context = ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail")
    # A seal certificate may carry digitalSignature, nonRepudiation or both (EN 319 412-3).
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    status = await async_validate_pdf_signature(
        seal, signer_validation_context=context, ts_validation_context=context, key_usage_settings=usage
    )
    attributes = {attribute["type"].native for attribute in seal.signer_info["signed_attrs"]}
    subfilter = str(seal.sig_object.get("/SubFilter"))
    checks = [
        ("digest matches the bytes", status.intact, ""),
        ("signature value", status.valid, ""),
        ("chain to the root", status.trusted, ""),
        ("SubFilter", subfilter == "/ETSI.CAdES.detached", subfilter),
        coverage(status, archived),
        ("signing-certificate-v2", "signing_certificate_v2" in attributes, ", ".join(sorted(attributes))),
        ("time only in /M", "signing_time" not in attributes and "/M" in seal.sig_object, ""),
    ]
    stamped = any(
        attribute["type"].native == "signature_time_stamp_token"
        for attribute in seal.signer_info["unsigned_attrs"] or []
    )
    if stamped:
        stamp = status.timestamp_validity
        checks.append(("time stamp", stamp is not None and stamp.valid and stamp.intact and stamp.trusted, str(stamp)))
    checks.append(await (preserved(seal, roots) if archived else conclusion(seal, roots, stamped)))
    return checks


def coverage(status, archived: bool) -> Check:
    """The whole file; where it is archived, a whole revision, with nothing but evidence after it."""
    if not archived:
        return ("covers the whole file", status.coverage == SignatureCoverageLevel.ENTIRE_FILE, str(status.coverage))
    whole = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    evidence = status.modification_level == ModificationLevel.LTA_UPDATES
    return ("only evidence after it", whole and evidence, f"{status.coverage}, {status.modification_level}")


async def judge_stamp(stamp: EmbeddedPdfSignature, roots: list) -> Check:
    """A document time-stamp (EN 319 142-1 § 5.4.3)."""
    context = ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail")
    status = await async_validate_pdf_timestamp(stamp, context)
    _, whole, evidence = coverage(status, status.coverage != SignatureCoverageLevel.ENTIRE_FILE)
    sound = status.valid and status.intact and status.trusted
    return ("document time-stamp", sound and whole, f"{status.summary()}, {evidence}")


async def preserved(seal: EmbeddedPdfSignature, roots: list) -> Check:
    """The indication of EN 319 102-1 § 5.6, from what is in the file: chains, revocation, every time stamp."""
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    specification = SignatureValidationSpec(
        cert_validation_policy=policy,
        revinfo_gathering_policy=RevocationInfoGatheringSpec(
            online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
        ),
        local_knowledge=LocalKnowledge(),
    )
    result = await ades_lta_validation(
        seal, PdfSignatureValidationSpec(specification, diff_policy=DEFAULT_DIFF_POLICY)
    )
    indication = str(result.ades_subindic)
    passed = indication == "AdESPassed.OK"
    return ("EN 319 102-1 concludes PASSED, archived", passed, f"{indication} {result.failure_msg or ''}")


async def conclusion(seal: EmbeddedPdfSignature, roots: list, stamped: bool) -> Check:
    """The indication of EN 319 102-1 § 5.3, or § 5.5 when a time stamp proves when the seal was made."""
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        revinfo_policy=CertRevTrustPolicy(NO_REVOCATION),
    )
    specification = SignatureValidationSpec(
        cert_validation_policy=policy,
        revinfo_gathering_policy=RevocationInfoGatheringSpec(
            online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
        ),
        local_knowledge=LocalKnowledge(),
    )
    process = ades_with_time_validation if stamped else ades_basic_validation
    result = await process(seal.signed_data, specification, raw_digest=seal.compute_digest())
    indication = str(result.ades_subindic)
    return ("EN 319 102-1 concludes PASSED", indication == "AdESPassed.OK", indication)


def judge_file(path: pathlib.Path, roots: list) -> Iterator[Check]:
    try:
        with path.open("rb") as file:
            reader = PdfFileReader(file, strict=True)
            seals, stamps = reader.embedded_regular_signatures, reader.embedded_timestamp_signatures
            yield ("has a seal", bool(seals), f"{len(seals)} seals")
            for seal in seals:
                yield from asyncio.run(judge_seal(seal, roots, bool(stamps)))
            for stamp in stamps:
                yield asyncio.run(judge_stamp(stamp, roots))
    except Exception as error:  # whatever a broken file makes pyHanko say is a verdict about that file
        yield ("is read", False, f"{type(error).__name__}: {error}")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--trust", required=True, type=pathlib.Path)
    arguments.add_argument("files", nargs="+", type=pathlib.Path)
    given = arguments.parse_args()
    logging.disable(logging.CRITICAL)

    roots = list(load_certs_from_pemder([str(given.trust)]))
    failures = 0
    for path in given.files:
        for name, holds, evidence in judge_file(path, roots):
            failures += not holds
            why = "" if holds or not evidence else f": {evidence}"
            print(f"{'ok' if holds else 'not ok'} {path.name}: {name}{why}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
