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
    [changed] The seal does not fit the content.
    [issuer] The seal is not that of the issuer named in the file.
    [person] The file does not bear the seal of an organisation.
    [fails] The seal does not hold.
    [trial] The seal is intact, but only a trial: it proves nothing.
    [absent] The file has no electronic seal. Its origin and authenticity cannot be guaranteed.
   *[open] The seal cannot be verified completely.
}
verify-group-validity = { $outcome ->
    [holds] The micro-credential is valid.
    [revoked] The micro-credential was revoked.
    [superseded] The micro-credential was replaced by a corrected one.
    [fails] The micro-credential is not valid.
    [suspended] The micro-credential is suspended: for the time being it does not count.
    [seal] Without a sound seal, validity cannot be told.
   *[open] Whether the micro-credential is still valid cannot be told.
}
verify-source = { $kind ->
    [sealed] Sealed by { $sealer }.
    [unconfirmed] The file bears a seal of { $sealer } that could not be confirmed in everything.
    [changed] The file bears a seal of { $sealer }, but its content does not match the seal.
    [person] Signed by a person, not sealed by an organisation: { $sealer }.
    [trial] Trial seal in the name of { $sealer }.
    [unknown] Who sealed the file cannot be told.
   *[somebody] Sealed by somebody who calls themselves { $sealer }. No authority that is trusted here vouches for the name.
}
verify-source-award = { $kind ->
    [same-body] The same body awarded the micro-credential.
    [statement] It seals for { $body }, which mandated it under a seal of its own.
    [configured] It seals for { $body } by a mandate that the settings of this verifier confirm.
    [unclear] Whether it is the same body as { $body }, which the file names as the awarding body, cannot be told.
    [none-named] The file does not say who awarded the micro-credential.
   *[claimed] It says that it seals for { $body }; nobody could confirm it.
}
verify-source-mandate = By what right, in the words of whoever sealed: { $mandate }.

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
verify-seal-unread = Whether the PDF has an electronic seal, and what it says, cannot be told: the part of the file about seals cannot be read. { $why }
verify-seal-same-sealer = { $outcome ->
    [holds] The PDF and the data file inside it were sealed by the same organisation.
    [fails] The PDF and the data file inside it were sealed by different organisations.
   *[open] Who sealed the PDF and who the data file inside it cannot be compared.
}
verify-seal-trial = The seal is a trial: it leads to a test root and proves nothing.
verify-seal-legal-person = { $holder ->
    [legal_person] The certificate is one for seals of an organisation.
    [natural_person] The certificate is a person's: what it makes is that person's electronic signature, not the seal of an organisation.
    [website] The certificate is one for a website, not for seals.
   *[unclear] The certificate does not say clearly that it is one for seals of an organisation.
}
verify-seal-awarding-body = { $kind ->
    [same-body] The body that sealed awarded the micro-credential as well: { $sealer }.
    [same-body-unvouched] The file names the body in the certificate as the awarding body, too.
    [statement] { $sealer } seals for { $body } by mandate: { $body } stated so under its own seal.
    [configured] { $sealer } seals for { $body } by mandate: the settings of this verifier confirm it.
    [unclear] Whether { $body }, which the file names as the awarding body, is { $sealer } cannot be told.
    [unknown] The file names { $body } as the awarding body; who sealed it cannot be told.
    [none-named] The file does not say who awarded the micro-credential.
    [too-many] The file names more awarding bodies than are looked at.
   *[claimed] { $sealer } says that it seals for { $body }; nobody could confirm it.
}
verify-mandate-problem = { $problem ->
    [not-a-statement] The mandate that the file carries cannot be read.
    [seal] The seal of the mandate that the file carries could not be confirmed.
    [another-author] The mandate that the file carries was not sealed by the body in whose name it speaks.
    [another-awarding-body] The mandate that the file carries speaks of another awarding body.
    [another-sealer] The mandate that the file carries names another body to seal.
   *[not-then] That the mandate which the file carries held at the time of sealing is not proved.
}

verify-validity-seal = { $kind ->
    [absent] Without a seal nobody vouches for what the file says of its validity.
    [fails] The seal does not hold, so nobody vouches for what the file says of its validity.
    [trial] The seal is a trial, so what the file says of its validity proves nothing.
   *[open] As long as the seal is not confirmed, what the file says of its validity is not confirmed either.
}
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
    [stale] The list in which the issuer announces revocations has expired, or is from a later time than the one judged for. Please try again later.
    [kind] The file says where its status can be looked up, but in a form that is not read here: “{ $named }”. Please ask the issuer whether it still holds.
    [purpose] The list that the file names is about something else than the file says, or about something that is not known here.
    [unsealed] The list in which the issuer announces revocations has no seal of the kind that is verified here, so what it says does not count. Please ask the issuer.
    [address] The address of the list in which the issuer announces revocations is not one to ask.
   *[other] The list in which the issuer should announce revocations cannot be trusted.
}

verify-validity-unsealed = { $says ->
    [suspended] A list that has no seal of the kind that is verified here says that it is suspended. Whether that is true cannot be told; please ask the issuer.
   *[revoked] A list that has no seal of the kind that is verified here says that it was revoked. Whether that is true cannot be told; please ask the issuer.
}
verify-validity-bits = { $says ->
    [revoked] By the issuer's list it was revoked.
    [suspended] By the issuer's list it is suspended. The issuer may restore or revoke it.
    [refresh] By the issuer's list there is a newer edition of it. This one holds as well.
    [message] The issuer's list says of it: “{ $message }”.
    [clear-suspension] By the issuer's list it is not suspended.
    [clear-refresh] By the issuer's list there is no newer edition of it.
   *[clear-revocation] By the issuer's list it was not revoked.
}
verify-validity-as-of = State of { $when }.

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
verify-unreadable-pdf-encrypted = The PDF file is encrypted, and an encrypted file cannot be verified here. A copy saved without the password would no longer have its seal: ask the holder for the data file (.jsonld), for a PDF that is not encrypted, or for a link.
verify-unreadable-pdf-limit = The PDF file is more complex than what is verified here.
