# Verification: what is said of format, seal and validity.

verify-name-format = Format
verify-name-seal = Seal
verify-name-validity = Validity

# $outcome: Outcome
verify-group-format = { $outcome ->
    [holds] The file is complete and follows the European standard.
    [fails] The file does not follow the European standard.
   *[open] The format cannot be fully assessed.
}
verify-group-seal = { $outcome ->
    [holds] Sealed by { $sealer }. Nothing has been changed since then.
    [changed] The content does not match the seal.
    [issuer] The seal does not belong to the issuer named in the file.
    [person] The file does not have the seal of an organisation.
    [fails] The seal is not valid.
    [test] The seal is intact, but only a test seal: it proves nothing.
    [absent] The file has no electronic seal. Its origin and authenticity cannot be confirmed.
   *[open] The seal cannot be fully verified.
}
verify-group-validity = { $outcome ->
    [holds] The micro-credential is valid.
    [revoked] The micro-credential has been revoked.
    [superseded] The micro-credential has been replaced by a corrected one.
    [fails] The micro-credential is not valid.
    [suspended] The micro-credential is suspended and not valid at the moment.
    [seal] Without a valid seal, validity cannot be assessed.
   *[open] It cannot be determined whether the micro-credential is still valid.
}
# What to do next when a file cannot be verified or is not valid
verify-remedy-wait = Try again in an hour. The file does not become invalid by this.
verify-remedy-go-online = Verify the file again with an internet connection.
verify-remedy-ask-holder = Ask the holder for the original file or for a link to the micro-credential.
verify-remedy-ask-issuer = Ask the university that issued the micro-credential. Waiting does not help.
verify-remedy-ask-who-vouches = The seal may be sound; there is only nobody to confirm it: ask the university what it seals with. Waiting does not help.

verify-source = { $kind ->
    [sealed] Sealed by { $sealer }.
    [unconfirmed] The file has a seal of { $sealer } that could not be fully verified.
    [changed] The file has a seal of { $sealer }, but its content does not match the seal.
    [person] The file was signed by a person, not sealed by an organisation: { $sealer }.
    [test] Test seal in the name of { $sealer }.
    [unknown] It cannot be determined who sealed the file.
   *[somebody] The file was sealed by someone who states the name { $sealer }. No authority that this verifier trusts confirms it.
}
verify-source-award = { $kind ->
    [same-body] The same organisation awarded the micro-credential.
    [statement] It seals under a mandate of the awarding body { $body }, which confirmed this under its own seal.
    [configured] It seals under a mandate of the awarding body that the file calls { $body }; the settings of this verifier confirm the mandate.
    [unclear] It cannot be determined whether this is the same organisation as the awarding body named in the file: { $body }.
    [none-named] The file does not say who awarded the micro-credential.
   *[claimed] It states that it seals for the awarding body { $body }; this cannot be confirmed.
}
verify-source-mandate = Mandate as stated by the sealing organisation: { $mandate }.

verify-format-profile-rules = { $violations ->
    [0] The data follow the European format for digital credentials (EDC).
    [one] The data break { $violations } rule of the European format (EDC).
   *[other] The data break { $violations } rules of the European format (EDC).
}
# $outcome: Outcome
verify-format-attachment = { $outcome ->
    [holds] The PDF contains the data file of the micro-credential.
    [fails] The PDF contains a data file that cannot be read.
   *[open] The PDF does not contain the data file of a micro-credential.
}
verify-format-picture = { $kind ->
    [holds] The picture in the data file is page 1 of this PDF.
    [fails] The picture in the data file shows something other than page 1 of this PDF.
    [seal] It was not determined whether the picture in the data file is page 1 of this PDF: the PDF itself has no valid seal that a trusted authority confirms.
    [picture] It cannot be determined whether the picture in the data file is page 1 of this PDF: the picture is too small, too large or damaged.
    [pages] It was not determined whether the pictures in the data file are pages of this PDF: there are too many, or some are of pages other than page 1.
    [page] It cannot be determined whether the picture in the data file is page 1 of this PDF: the page has something that is not drawn here.
    [annotations] The picture in the data file is page 1 of this PDF without what is placed over it, such as the field of a seal.
   *[another-drawing] The picture in the data file is a different drawing from page 1 of this PDF. Only the issuer is responsible for what it shows.
}

verify-format-record-root = { $state ->
    [broken] The content of the micro-credential does not match the record digest stated in it. This does not affect the verification.
    [unreadable] The micro-credential has a record digest that cannot be read. This does not affect the verification.
   *[absent] The micro-credential was sealed before record digests were introduced: it has no digest of its own record. This does not affect the verification.
}

# $outcome: Outcome
verify-format-same-credential = { $outcome ->
    [holds] The PDF describes the same micro-credential as the data file inside it.
    [fails] The PDF describes a different micro-credential from the data file inside it.
   *[open] The PDF does not say which micro-credential it describes.
}

# $part: SealedPart
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
verify-seal-unread = It cannot be determined whether the PDF has an electronic seal and what it says: the part of the file with the seals cannot be read. { $why }
# $outcome: Outcome
verify-seal-same-sealer = { $outcome ->
    [holds] The PDF and the data file inside it were sealed by the same organisation.
    [fails] The PDF and the data file inside it were sealed by different organisations.
   *[open] It cannot be determined whether the same organisation sealed both the PDF and the data file inside it.
}
verify-seal-test = The seal is a test seal: it leads to a test root and proves nothing.
verify-seal-legal-person = { $holder ->
    [legal_person] The certificate is for seals of an organisation.
    [natural_person] The certificate belongs to a person: it makes that person’s electronic signature, not the seal of an organisation.
    [website] The certificate is for a website, not for seals.
   *[unclear] The certificate does not clearly state that it is for seals of an organisation.
}
verify-seal-awarding-body = { $kind ->
    [same-body] The organisation that sealed the micro-credential also awarded it: { $sealer }.
    [same-body-unvouched] The file names the organisation in the certificate as the awarding body, too.
    [statement] { $sealer } seals under a mandate of the awarding body { $body }, which confirmed this under its own seal.
    [configured] { $sealer } seals under a mandate of the awarding body that the file calls { $body }; the settings of this verifier confirm the mandate.
    [unclear] It cannot be determined whether the awarding body named in the file ({ $body }) is { $sealer }.
    [unknown] The file names { $body } as the awarding body; it cannot be determined who sealed it.
    [none-named] The file does not say who awarded the micro-credential.
    [too-many] The file names more awarding bodies than we assess.
   *[claimed] { $sealer } states that it seals for the awarding body { $body }; this cannot be confirmed.
}
verify-mandate-problem = { $problem ->
    [not-a-statement] The mandate in the file cannot be read.
    [seal] The seal of the mandate in the file could not be verified.
    [another-author] The mandate in the file was not sealed by the organisation in whose name it is issued.
    [another-awarding-body] The mandate in the file concerns another awarding body.
    [another-sealer] The mandate in the file authorises another organisation to seal.
   *[not-then] It is not proven that the mandate in the file was in force at the time of sealing.
}

verify-validity-seal = { $kind ->
    [absent] Without a seal, nothing confirms what the file says about its validity.
    [fails] The seal is not valid, so nothing confirms what the file says about its validity.
    [test] The seal is a test seal, so what the file says about its validity proves nothing.
   *[open] Until the seal is confirmed, what the file says about its validity is not confirmed either.
}
# $outcome: Outcome
verify-validity-from = { $outcome ->
    [holds] Valid from { $from }.
    [fails] Not valid until { $from }.
   *[open] The start of validity is not stated.
}
verify-validity-expiry = { $outcome ->
    [never] Valid with no time limit.
    [holds] Valid until { $until }.
    [fails] Expired on { $until }.
   *[open] The end of validity cannot be determined.
}
verify-validity-status = { $kind ->
    [holds] According to the issuer’s list of { $as_of }, it has not been revoked or replaced.
    [revoked] According to the issuer’s list of { $as_of }, it has been revoked.
    [superseded] According to the issuer’s list of { $as_of }, it has been replaced by a corrected one.
    [none-named] The file does not say where the issuer announces revocations.
    [unreachable] The list in which the issuer announces revocations could not be downloaded.
    [offline] The list in which the issuer announces revocations was not consulted.
    [stale] The list in which the issuer announces revocations has expired, or is newer than the time of assessment.
    [kind] The file says where its status can be looked up, but in a form that cannot be read here: “{ $named }”.
    [purpose] The list that the file refers to has a purpose other than the file says, or one that is not known here.
    [other-signature] The list in which the issuer announces revocations has a signature of a kind that is not judged here ({ $named }), so its content cannot be relied on.
    [unsealed] The list in which the issuer announces revocations is not signed, so it is not taken into account.
    [address] The address of the list in which the issuer announces revocations is not allowed.
   *[other] The list in which the issuer should announce revocations cannot be trusted.
}

# $says: SuspendedOrRevoked
verify-validity-unsealed = { $says ->
    [suspended] According to an unsigned list, it is suspended. It cannot be determined whether this is true.
   *[revoked] According to an unsigned list, it has been revoked. It cannot be determined whether this is true.
}
# $says: SuspendedOrRevoked
verify-validity-other-signature = { $says ->
    [suspended] According to a list whose signature is of a kind that is not judged here ({ $named }), it is suspended. It cannot be determined whether this is true.
   *[revoked] According to a list whose signature is of a kind that is not judged here ({ $named }), it has been revoked. It cannot be determined whether this is true.
}
verify-validity-bits = { $says ->
    [revoked] According to the issuer’s list, it has been revoked.
    [suspended] According to the issuer’s list, it is suspended. The issuer may restore or revoke it.
    [refresh] According to the issuer’s list, there is a newer edition of it. This one is valid, too.
    [message] The issuer’s list says about it: “{ $message }”.
    [clear-suspension] According to the issuer’s list, it is not suspended.
    [clear-refresh] According to the issuer’s list, there is no newer edition of it.
   *[clear-revocation] According to the issuer’s list, it has not been revoked.
}
verify-validity-as-of = Status as of { $when }.

verify-unreadable-empty = The file is empty. Please choose the .jsonld file or PDF of a micro-credential.
verify-unreadable-too-large = The file is larger than { $megabytes } MB; larger files are not verified.
verify-unreadable-encoding = The file is not UTF-8 text: the error is at byte { $byte }. Ask the holder for the file again.
verify-unreadable-archive = The file is an archive or an office document. Unpack it and choose the .jsonld file or PDF of the micro-credential.
verify-unreadable-picture = The file is a picture. A picture has no seal; ask the holder for the .jsonld file, the PDF or a link.
verify-unreadable-markup = The file is a web page or XML. Please choose the .jsonld file or PDF of a micro-credential.
verify-unreadable-text = The file is text, but not a micro-credential. Please choose the .jsonld file or PDF of a micro-credential.
verify-unreadable-unknown = The file is neither a micro-credential (.jsonld) nor a PDF. Please choose another one.
verify-unreadable-json = The data file is damaged: there is a JSON error near byte { $byte }. Ask the holder for the file again.
verify-unreadable-member = The seal in the file is not well formed: “{ $member }” is missing or wrong.
verify-unreadable-signatures = { $count ->
    [0] The file has the form of a sealed file, but there is no seal in it.
    [one] The file has { $count } seal; a micro-credential has exactly one.
   *[other] The file has { $count } seals; a micro-credential has exactly one.
}
verify-unreadable-detached = The file contains only a seal, without the sealed content. Ask the holder for the whole micro-credential.
verify-unreadable-pdf = The PDF file is damaged or incomplete. Ask the holder for the file again.
verify-unreadable-pdf-byte = The PDF file is damaged near byte { $byte }. Ask the holder for the file again.
verify-unreadable-pdf-encrypted = The PDF file is encrypted, and such a file cannot be verified here. A copy saved without the password would lose its seal: ask the holder for the data file (.jsonld), for an unencrypted PDF, or for a link.
verify-unreadable-pdf-limit = The PDF file is too complex to verify here. Ask the holder for the data file (.jsonld) or for a link.
