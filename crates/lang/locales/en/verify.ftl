# Verification: what is said of format, seal and validity.

verify-name-format = Format
verify-name-seal = Seal
verify-name-validity = Validity

verify-group-format = { $outcome ->
    [holds] The file is technically sound.
    [fails] The file breaks the rules of its format.
   *[open] The format cannot be judged completely.
}
verify-group-seal = { $outcome ->
    [holds] Sealed by { $sealer }. Nothing was changed since.
    [fails] The seal does not hold. The content may have been changed after sealing, or the seal belongs to something else.
    [trial] The seal is intact, but only a trial: it proves nothing.
    [absent] The file has no electronic seal. Its origin and authenticity cannot be guaranteed.
   *[open] The seal cannot be verified completely.
}
verify-group-validity = { $outcome ->
    [holds] The micro-credential is valid.
    [revoked] The micro-credential was revoked.
    [superseded] The micro-credential was replaced by a corrected one.
    [fails] The micro-credential is not valid.
   *[open] Whether the micro-credential is still valid cannot be told.
}

verify-format-profile-rules = { $violations ->
    [0] The data follow the European format for digital credentials (EDC).
    [one] The data break { $violations } rule of the European format (EDC).
   *[other] The data break { $violations } rules of the European format (EDC).
}
verify-format-attachment = { $outcome ->
    [holds] The PDF carries the micro-credential's data file.
    [fails] The PDF carries a data file that cannot be read.
   *[open] The PDF does not carry a micro-credential's data file.
}
verify-format-same-credential = { $outcome ->
    [holds] The PDF describes the same micro-credential as the data file inside it.
    [fails] The PDF describes another micro-credential than the data file inside it.
   *[open] The PDF does not say of itself which micro-credential it describes.
}

verify-seal-present = { $outcome ->
    [holds] { $part ->
        [document] The PDF has an electronic seal.
        [embedded] The data file inside the PDF has an electronic seal.
       *[credential] The data file has an electronic seal.
    }
   *[open] { $part ->
        [document] The PDF has no electronic seal.
       *[credential] The data file has no electronic seal.
    }
}
verify-seal-structure = { $outcome ->
    [holds] The seal is written as the standard says.
    [fails] The seal is not written as the standard says.
   *[open] The form of the seal cannot be judged.
}
verify-seal-byte-range = { $outcome ->
    [holds] The seal covers the whole document.
    [fails] The seal does not cover the whole document.
   *[open] What the seal covers cannot be told.
}
verify-seal-integrity = { $outcome ->
    [holds] { $part ->
        [document] The PDF was not changed since it was sealed.
        [embedded] The data file inside the PDF was not changed since it was sealed.
       *[credential] The data file was not changed since it was sealed.
    }
    [fails] { $part ->
        [document] The content of the PDF does not match the seal: it may have been changed.
        [embedded] The content of the data file inside the PDF does not match the seal: it may have been changed.
       *[credential] The content of the data file does not match the seal: it may have been changed.
    }
   *[open] Whether anything was changed cannot be told.
}
verify-seal-changes-after = { $outcome ->
    [holds] Nothing but time stamps was added after sealing.
    [fails] Other content was added to the document after sealing.
   *[open] What was added after sealing cannot be told.
}
verify-seal-signer = { $outcome ->
    [holds] The seal names the certificate of the sealing organisation without doubt.
    [fails] The seal names another certificate than the one it was made with.
   *[open] The certificate of the sealing organisation cannot be determined.
}
verify-seal-chain = { $outcome ->
    [holds] The certificate was issued by an authority that this verifier trusts.
    [fails] The certificate does not meet the conditions for a seal.
   *[open] The certificate leads to no authority that this verifier trusts.
}
verify-seal-certificate-validity = { $outcome ->
    [holds] The certificate was valid at the relevant time.
    [fails] The certificate was not yet valid at the relevant time.
   *[open] It cannot be proved that the seal was made while the certificate was valid.
}
verify-seal-revocation = { $outcome ->
    [holds] The certificate was not revoked.
    [fails] The certificate was revoked.
   *[open] Whether the certificate was revoked has not been checked yet.
}
verify-seal-algorithms = { $outcome ->
    [holds] The algorithms were secure at the relevant time.
    [fails] The algorithms are not secure.
   *[open] The algorithms cannot be accepted as secure.
}
verify-seal-signature-stamp = { $outcome ->
    [holds] A time stamp proves when the seal was made at the latest.
    [fails] The time stamp of the seal does not hold.
   *[open] The time stamp of the seal cannot be verified.
}
verify-seal-content-stamp = { $outcome ->
    [holds] The time stamp of the content holds.
    [fails] The time stamp of the content does not hold.
   *[open] The time stamp of the content cannot be verified.
}
verify-seal-archive-stamp = { $outcome ->
    [holds] The archive time stamp holds.
    [fails] The archive time stamp does not hold.
   *[open] The archive time stamp cannot be verified.
}
verify-seal-baseline = { $outcome ->
    [holds] The seal follows the baseline profile of the European standard.
    [fails] The seal does not follow the baseline profile of the European standard.
   *[open] The seal departs from the baseline profile of the European standard.
}
verify-seal-qualification = { $outcome ->
    [holds] The seal is a qualified one.
    [fails] The seal is not a qualified one.
   *[open] Whether the seal is a qualified one has not been checked yet.
}
verify-seal-issuer-certificate = { $outcome ->
    [holds] The issuer named in the data is the organisation in the certificate: { $certificate }.
    [fails] The issuer named in the data ({ $issuer }) is not the organisation in the certificate ({ $certificate }).
   *[open] The issuer named in the data cannot be compared with the certificate.
}
verify-seal-same-sealer = { $outcome ->
    [holds] The PDF and the data file inside it were sealed by the same organisation.
    [fails] The PDF and the data file inside it were sealed by different organisations.
   *[open] Who sealed the PDF and who the data file inside it cannot be compared.
}
verify-seal-trial = The seal is a trial: it leads to a test root and proves nothing.

verify-validity-from = { $outcome ->
    [holds] Valid from { $from }.
    [fails] Valid only from { $from }.
   *[open] The beginning of validity is not stated.
}
verify-validity-expiry = { $outcome ->
    [never] Valid without limit of time.
    [holds] Valid until { $until }.
    [fails] The validity ended on { $until }.
   *[open] The end of validity cannot be told.
}
verify-validity-status = { $kind ->
    [holds] By the issuer's list of { $as_of } it was neither revoked nor replaced.
    [revoked] By the issuer's list of { $as_of } it was revoked.
    [superseded] By the issuer's list of { $as_of } it was replaced by a corrected one.
    [none-named] The file does not say where the issuer would announce a revocation.
    [unreachable] The list in which the issuer announces revocations could not be reached. Please try again later.
    [offline] The list in which the issuer announces revocations was not asked for.
    [stale] The list in which the issuer announces revocations is out of date. Please try again later.
   *[other] The list in which the issuer should announce revocations cannot be trusted.
}

verify-who = { $part ->
    [document] The PDF was sealed by { $sealer }.
    [embedded] The data file inside the PDF was sealed by { $sealer }.
   *[credential] The data file was sealed by { $sealer }.
}
verify-who-for = { $part ->
    [document] The PDF was sealed by { $sealer } by mandate; the micro-credential was awarded by another body: { $bodies }.
    [embedded] The data file inside the PDF was sealed by { $sealer } by mandate; the micro-credential was awarded by another body: { $bodies }.
   *[credential] The data file was sealed by { $sealer } by mandate; the micro-credential was awarded by another body: { $bodies }.
}
verify-who-unknown = { $part ->
    [document] Who sealed the PDF cannot be told.
    [embedded] Who sealed the data file inside the PDF cannot be told.
   *[credential] Who sealed the data file cannot be told.
}
verify-when-proven = A time stamp proves that the seal existed on { $when }.
verify-when-claimed = By the sealing organisation's word the seal was made on { $when }; no time stamp proves it.

verify-unreadable-empty = The file is empty. Please choose a micro-credential's .jsonld file or PDF.
verify-unreadable-too-large = The file is larger than { $megabytes } MB, the most that is verified here.
verify-unreadable-encoding = The file is not text in UTF-8: byte { $byte } is wrong.
verify-unreadable-archive = The file is an archive or an office document. Unpack it and choose the micro-credential's .jsonld file or PDF.
verify-unreadable-picture = The file is a picture. A picture has no seal; ask the holder for the .jsonld file, the PDF or a link.
verify-unreadable-markup = The file is a web page or XML. Please choose a micro-credential's .jsonld file or PDF.
verify-unreadable-text = The file is text, but not a micro-credential. Please choose a micro-credential's .jsonld file or PDF.
verify-unreadable-unknown = The file is neither a micro-credential (.jsonld) nor a PDF.
verify-unreadable-json = The data file is damaged: its JSON is wrong near byte { $byte }.
verify-unreadable-member = The seal in the file is not well formed: “{ $member }” is missing or wrong.
verify-unreadable-signatures = { $count ->
    [0] The file has the form of a sealed file, but there is no seal in it.
   *[other] The file has { $count } seals; a micro-credential has exactly one.
}
verify-unreadable-detached = The file holds a seal only, without the content that was sealed.
verify-unreadable-pdf = The PDF file is damaged or incomplete.
verify-unreadable-pdf-byte = The PDF file is damaged near byte { $byte }.
verify-unreadable-pdf-encrypted = The PDF file is encrypted. Save it without a password and try again.
verify-unreadable-pdf-limit = The PDF file is more complex than what is verified here.
