"""Says what EN 319 102-1 concludes about the seals of PDF files, as pyHanko carries it out.

usage: judge_indication.py [--trust PEM]... [--other PEM]... [--at TIME]... [--online] FILE.pdf...

Prints one line of JSON for each seal and moment, in the form that interop/dss prints. Which process of the standard is carried out
follows from the file: 5.3 for a seal without stamp, 5.5 with one, 5.6 once a document time-stamp follows. Without --online nothing is
fetched; revocation is asked about either way.
"""

import argparse
import asyncio
import dataclasses
import importlib.metadata
import json
import logging
import pathlib
import time
import warnings
from datetime import datetime

import aiohttp
from asn1crypto import crl, ocsp
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY
from pyhanko.sign.validation.ades import ades_basic_validation, ades_lta_validation, ades_with_time_validation
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import REQUIRE_REVINFO, CertRevTrustPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer, OCSPContainer

JUDGE = f"pyHanko {importlib.metadata.version('pyhanko')}"
WORDS = {"AdESPassed": "TOTAL_PASSED", "AdESFailure": "TOTAL_FAILED", "AdESIndeterminate": "INDETERMINATE"}


def specification(given: argparse.Namespace, session: aiohttp.ClientSession | None) -> SignatureValidationSpec:
    """Whom to trust, what is known beside the file, and by which session more may be fetched."""
    policy = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=[load_cert_from_pemder(path) for path in given.trust]),
        revinfo_policy=CertRevTrustPolicy(REQUIRE_REVINFO),
    )
    if session is None:
        gathering = RevocationInfoGatheringSpec(online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY)
    else:
        gathering = RevocationInfoGatheringSpec(fetcher_backend=AIOHttpFetcherBackend(session))
    # Whoever trusts a root has it: without it, pyHanko cannot tell who issued a revocation list of the past.
    known = LocalKnowledge(known_certs=[load_cert_from_pemder(path) for path in given.trust + given.other])
    return SignatureValidationSpec(
        cert_validation_policy=policy, revinfo_gathering_policy=gathering, local_knowledge=known
    )


def with_store(specification: SignatureValidationSpec, reader: PdfFileReader) -> SignatureValidationSpec:
    """What stands in the document security store, for the processes that know only CMS."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return specification
    known = specification.local_knowledge
    known = LocalKnowledge(
        known_certs=[*known.known_certs, *store.load_certs()],
        known_ocsps=[
            container
            for stream in store.ocsps
            for container in OCSPContainer.load_multi(ocsp.OCSPResponse.load(stream.get_object().data))
        ],
        known_crls=[CRLContainer(crl.CertificateList.load(stream.get_object().data)) for stream in store.crls],
    )
    return dataclasses.replace(specification, local_knowledge=known)


async def conclude(
    seal: EmbeddedPdfSignature, reader: PdfFileReader, specification: SignatureValidationSpec, at: datetime | None
):
    timing = ValidationTimingInfo(at, at, point_in_time_validation=False) if at else None
    seal.compute_integrity_info(diff_policy=DEFAULT_DIFF_POLICY)
    if any(stamp.signed_revision > seal.signed_revision for stamp in reader.embedded_timestamp_signatures):
        whole = PdfSignatureValidationSpec(specification, diff_policy=DEFAULT_DIFF_POLICY)
        return await ades_lta_validation(seal, whole, timing_info=timing)
    stamped = any(
        attribute["type"].native == "signature_time_stamp_token"
        for attribute in seal.signer_info["unsigned_attrs"] or []
    )
    process = ades_with_time_validation if stamped else ades_basic_validation
    known = with_store(specification, reader)
    return await process(seal.signed_data, known, timing_info=timing, raw_digest=seal.compute_digest())


async def judge(path: pathlib.Path, given: argparse.Namespace, at: datetime | None) -> list[dict]:
    moment = at and at.strftime("%Y-%m-%dT%H:%M:%SZ")
    heading = {"file": path.name, "judge": JUDGE, "at": moment}
    lines = []
    # The test authority is told what time it is.
    session = aiohttp.ClientSession(headers={"X-Certomancer-Fake-Time": moment} if moment else None)
    try:
        rules = specification(given, session if given.online else None)
        with path.open("rb") as file:
            reader = PdfFileReader(file, strict=True)
            for number, seal in enumerate(reader.embedded_regular_signatures):
                result = await conclude(seal, reader, rules, at)
                word, _, sub = str(result.ades_subindic).partition(".")
                verdict = {"indication": WORDS[word], "sub_indication": None if sub == "OK" else sub}
                errors = [result.failure_msg] if result.failure_msg else []
                lines.append({**heading, "signature": number, **verdict, "errors": errors})
    except Exception as error:  # whatever a broken file makes pyHanko say is a verdict about that file
        return [{**heading, "error": f"{type(error).__name__}: {error}"}]
    finally:
        await session.close()
    return lines or [{**heading, "error": "no signature found"}]


async def bench(path: pathlib.Path, given: argparse.Namespace) -> dict:
    """How many validations a second this one thread makes, after a warm-up."""
    at = given.at[0] if given.at else None
    await judge(path, given, at)
    start, busy = time.perf_counter(), time.process_time()
    for _ in range(given.bench):
        lines = await judge(path, given, at)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    passed = sum(line.get("indication") == "TOTAL_PASSED" for line in lines)
    pace = {"count": given.bench, "seconds": seconds, "per_second": given.bench / seconds}
    pace["per_second_of_processor"] = given.bench / busy
    return {"file": path.name, "judge": JUDGE, "valid_signatures": passed, **pace}


async def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    for name in ("--trust", "--other"):
        arguments.add_argument(name, action="append", default=[])
    arguments.add_argument("--at", action="append", default=[], type=datetime.fromisoformat)
    arguments.add_argument("--online", action="store_true")
    arguments.add_argument("--bench", type=int, metavar="COUNT", help="judge each file so often, and say how fast")
    arguments.add_argument("files", nargs="+", type=pathlib.Path)
    given = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.filterwarnings("ignore")

    if given.bench:
        for path in given.files:
            print(json.dumps(await bench(path, given)), flush=True)
        return
    for path in given.files:
        for at in given.at or [None]:
            for line in await judge(path, given, at):
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
